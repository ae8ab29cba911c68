import type { Signal } from "@preact/signals";
import { moveFocus, moveOf } from "./keys";
import type { Scale } from "./parse";
import { type Row, keepMine, restore, stateOf, tick, tidy, type, takeTheirs } from "./sheet-store";

interface Props {
  row: Signal<Row>;
  scale: Scale;
  locked: boolean;
  edit: (row: Signal<Row>, next: Row) => void;
  pastEnd: () => void;
}

const WORDS = {
  blank: "",
  saved: "Saved",
  checked: "Checked",
  "not saved": "Not saved",
  saving: "Saving…",
  problem: "Problem",
  "changed elsewhere": "Changed by someone else",
} as const;

/** One candidate: the box, the tick, and what became of them. */
export function MarkRow({ row, scale, locked, edit, pastEnd }: Props) {
  const now = row.value;
  const who = `${now.candidate} ${now.name}`;
  const noun = scale.kind === "grade" ? "Grade" : "Mark";
  const note = `note-${now.candidate}`;
  const state = stateOf(now);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    const box = event.currentTarget as HTMLInputElement;
    if (move === "restore") edit(row, restore(now));
    else if (!moveFocus(box, move) && move === "next") pastEnd();
  };

  return (
    <tr class={`cm-row cm-row--${state.replace(" ", "-")}`} id={`c${now.candidate}`}>
      <td class="cm-tabular">{now.candidate}</td>
      <th scope="row">{now.name}</th>
      <td>{now.group}</td>
      <td>
        <input
          class={`govuk-input cm-mark${now.problem ? " govuk-input--error" : ""}`}
          aria-label={`${noun} for ${who}`}
          aria-invalid={now.problem ? "true" : undefined}
          aria-describedby={note}
          data-column="mark"
          inputMode={scale.kind === "grade" ? "text" : "numeric"}
          type="text"
          autocomplete="off"
          maxLength={20}
          disabled={locked}
          value={now.text}
          onInput={(event) => edit(row, type(row.value, event.currentTarget.value, scale))}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => edit(row, tidy(row.value, scale))}
          onKeyDown={onKeyDown}
        />
      </td>
      <td class="cm-tick">
        <label>
          <input
            type="checkbox"
            aria-label={`Checked ${who}`}
            data-column="checked"
            disabled={locked}
            checked={now.checked}
            onChange={(event) => {
              edit(row, tick(row.value, event.currentTarget.checked));
              event.currentTarget.checked = row.value.checked;
            }}
          />
        </label>
      </td>
      <td id={note} class="cm-note">
        <Note row={now} state={WORDS[state]} />
        {now.theirs && (
          <span class="cm-choice">
            <button type="button" class="cm-link-button" onClick={() => edit(row, keepMine(row.value))}>
              Keep {now.text || "empty"}
            </button>
            <button type="button" class="cm-link-button" onClick={() => edit(row, takeTheirs(row.value))}>
              Use {now.theirs.text || "empty"}
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}

function Note({ row, state }: { row: Row; state: string }) {
  if (row.problem) return <span class="cm-problem">{row.problem}</span>;
  if (row.theirs) return <span>Someone else saved {row.theirs.text || "nothing"} meanwhile. </span>;
  if (row.unticked) return <span>{state} · Checked was taken off, because the mark changed</span>;
  return <span>{state}</span>;
}
