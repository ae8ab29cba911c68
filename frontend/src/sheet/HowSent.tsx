import type { Signal } from "@preact/signals";
import { Field } from "../ui/Field";
import { sheetWords } from "./words";

/** How work was sent to the board, such as a tracking number. */
export const HowSent = ({ id, note }: { id: string; note: Signal<string> }) => (
  <Field id={id} label={sheetWords.value.work.note} hint={sheetWords.value.work.noteHint}>
    {(props) => (
      <input
        class="govuk-input govuk-input--width-20"
        {...props}
        maxLength={1000}
        autocomplete="off"
        value={note.value}
        onInput={(event) => (note.value = event.currentTarget.value)}
      />
    )}
  </Field>
);
