import { elsewhere, signIn } from "../auth/session";
import { t } from "../i18n/words";
import { Dialog } from "../ui/Dialog";
import { useModal } from "../ui/use-modal";

/** Covers a page whose session ended while nobody was there. It is modal: the page behind it cannot be reached. */
export function Covered() {
  const dialog = useModal();
  const { shell, session } = t.value;
  return (
    <Dialog dialog={dialog} title={shell.expired.title} warns="covered-why">
      <p class="govuk-body" id="covered-why">
        {elsewhere.value ? shell.expired.elsewhere : session.covered}
      </p>
      <button type="button" class="govuk-button" onClick={() => void signIn()}>
        {shell.expired.signIn}
      </button>
    </Dialog>
  );
}
