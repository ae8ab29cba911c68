import type { Schemas } from "../api/client";
import type { Kept } from "../lib/local-copy";
import { withTotal } from "./criteria";
import { type Parsed, type Scale, type Wrong, boxText, lackingIn, parse } from "./parse";

type ServerRow = Schemas["RowOut"];
type Answer = Schemas["AnswerOut"];
export type Change = Schemas["ChangeIn"];

/** What the server has, or was sent, of one row. */
export interface Held {
  readonly text: string;
  readonly checked: boolean;
  readonly flagged: boolean;
  /** Why the mark is 0, if somebody said so. */
  readonly zero?: ZeroReason;
  /** The note to the checker, if there is one. */
  readonly memo?: string;
}

export type ZeroReason = Schemas["ZeroReason"];
export const ZERO_REASONS: readonly ZeroReason[] = ["worth-nothing", "not-authenticated"];
type Flag = Schemas["FlagOut"];

/** What someone else saved meanwhile: who gave the outcome, and who flagged it. */
type Theirs = Held & { readonly by: string; readonly flag?: Flag };

/** Why a row cannot be saved as it is: the text, a tick without a mark, or the server's refusal. */
export type Problem = ({ kind: "typed" } & Wrong) | { kind: "nothing to tick" } | { kind: "refused"; code: string; detail: string };

/** One candidate's row: what is on screen, what the server has, and what prevents saving. */
export interface Row {
  readonly candidate: string;
  readonly uci: string;
  readonly name: string;
  readonly group: string;
  /** Whether the mark is submitted, on a sheet where late entries are still to be sent. */
  readonly submitted: boolean;
  readonly text: string;
  readonly parsed: Parsed;
  readonly checked: boolean;
  /** Whether someone doubts the mark, and who, once the service knows. A row is not ticked and flagged at once. */
  readonly flagged: boolean;
  readonly flag?: Flag;
  readonly zero?: ZeroReason;
  readonly memo?: string;
  /** Who wrote the note that the server has. */
  readonly memoBy?: Schemas["CheckerNoteOut"];
  readonly saved: Held;
  readonly revision: number;
  /** Who gave the outcome that the server has, and whether that is the person signed in. */
  readonly enteredBy: string;
  readonly own: boolean;
  readonly query?: Schemas["QueryOut"];
  /** What to know about the candidate beside the mark. */
  readonly note?: Schemas["NoteOut"];
  readonly sent?: Held;
  readonly problem?: Problem;
  readonly theirs?: Theirs;
  readonly unticked?: boolean;
  /** Whose flag a tick or another mark answered since the page was opened; empty for one's own. */
  readonly lifted?: string;
  /** When the browser got the answer that the row is saved (ms). */
  readonly savedAt?: number;
}

/** A row as the service has it; on a `supplementary` sheet all but late entries are submitted. */
export function fromServer(row: ServerRow, scale: Scale, supplementary = false): Row {
  const saved = heldBy(row, scale);
  const { candidate, uci, name, group, revision, own } = row;
  return {
    candidate,
    uci,
    name,
    group,
    revision,
    own,
    submitted: supplementary && !row.late,
    enteredBy: row.entered_by,
    ...(row.query ? { query: row.query } : {}),
    ...(row.note ? { note: row.note } : {}),
    ...(row.flag ? { flag: row.flag } : {}),
    ...(row.checker_note ? { memoBy: row.checker_note } : {}),
    ...saved,
    parsed: scale.criteria ? parse(saved.text, scale) : { outcome: row.outcome },
    saved,
  };
}

const heldBy = ({ outcome, criteria, checked, flag, zero_reason: zero, checker_note: memo }: ServerRow | Answer, scale: Scale): Held => ({
  text: boxText(outcome, scale, scale.criteria ? criteria : []),
  checked,
  flagged: flag !== null,
  ...(zero ? { zero: zero.reason } : {}),
  ...(memo ? { memo: memo.text } : {}),
});

/** The text of the box in its usual form: "  7" is 7, "abs" is A; text that cannot be read stays as it was typed. */
const usual = (row: Row, scale: Scale): string => ("outcome" in row.parsed ? boxText(row.parsed.outcome, scale, row.parsed.criteria) : row.text.trim());

export const isDirty = (row: Row, scale: Scale): boolean =>
  usual(row, scale) !== row.saved.text ||
  row.checked !== row.saved.checked ||
  row.flagged !== row.saved.flagged ||
  row.zero !== row.saved.zero ||
  row.memo !== row.saved.memo;

/** Whether the board carried the mark forward, so that nobody at the centre can change the row. */
export const isCarried = (row: Row): boolean => Boolean(row.note?.carried_from);

/**
 * Type into a row's box. A tick, a flag and a reason for 0 belong to the mark they were made for: another mark removes
 * them.
 */
export function type(row: Row, typed: string, scale: Scale): Row {
  if (isCarried(row)) return row;
  const { problem: _old, unticked: _was, zero, ...rest } = row;
  const text = scale.criteria ? withTotal(row.text, typed) : typed;
  const next: Row = { ...rest, text, parsed: parse(text, scale) };
  const another = usual(next, scale) !== usual(row, scale);
  const loses = row.checked && another;
  return {
    ...next,
    ...(zero && !another ? { zero } : {}),
    checked: loses ? false : row.checked,
    ...(another ? answering(row) : { flagged: row.flagged }),
    ...(loses || row.unticked ? { unticked: true } : {}),
    ...("fault" in next.parsed ? { problem: { kind: "typed", ...next.parsed } } : {}),
  };
}

/** A mark without its flag, and whose flag it was. */
const answering = ({ flagged, flag, lifted }: Row): Pick<Row, "flagged" | "lifted"> => {
  const whose = flagged ? (flag && !flag.own ? flag.by : "") : lifted;
  return { flagged: false, ...(whose === undefined ? {} : { lifted: whose }) };
};

/** Change what was typed to its usual form. */
export const tidy = (row: Row, scale: Scale): Row => ({ ...row, text: "fault" in row.parsed ? row.text : usual(row, scale) });

/** Whether a tick was refused because there is no mark; this is not an error of what else is in the row. */
const hadNothingToTick = (row: Row): boolean => row.problem?.kind === "nothing to tick";

/**
 * Tick a row, or remove its tick. A tick says that nobody doubts the mark any more. An empty row says that it has
 * nothing to tick, until another attempt.
 */
export function tick(row: Row, checked: boolean): Row {
  const { unticked: _was, problem, ...rest } = row;
  if (checked && "outcome" in row.parsed && row.parsed.outcome === null)
    return hadNothingToTick(row) ? rest : { ...rest, problem: { kind: "nothing to tick" } };
  return { ...rest, checked, ...(checked ? answering(row) : {}), ...(problem?.kind === "typed" ? { problem } : {}) };
}

/** The codes of the criteria that a row with marks for others has none for. */
export const lackingOf = ({ parsed }: Row, { criteria = [] }: Scale): readonly string[] =>
  "outcome" in parsed && parsed.outcome === null && parsed.criteria ? lackingIn(parsed.criteria, criteria) : [];

/** Say why a mark is 0, or that nobody knows. */
export function explain(row: Row, zero: ZeroReason | undefined): Row {
  const { zero: _was, ...rest } = row;
  return zero ? { ...rest, zero } : rest;
}

export const isZero = ({ parsed }: Row): boolean => "outcome" in parsed && parsed.outcome?.kind === "mark" && parsed.outcome.mark === 0;

/** Leave a note for whoever checks the row, or remove it; it stays whatever becomes of the mark. */
export function setMemo(row: Row, memo: string | undefined): Row {
  const { memo: _was, ...rest } = row;
  return memo ? { ...rest, memo } : rest;
}

/** Whether a mark is 0 and nobody has said why. */
export const lacksReason = (row: Row): boolean => isZero(row) && row.zero === undefined;

/** Flag a mark as doubtful, which unticks it, or remove its flag. */
export function setFlag(row: Row, flagged: boolean): Row {
  const { unticked: _was, lifted: _whose, ...rest } = row;
  return { ...rest, flagged, checked: rest.checked && !flagged };
}

/** When a row is left, drop the message that it had nothing to tick. */
export function left(row: Row): Row {
  const { problem: _problem, ...rest } = row;
  return hadNothingToTick(row) ? rest : row;
}

const holding = (row: Row, held: Held, scale: Scale): Row => {
  const { problem: _problem, unticked: _was, lifted: _whose, ...rest } = row;
  const { text, checked, flagged, zero, memo } = held;
  return { ...setMemo(explain(rest, zero), memo), text, checked, flagged, parsed: parse(text, scale) };
};

/** Escape: restore what the server has. */
export const restore = (row: Row, scale: Scale): Row => holding(row, row.saved, scale);

/** The change to send for a row, or undefined while it has a problem or an open question. */
export function toChange(row: Row, scale: Scale): Change | undefined {
  if ((row.problem && !hadNothingToTick(row)) || row.theirs || "fault" in row.parsed || !isDirty(row, scale)) return undefined;
  const { candidate, revision, checked, flagged } = row;
  const another = usual(row, scale) !== row.saved.text;
  const zero_reason = row.zero ?? null;
  const change: Change = {
    candidate,
    revision,
    checked,
    ...(flagged === row.saved.flagged ? {} : { flagged }),
    ...(row.zero === row.saved.zero || (another && !row.zero) ? {} : { zero_reason }),
    ...(row.memo === row.saved.memo ? {} : { checker_note: row.memo ?? null }),
  };
  if (!another) return change;
  const { outcome, criteria = [] } = row.parsed;
  return { ...change, outcome, ...(scale.criteria ? { criteria: [...criteria] } : {}) };
}

const heldNow = ({ checked, flagged, zero, memo }: Held, text: string): Held => ({
  text,
  checked,
  flagged,
  ...(zero ? { zero } : {}),
  ...(memo ? { memo } : {}),
});

export const markSent = (row: Row, scale: Scale): Row => ({
  ...row,
  sent: heldNow(row, usual(row, scale)),
});

/** A row whose save will never be answered. */
export const notSent = ({ sent: _sent, ...row }: Row): Row => row;

/** Take the server's answer about a row; what was typed since it was sent stays as it is. */
export function answered(row: Row, answer: Answer, scale: Scale, at: number): Row {
  const { sent, theirs: _theirs, query: _query, flag: _flag, memoBy: _by, ...rest } = row;
  const held = heldBy(answer, scale);
  const flagOfIt = answer.flag ? { flag: answer.flag } : {};
  const told: Row = {
    ...rest,
    revision: answer.revision,
    enteredBy: answer.entered_by,
    own: answer.own,
    ...(answer.query ? { query: answer.query } : {}),
    ...flagOfIt,
    ...(answer.checker_note ? { memoBy: answer.checker_note } : {}),
  };
  if (answer.result === "conflict") return { ...told, theirs: { ...held, by: answer.entered_by, ...flagOfIt } };
  if (answer.result === "refused") {
    const { code, detail } = answer.problem ?? { code: "", detail: "" };
    const unread = answer.revision === 0 ? { ...told, revision: row.revision } : told;
    return { ...unread, checked: row.saved.checked, flagged: row.saved.flagged, problem: { kind: "refused", code, detail } };
  }
  const untouched = sent !== undefined && isSame(sent, heldNow(row, usual(row, scale)));
  return {
    ...(untouched ? holding(told, held, scale) : told),
    ...(row.unticked ? { unticked: true } : {}),
    ...(row.lifted === undefined ? {} : { lifted: row.lifted }),
    ...(row.problem && hadNothingToTick(row) ? { problem: row.problem } : {}),
    saved: held,
    savedAt: at,
  };
}

const isSame = (one: Held, other: Held): boolean =>
  one.text === other.text && one.checked === other.checked && one.flagged === other.flagged && one.zero === other.zero && one.memo === other.memo;

/** Whether nobody at the centre can change the row any more: the mark is submitted or carried forward. */
export const isClosed = (row: Row): boolean => row.submitted || isCarried(row);

/** Whether a candidate number now belongs to another person: a correction changes the name or the UCI, not both. */
export const isSomeoneElse = (row: Row, fresh: Row): boolean => row.uci !== fresh.uci && row.name !== fresh.name;

/**
 * Apply what the server has now to a row nobody is working on; a row with unsaved work, or with someone `here`, stays,
 * unless it is now closed. What the entry says about the candidate is always the server's.
 */
export function refreshed(row: Row, fresh: Row, scale: Scale, here = false): Row {
  if (isClosed(fresh)) return fresh;
  const worked = here || isDirty(row, scale) || row.problem || row.sent || row.theirs || fresh.revision <= row.revision;
  if (!worked) return fresh;
  return noted(named(row, fresh), fresh.note);
}

const named = (row: Row, { name, uci, group }: Row): Row => (name === row.name && uci === row.uci && group === row.group ? row : { ...row, name, uci, group });

/** A row with what is now known about its candidate; the same row where nothing is new. */
export function noted(row: Row, note: Schemas["NoteOut"] | undefined): Row {
  if (JSON.stringify(note) === JSON.stringify(row.note)) return row;
  const { note: _old, ...rest } = row;
  return note ? { ...rest, note } : rest;
}

/** Whether something typed is another mark than the row has. */
export const isOther = (row: Row, text: string, scale: Scale): boolean => {
  const parsed = parse(text, scale);
  return ("outcome" in parsed ? boxText(parsed.outcome, scale, parsed.criteria) : text.trim()) !== row.saved.text;
};

/** Restore what was stored on this computer; where the row changed meanwhile, both are shown. */
export function resumed(row: Row, kept: Kept, scale: Scale): Row {
  const { checked } = kept;
  const typed = type({ ...row, checked }, kept.text, scale);
  const memo = kept.memo === undefined ? typed.memo : kept.memo;
  const mine: Row = { ...setMemo(explain(typed, kept.zero ?? typed.zero), memo), checked, flagged: kept.flagged ?? typed.flagged };
  if (kept.revision === row.revision || !isDirty(mine, scale)) return mine;
  return { ...mine, theirs: { ...row.saved, by: row.enteredBy, ...(row.flag ? { flag: row.flag } : {}) } };
}

export function keepMine(row: Row): Row {
  const { theirs, ...rest } = row;
  return theirs ? { ...rest, saved: savedBy(theirs) } : row;
}

export function takeTheirs(row: Row, scale: Scale): Row {
  const { theirs, ...rest } = row;
  if (!theirs) return row;
  const held = savedBy(theirs);
  return { ...holding(rest, held, scale), saved: held };
}

const savedBy = (theirs: Theirs): Held => heldNow(theirs, theirs.text);

/** Whether this person gave the mark in the box, typed now or saved before. */
export const isOwn = (row: Row): boolean => row.own || row.text.trim() !== row.saved.text;

export type RowState = "blank" | "saved" | "checked" | "not saved" | "saving" | "problem" | "changed elsewhere";

/** The state of a row; while the queue is `away` from the service nothing is being saved. */
export function stateOf(row: Row, scale: Scale, away = false): RowState {
  if (row.theirs) return "changed elsewhere";
  if (row.problem) return "problem";
  if (row.sent) return away ? "not saved" : "saving";
  if (isDirty(row, scale)) return "not saved";
  if (row.text === "") return "blank";
  return row.checked ? "checked" : "saved";
}
