import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { ZERO_REASONS, explain, isZero, setFlag } from "../../sheet/row";
import { zeroWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import { Dialog } from "../../ui/Dialog";
import { useModal } from "../../ui/use-modal";
import { ABSENT } from "./MarkRow";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  candidate: string;
  absent: (candidate: string) => void;
  record: (candidate: string) => void;
  leaveNote: (candidate: string) => void;
  close: () => void;
}

/** What else can be done with one candidate's row. */
export function RowMenu({ sheet, candidate, absent, record, leaveNote, close }: Props) {
  const dialog = useModal();
  const row = sheet.row(candidate);
  if (!row) return null;
  const { name, text, flagged, zero } = row.value;
  const reasons = isZero(row.value) ? ZERO_REASONS.filter((reason) => reason !== zero) : [];
  const words = markEntryWords.value.more;
  const choose = (act: () => void) => () => {
    dialog.current?.close();
    act();
  };
  return (
    <Dialog dialog={dialog} title={`${candidate} ${name}`} look="cm-row-menu" close={close}>
      <ul class="govuk-list">
        {text !== ABSENT && sheet.scale.kind === "mark" && (
          <li>
            <button type="button" class="cm-link-button" onClick={choose(() => absent(candidate))}>
              {t.value.outcomes.absent}
            </button>
          </li>
        )}
        {reasons.map((reason) => (
          <li key={reason}>
            <button type="button" class="cm-link-button" onClick={choose(() => sheet.edit(row, explain(row.peek(), reason)))}>
              {zeroWords(reason)}
            </button>
          </li>
        ))}
        {sheet.head.value.circumstances.length > 0 && (
          <li>
            <button type="button" class="cm-link-button" onClick={choose(() => record(candidate))}>
              {sheetWords.value.notes.record}
            </button>
          </li>
        )}
        <li>
          <button type="button" class="cm-link-button" onClick={choose(() => leaveNote(candidate))}>
            {sheetWords.value.memo.title}
          </button>
        </li>
        {text !== "" && (
          <li>
            <button type="button" class="cm-link-button" onClick={choose(() => sheet.edit(row, setFlag(row.peek(), !flagged)))}>
              {flagged ? sheetWords.value.flag.lift : words.flag}
            </button>
          </li>
        )}
      </ul>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
        {t.value.shell.cancel}
      </button>
    </Dialog>
  );
}
