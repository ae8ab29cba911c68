import { board } from "../auth/config";
import { t } from "../i18n/words";

/** Whom to ask for help: the board, by its name and with what it said of ringing or writing. */
export const Contact = () => <p class="govuk-body">{t.value.shell.contact(board.value.name ?? t.value.shell.board, board.value.contact)}</p>;
