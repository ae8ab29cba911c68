import { elsewhere, signIn } from "../auth/session";
import { t } from "../i18n/words";

/** Shown when the session ended while someone was working: what they typed stays until they sign in again. */
export function Expired() {
  const words = t.value.shell.expired;
  return (
    <div class="govuk-notification-banner" role="alert">
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{words.title}</p>
        <p class="govuk-body">{elsewhere.value ? words.elsewhere : words.advice}</p>
        <button type="button" class="govuk-button" onClick={() => void signIn()}>
          {words.signIn}
        </button>
      </div>
    </div>
  );
}
