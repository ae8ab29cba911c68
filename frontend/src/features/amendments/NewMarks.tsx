import { useSignal } from "@preact/signals";
import { wholeValue } from "../../lib/whole-value";
import { outcomeWords } from "../../sheet/outcome-words";
import { AbsentButton } from "../../sheet/AbsentButton";
import { NoteLines } from "../../sheet/NoteLines";
import type { Scale } from "../../sheet/parse";
import type { Line } from "./draft";
import { lineFaultWords } from "./trouble";
import { amendWords } from "./words";

interface Props {
  lines: Line[];
  scale: Scale;
  /** The candidates of whom to show what is missing, also where nobody has left the box yet. */
  triedFor: ReadonlySet<string>;
  type: (candidate: string, typed: string) => void;
  remove: (candidate: string) => void;
}

/** The candidates chosen: the mark submitted, and the box for the new one. */
export function NewMarks({ lines, ...rest }: Props) {
  const words = amendWords.value.form;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list cm-still cm-new-marks">
        <caption class="govuk-visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.candidate}</th>
            <th scope="col">{words.columns.before}</th>
            <th scope="col">{words.columns.after}</th>
            <th scope="col">{words.columns.remove}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <NewMark key={line.candidate} line={line} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewMark({ line, scale, triedFor, type, remove }: Omit<Props, "lines"> & { line: Line }) {
  const left = useSignal(false);
  const { candidate, name, note, before, typed, after, fault } = line;
  const words = amendWords.value.form;
  const shown = fault && (triedFor.has(candidate) || left.value || (scale.kind === "mark" && fault !== "same" && typed !== ""));
  const said = `note-${candidate}`;
  return (
    <tr>
      <th scope="row">
        {candidate} {name}
        <NoteLines note={note ?? undefined} />
      </th>
      <td data-label={words.columns.before}>{outcomeWords(before, scale)}</td>
      <td data-label={words.columns.after}>
        <input
          class={`govuk-input cm-mark${shown ? " govuk-input--error" : ""}`}
          id={`new-${candidate}`}
          aria-label={words.newFor(`${candidate} ${name}`)}
          aria-describedby={said}
          aria-invalid={shown ? "true" : undefined}
          inputMode={scale.kind === "mark" ? "numeric" : "text"}
          autocomplete="off"
          value={typed}
          {...wholeValue}
          onInput={(event) => type(candidate, event.currentTarget.value)}
          onBlur={() => (left.value = true)}
        />
        {scale.kind === "mark" && <AbsentButton candidate={`${candidate} ${name}`} press={() => type(candidate, "A")} />}
        <span id={said} class={shown ? "cm-problem cm-second" : "cm-hint"}>
          {shown ? lineFaultWords(fault, scale) : after?.kind === "mark" ? "" : outcomeWords(after, scale)}
        </span>
      </td>
      <td>
        <button type="button" class="cm-link-button" onClick={() => remove(candidate)}>
          {words.remove} <span class="govuk-visually-hidden">{candidate}</span>
        </button>
      </td>
    </tr>
  );
}
