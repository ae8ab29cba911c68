import { useSignal } from "@preact/signals";
import { stay } from "../auth/session";
import { t } from "../i18n/words";
import { Dialog } from "../ui/Dialog";
import { useModal } from "../ui/use-modal";
import { askToSignOut } from "./sign-out";

/** How often a screen reader says the time left; the number on the screen changes each second. */
const SPOKEN_SECONDS = 30;

/** Asks whether someone is still there, and closes once the session has been extended. */
export function IdleWarning({ secondsLeft }: { secondsLeft: number }) {
  const dialog = useModal();
  const asking = useSignal<"no" | "yes" | "failed">("no");
  const words = t.value.session;
  const inWords = (seconds: number) => words.signOutIn(words.left(Math.floor(seconds / 60), seconds % 60));
  const spoken = Math.ceil(secondsLeft / SPOKEN_SECONDS) * SPOKEN_SECONDS;

  const ask = async () => {
    asking.value = "yes";
    const answered = await stay().catch(() => undefined);
    asking.value = answered === undefined ? "failed" : "no";
  };
  return (
    <Dialog dialog={dialog} title={words.title} warns="idle-why">
      <p class="govuk-body" id="idle-why">
        {words.why}
      </p>
      <p class="govuk-body" aria-hidden="true">
        <strong>{inWords(secondsLeft)}</strong>
      </p>
      <p class="govuk-visually-hidden" role="status">
        {inWords(spoken)}
      </p>
      {asking.value === "failed" && (
        <p class="cm-problem" role="alert">
          {words.failed}
        </p>
      )}
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" aria-disabled={asking.value === "yes"} onClick={() => void ask()}>
          {asking.value === "yes" ? words.staying : words.stay}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void askToSignOut()}>
          {t.value.shell.signOut}
        </button>
      </div>
    </Dialog>
  );
}
