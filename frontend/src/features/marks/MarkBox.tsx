import type { Signal } from "@preact/signals";
import { t } from "../../i18n/words";
import { wholeValue } from "../../lib/whole-value";
import type { Scale } from "../../sheet/parse";
import { type Row, tidy, type } from "../../sheet/row";
import { notePlace } from "./place";
import { markEntryWords } from "./words";

interface Props {
  row: Signal<Row>;
  scale: Scale;
  /** Id of the text that describes the row. */
  note: string;
  edit: (next: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the mark is typed, or the grade by its code. */
export function MarkBox({ row, scale, note, edit, onKeyDown }: Props) {
  const { candidate, name, problem, text } = row.value;
  return (
    <input
      aria-label={markEntryWords.value.boxFor(t.value.outcomes.scale[scale.kind], `${candidate} ${name}`)}
      aria-invalid={problem ? "true" : undefined}
      aria-describedby={note}
      data-column="mark"
      class={`govuk-input cm-mark${problem ? " govuk-input--error" : ""}`}
      inputMode={scale.kind === "mark" ? "numeric" : "text"}
      type="text"
      autocomplete="off"
      maxLength={40}
      value={text}
      onKeyDown={onKeyDown}
      onInput={(event) => edit(type(row.peek(), event.currentTarget.value, scale))}
      onMouseUp={wholeValue.onMouseUp}
      onFocus={(event) => {
        wholeValue.onFocus(event);
        notePlace(candidate);
      }}
      onBlur={() => edit(tidy(row.peek(), scale))}
    />
  );
}
