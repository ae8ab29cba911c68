import { useSignal } from "@preact/signals";
import type { OpenSheet } from "../../sheet/open-sheet";
import { setMemo } from "../../sheet/row";
import { sheetWords } from "../../sheet/words";
import { t } from "../../i18n/words";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { useModal } from "../../ui/use-modal";
import { markEntryWords } from "./words";

/** How long a note to the checker can be. */
const MOST = 200;

interface Props {
  sheet: OpenSheet;
  candidate: string;
  close: () => void;
}

/** Leave a note for whoever checks a candidate's mark, or change or remove it; it is saved as marks are. */
export function NoteDialog({ sheet, candidate, close }: Props) {
  const dialog = useModal();
  const row = sheet.row(candidate);
  const text = useSignal(row?.peek().memo ?? "");
  if (!row) return null;
  const words = markEntryWords.value.memo;
  const put = (memo: string) => {
    sheet.edit(row, setMemo(row.peek(), memo));
    dialog.current?.close();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    put(text.value.replaceAll(/\s+/g, " ").trim());
  };
  return (
    <Dialog dialog={dialog} title={`${sheetWords.value.memo.title}: ${candidate} ${row.value.name}`} close={close}>
      <form id="checker-note-form" onSubmit={save} noValidate>
        <Field id="checker-note" label={words.label} hint={words.hint}>
          {(props) => <LongText {...props} rows={3} most={MOST} value={text.value} type={(typed) => (text.value = typed)} />}
        </Field>
      </form>
      <div class="cm-dialog__buttons">
        <button type="submit" form="checker-note-form" class="govuk-button">
          {words.save}
        </button>
        {row.value.memo && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => put("")}>
            {words.remove}
          </button>
        )}
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {t.value.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}
