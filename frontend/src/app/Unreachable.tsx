import { t } from "../i18n/words";
import { Page } from "../ui/Page";
import { Shell } from "./Shell";

/** Shown when not even the way to sign in is known. */
export const Unreachable = () => (
  <Shell>
    <Page title={t.value.shell.unreachable.title}>
      <p class="govuk-body">{t.value.shell.unreachable.advice}</p>
      <button type="button" class="govuk-button" onClick={() => location.reload()}>
        {t.value.shell.again}
      </button>
    </Page>
  </Shell>
);
