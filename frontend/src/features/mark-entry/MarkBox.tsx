import type { Signal } from "@preact/signals";
import { type Scale, nounOf, parse } from "./parse";
import { type Row, tidy, type } from "./sheet-store";

interface Props {
  row: Signal<Row>;
  scale: Scale;
  /** Id of the text that describes the row. */
  note: string;
  edit: (next: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the mark is typed; a grade is typed by its code, or chosen from the list. */
export function MarkBox({ row, scale, note, edit, onKeyDown }: Props) {
  const now = row.value;
  const common = {
    "aria-label": `${nounOf(scale)} for ${now.candidate} ${now.name}`,
    "aria-invalid": now.problem ? ("true" as const) : undefined,
    "aria-describedby": note,
    "data-column": "mark",
    onKeyDown,
  };
  if (scale.kind === "grade") {
    const absentIsFree = scale.grades.every((grade) => grade.code !== "A");
    return (
      <select
        {...common}
        class={`govuk-select cm-grade${now.problem ? " govuk-select--error" : ""}`}
        value={now.text}
        onChange={(event) => edit(type(row.value, event.currentTarget.value, scale))}
      >
        <option value="">Choose</option>
        {scale.grades.map((grade) => (
          <option key={grade.code} value={grade.code}>
            {grade.code} {grade.title}
          </option>
        ))}
        {absentIsFree && <option value="A">A Absent</option>}
      </select>
    );
  }
  return (
    <input
      {...common}
      class={`govuk-input cm-mark${now.problem ? " govuk-input--error" : ""}`}
      inputMode="numeric"
      type="text"
      autocomplete="off"
      maxLength={20}
      value={now.text}
      onInput={(event) => edit(type(row.value, event.currentTarget.value, scale))}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => "outcome" in parse(row.value.text, scale) && edit(tidy(row.value, scale))}
    />
  );
}
