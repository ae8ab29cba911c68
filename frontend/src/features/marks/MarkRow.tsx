import type { Signal } from "@preact/signals";
import { t } from "../../i18n/words";
import { clock } from "../../lib/dates";
import { partsOf } from "../../sheet/criteria";
import type { OpenSheet } from "../../sheet/open-sheet";
import { type Scale, boxText } from "../../sheet/parse";
import { AbsentButton } from "../../sheet/AbsentButton";
import { CheckerNote } from "../../sheet/CheckerNote";
import { NoteLines } from "../../sheet/NoteLines";
import { type Row, type RowState, isCarried, isOwn, keepMine, left, restore, setFlag, stateOf, takeTheirs, tick } from "../../sheet/row";
import { answeredWords, flagWords, inWords, meaning, problemWords, queryWords, theirsWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import { acrossRow, moveFocus, moveOf } from "./keys";
import { CELL, NAME, ROW } from "./table-roles";
import { CriteriaBoxes, UseSum, columnAt } from "./CriteriaBoxes";
import { MarkBox } from "./MarkBox";
import { markEntryWords } from "./words";

/** How an absence is written in the box of a mark. */
export const ABSENT = "A";

interface Props {
  sheet: OpenSheet;
  row: Signal<Row>;
  locked: boolean;
  /** Leave the rows shown, downwards or upwards. */
  past: (end: "next" | "previous", column: string) => void;
  acts: RowActs;
}

/** What a row can ask for beyond a change of itself. These functions stay the same, so that only a change of a row renders it again. */
export interface RowActs {
  absent: (candidate: string) => void;
  undo: () => void;
  /** Show what else can be done with a row. */
  more: (candidate: string) => void;
}

/** One candidate: the box, the tick, and the state of the row. */
export function MarkRow({ sheet, row, locked: all, past, acts }: Props) {
  const now = row.value;
  const { scale } = sheet;
  const locked = all || now.submitted;
  const note = `note-${now.candidate}`;
  const state = stateOf(now, scale, sheet.away.value);
  const fixed = locked || isCarried(now);
  const edit = (next: Row) => sheet.edit(row, next);

  const onKeyDown = (event: KeyboardEvent) => {
    const box = event.currentTarget as HTMLElement;
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    if (move === "restore") edit(restore(row.peek(), scale));
    else if (move === "more") acts.more(row.peek().candidate);
    else if (event.key === "Enter" && scale.criteria && acrossRow(box, move)) return;
    else if (!moveFocus(box, move)) past(move, columnBeyond(event, scale, move));
  };

  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const inside = relatedTarget instanceof Node && (currentTarget as HTMLElement).contains(relatedTarget);
    const next = left(row.peek());
    if (inside) return;
    if (next !== row.peek()) edit(next);
    sheet.visit(undefined);
  };

  return (
    <tr
      class={`cm-row cm-row--${state.replace(" ", "-")}`}
      id={`c${now.candidate}`}
      {...ROW}
      onFocusIn={() => sheet.visit(now.candidate)}
      onFocusOut={onFocusOut}
    >
      <td {...CELL}>{now.candidate}</td>
      <th scope="row" {...NAME}>
        {now.name}
        <NoteLines note={now.note} />
        <CheckerNote row={now} />
      </th>
      <td {...CELL}>{now.group}</td>
      <td {...CELL}>
        {fixed ? (
          <Fixed row={now} scale={scale} />
        ) : scale.criteria ? (
          <CriteriaBoxes row={row} scale={scale} criteria={scale.criteria} note={note} edit={edit} onKeyDown={onKeyDown} />
        ) : (
          <MarkBox row={row} scale={scale} note={note} edit={edit} onKeyDown={onKeyDown} />
        )}
        {!fixed && scale.kind === "mark" && <Absent sheet={sheet} row={now} acts={acts} />}
      </td>
      <td class="cm-tick" {...CELL}>
        {fixed ? (
          <span class="cm-fixed" data-label={sheetWords.value.columns.checked}>
            {t.value.outcomes[now.checked ? "yes" : "no"]}
          </span>
        ) : (
          <Tick sheet={sheet} row={row} note={note} edit={edit} onKeyDown={onKeyDown} />
        )}
      </td>
      {!all && (
        <td class="cm-row__more" {...CELL}>
          {!fixed && <More row={now} acts={acts} />}
        </td>
      )}
      {!all && (
        <td id={note} class="cm-note" {...CELL}>
          {locked ? markEntryWords.value.lateEntries.locked : <Note sheet={sheet} row={now} state={state} />}
          {now.theirs && <Choice row={row} scale={scale} edit={edit} />}
          {!now.theirs && <UseSum row={row} scale={scale} edit={edit} />}
          {(now.flagged || now.lifted !== undefined) && now.text !== "" && !now.theirs && !fixed && <Flag row={row} edit={edit} />}
        </td>
      )}
    </tr>
  );
}

/** The column to go on in on the next page: Enter goes along a row of criteria, so it begins the next one. */
function columnBeyond({ key, currentTarget }: KeyboardEvent, { criteria }: Scale, move: "next" | "previous"): string {
  const column = (currentTarget as HTMLElement).dataset["column"] ?? "mark";
  return key === "Enter" && criteria && column !== "checked" ? columnAt(move === "next" ? 0 : criteria.length - 1) : column;
}

/** A mark that cannot be changed here, with the marks of its criteria. */
function Fixed({ row: { text, parsed }, scale }: { row: Row; scale: Scale }) {
  const total = "outcome" in parsed ? boxText(parsed.outcome, scale) : text;
  const said = total === "" ? markEntryWords.value.none : inWords(total, scale);
  if (!scale.criteria) return <span class="cm-fixed">{said}</span>;
  const { parts } = partsOf(text, scale.criteria.length);
  return (
    <span class="cm-criteria cm-fixed">
      {scale.criteria.map(({ code }, place) => (
        <span key={code} class="cm-criteria__fixed">
          <span class="cm-criteria__code">{code}</span> {parts[place] || "–"}
        </span>
      ))}
      <span class="cm-criteria__total">
        <span class="govuk-visually-hidden">{sheetWords.value.criteria.total}</span> {said}
      </span>
    </span>
  );
}

function Absent({ sheet, row, acts }: { sheet: OpenSheet; row: Row; acts: RowActs }) {
  const { candidate, name, text } = row;
  const last = sheet.undoable.value?.after;
  const undoes = last?.size === 1 && last.get(candidate) === ABSENT && text === ABSENT;
  if (text === ABSENT && !undoes) return null;
  return (
    <AbsentButton
      candidate={`${candidate} ${name}`}
      undo={undoes ? markEntryWords.value.paste.undo : undefined}
      press={() => (undoes ? acts.undo() : acts.absent(candidate))}
    />
  );
}

/** The button that shows what else can be done with a row. Tab passes it by, as Alt+Down in the row does the same. */
const More = ({ row: { candidate, name }, acts }: { row: Row; acts: RowActs }) => (
  <button
    type="button"
    class="cm-row__button"
    tabIndex={-1}
    aria-label={markEntryWords.value.more.button(`${candidate} ${name}`)}
    aria-haspopup="dialog"
    aria-keyshortcuts="Alt+ArrowDown"
    onClick={() => acts.more(candidate)}
  >
    <span aria-hidden="true">…</span>
  </button>
);

interface TickProps {
  sheet: OpenSheet;
  row: Signal<Row>;
  /** The id of the text on the row's state. */
  note: string;
  edit: (next: Row) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Whether someone else has to tick a row, because this person gave its mark. */
const isAnothers = (sheet: OpenSheet, row: Row): boolean => sheet.secondChecker.value && !row.checked && row.text !== "" && isOwn(row);

function Tick({ sheet, row, note, edit, onKeyDown }: TickProps) {
  const { candidate, name, checked } = row.value;
  const another = isAnothers(sheet, row.value);
  return (
    <label data-label={sheetWords.value.columns.checked}>
      <input
        type="checkbox"
        aria-label={markEntryWords.value.checkedFor(`${candidate} ${name}`)}
        data-column="checked"
        checked={checked}
        aria-disabled={another ? "true" : undefined}
        aria-describedby={another ? note : undefined}
        title={another ? sheetWords.value.state.ownMark : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          if (!another) edit(tick(row.peek(), event.currentTarget.checked));
          event.currentTarget.checked = row.peek().checked;
        }}
      />
    </label>
  );
}

function Note({ sheet, row, state }: { sheet: OpenSheet; row: Row; state: RowState }) {
  const words = sheetWords.value;
  if (row.theirs) return <span class="cm-problem">{theirsWords(row, row.theirs, sheet.scale).said} </span>;
  if (isCarried(row)) return <span>{markEntryWords.value.carried}</span>;
  const lacking = row.problem?.kind === "nothing to tick" ? meaning(row, sheet.scale) : "";
  if (row.problem) return <span class="cm-problem">{lacking || problemWords(row.problem, sheet.scale)}</span>;
  const said = [
    meaning(row, sheet.scale),
    stateWords(row, state),
    flagWords(row),
    answeredWords(row),
    row.query && isKept(state) ? queryWords(row.query) : "",
    row.unticked ? words.state.unticked : "",
    isAnothers(sheet, row) ? words.state.ownMark : "",
  ];
  return <span>{said.filter((part) => part !== "").join(" · ")}</span>;
}

const isKept = (state: RowState) => state === "saved" || state === "checked";

function stateWords(row: Row, state: RowState): string {
  const words = sheetWords.value.state;
  if (isKept(state)) return words.saved(row.savedAt ? clock(new Date(row.savedAt)) : "");
  if (state === "saving") return words.saving;
  return state === "not saved" ? words["not saved"] : "";
}

function Choice({ row, scale, edit }: { row: Signal<Row>; scale: Scale; edit: (next: Row) => void }) {
  const { candidate, theirs } = row.value;
  if (!theirs) return null;
  const words = theirsWords(row.value, theirs, scale);
  const whose = <span class="govuk-visually-hidden">{sheetWords.value.conflict.forCandidate(candidate)}</span>;
  return (
    <span class="cm-choice">
      <button type="button" class="cm-link-button" onClick={() => edit(keepMine(row.peek()))}>
        {words.keep} {whose}
      </button>
      <button type="button" class="cm-link-button" onClick={() => edit(takeTheirs(row.peek(), scale))}>
        {words.use} {whose}
      </button>
    </span>
  );
}

/** The button that removes a flag, or sets one again where it was answered. */
function Flag({ row, edit }: { row: Signal<Row>; edit: (next: Row) => void }) {
  return (
    <>
      {" "}
      <button type="button" class="cm-link-button" onClick={() => edit(setFlag(row.peek(), !row.peek().flagged))}>
        {sheetWords.value.flag[row.value.flagged ? "lift" : "again"]}{" "}
        <span class="govuk-visually-hidden">{sheetWords.value.conflict.forCandidate(row.value.candidate)}</span>
      </button>
    </>
  );
}
