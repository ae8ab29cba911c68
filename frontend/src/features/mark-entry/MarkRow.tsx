import type { Signal } from "@preact/signals";
import { MarkBox } from "./MarkBox";
import { moveFocus, moveOf } from "./keys";
import { type Scale, inWords } from "./parse";
import { type Row, type RowState, keepMine, restore, stateOf, takeTheirs, tick } from "./sheet-store";

interface Props {
  row: Signal<Row>;
  scale: Scale;
  locked: boolean;
  edit: (row: Signal<Row>, next: Row) => void;
  pastEnd: () => void;
}

const WORDS: Record<RowState, string> = {
  blank: "",
  saved: "Saved",
  checked: "Saved",
  "not saved": "Not saved",
  saving: "Saving…",
  problem: "Problem",
  "changed elsewhere": "Changed by someone else",
};

/** One candidate: the box, the tick, and what became of them. */
export function MarkRow({ row, scale, locked, edit, pastEnd }: Props) {
  const now = row.value;
  const note = `note-${now.candidate}`;
  const state = stateOf(now);

  const onKeyDown = (event: KeyboardEvent) => {
    const box = event.currentTarget as HTMLElement;
    const move = moveOf(event, box);
    if (!move) return;
    event.preventDefault();
    if (move === "restore") edit(row, restore(now));
    else if (!moveFocus(box, move) && move === "next") pastEnd();
  };

  return (
    <tr class={`cm-row cm-row--${state.replace(" ", "-")}`} id={`c${now.candidate}`}>
      <td class="cm-tabular">{now.candidate}</td>
      <th scope="row">{now.name}</th>
      <td>{now.group}</td>
      <td>
        {locked ? (
          <span class="cm-fixed">{now.text === "" ? "None" : inWords(now.text, scale)}</span>
        ) : (
          <MarkBox row={row} scale={scale} note={note} edit={(next) => edit(row, next)} onKeyDown={onKeyDown} />
        )}
      </td>
      <td class="cm-tick">
        {locked ? (
          <span class="cm-fixed">{now.checked ? "Yes" : "No"}</span>
        ) : (
          <label>
            <input
              type="checkbox"
              aria-label={`Checked ${now.candidate} ${now.name}`}
              data-column="checked"
              checked={now.checked}
              onKeyDown={onKeyDown}
              onChange={(event) => {
                edit(row, tick(row.value, event.currentTarget.checked));
                event.currentTarget.checked = row.value.checked;
              }}
            />
          </label>
        )}
      </td>
      {!locked && (
        <td id={note} class="cm-note">
          <Note row={now} state={state} scale={scale} />
          {now.theirs && (
            <span class="cm-choice">
              <button type="button" class="cm-link-button" onClick={() => edit(row, keepMine(row.value))}>
                Keep mine: {now.text || "empty"}
                <span class="govuk-visually-hidden"> for {now.candidate}</span>
              </button>
              <button type="button" class="cm-link-button" onClick={() => edit(row, takeTheirs(row.value))}>
                Use theirs: {now.theirs.text || "empty"}
                <span class="govuk-visually-hidden"> for {now.candidate}</span>
              </button>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function Note({ row, state, scale }: { row: Row; state: RowState; scale: Scale }) {
  if (row.theirs) {
    const theirs = row.theirs.text ? inWords(row.theirs.text, scale) : "an empty box";
    return <span class="cm-problem">Someone else saved {theirs} meanwhile. </span>;
  }
  if (row.problem) return <span class="cm-problem">{row.problem}</span>;
  const said = row.text === "0" || row.text.toUpperCase() === "A" ? `${inWords(row.text, scale)} · ` : "";
  return (
    <span>
      {said}
      {WORDS[state]}
      {row.unticked && " · Checked was taken off because this changed"}
    </span>
  );
}
