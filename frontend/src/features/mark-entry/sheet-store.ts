import type { Schemas } from "../../api/client";
import { type Scale, boxText, parse } from "./parse";

type ServerRow = Schemas["RowOut"];
type Answer = Schemas["AnswerOut"];
export type Change = Schemas["ChangeIn"];

/** What the server has, or what was sent to it, of one row. */
export interface Held {
  text: string;
  checked: boolean;
}

/** One candidate's row: what is on screen, what the server holds, and what stands between them. */
export interface Row {
  readonly candidate: string;
  readonly name: string;
  readonly uci: string;
  readonly group: string;
  readonly text: string;
  readonly checked: boolean;
  readonly saved: Held;
  readonly revision: number;
  readonly sent?: Held;
  readonly problem?: string;
  readonly theirs?: Held;
  readonly unticked?: boolean;
}

export function fromServer(row: ServerRow): Row {
  const saved = { text: boxText(row.outcome), checked: row.checked };
  const { candidate, name, uci, group, revision } = row;
  return { candidate, name, uci, group, revision, ...saved, saved };
}

export const isDirty = (row: Row): boolean => row.text.trim() !== row.saved.text || row.checked !== row.saved.checked;

/** Type into a row's box. A tick belongs to the mark it was made for: another mark takes it off. */
export function type(row: Row, text: string, scale: Scale): Row {
  const parsed = parse(text, scale);
  const { problem: _old, unticked: _was, ...rest } = row;
  const changed = text.trim() !== row.text.trim();
  const loses = changed && row.checked;
  return {
    ...rest,
    text,
    checked: loses ? false : row.checked,
    ...(loses || row.unticked ? { unticked: true } : {}),
    ...("problem" in parsed ? { problem: parsed.problem } : {}),
  };
}

/** Put what was typed into its usual form: "  7" is 7, "abs" is A, "merit" is M. */
export function tidy(row: Row, scale: Scale): Row {
  const parsed = parse(row.text, scale);
  return "problem" in parsed ? row : { ...row, text: boxText(parsed.outcome) };
}

export function tick(row: Row, checked: boolean): Row {
  const { unticked: _was, ...rest } = row;
  if (checked && row.text.trim() === "") return { ...rest, problem: "Type a mark, or A for absent, before you tick Checked" };
  return { ...rest, checked };
}

/** Escape: what the server holds. */
export function restore(row: Row): Row {
  const { problem: _problem, unticked: _was, ...rest } = row;
  return { ...rest, ...row.saved };
}

/** The change to send for a row, or nothing while it has a problem or an open question. */
export function toChange(row: Row, scale: Scale): Change | undefined {
  const parsed = parse(row.text, scale);
  if (!isDirty(row) || row.problem || row.theirs || "problem" in parsed) return undefined;
  const change: Change = { candidate: row.candidate, revision: row.revision, checked: row.checked };
  return boxText(parsed.outcome) === row.saved.text ? change : { ...change, outcome: parsed.outcome };
}

export const markSent = (row: Row, scale: Scale): Row => {
  const tidied = tidy(row, scale);
  return { ...row, sent: { text: tidied.text, checked: row.checked } };
};

/** Take in the server's answer about a row; what was typed since it was sent stays as it is. */
export function answered(row: Row, answer: Answer): Row {
  const { sent, theirs: _theirs, ...rest } = row;
  const held = { text: boxText(answer.outcome), checked: answer.checked };
  if (answer.result === "conflict") return { ...rest, theirs: held, revision: answer.revision };
  if (answer.result === "refused") return { ...rest, problem: answer.problem?.detail ?? "This was not saved" };
  const untouched = sent && sent.text === row.text.trim() && sent.checked === row.checked;
  return { ...rest, saved: held, revision: answer.revision, ...(untouched ? held : {}) };
}

/** Lay what the server has now over a row nobody is working on; a row with work in it stays. */
export function refreshed(row: Row, fresh: Row): Row {
  return isDirty(row) || row.sent || row.theirs || fresh.revision <= row.revision ? row : fresh;
}

/** Put back what was typed before the page went away to sign in; where the row changed meanwhile, both are shown. */
export function resumed(row: Row, kept: Held & { revision: number }): Row {
  const mine = { ...row, text: kept.text, checked: kept.checked };
  return kept.revision === row.revision || !isDirty(mine) ? mine : { ...mine, theirs: row.saved };
}

export function keepMine(row: Row): Row {
  const { theirs, ...rest } = row;
  return theirs ? { ...rest, saved: theirs } : row;
}

export function takeTheirs(row: Row): Row {
  const { theirs, problem: _problem, ...rest } = row;
  return theirs ? { ...rest, ...theirs, saved: theirs } : row;
}

export type RowState = "blank" | "saved" | "checked" | "not saved" | "saving" | "problem" | "changed elsewhere";

export function stateOf(row: Row): RowState {
  if (row.theirs) return "changed elsewhere";
  if (row.problem) return "problem";
  if (row.sent) return "saving";
  if (isDirty(row)) return "not saved";
  if (row.text === "") return "blank";
  return row.checked ? "checked" : "saved";
}
