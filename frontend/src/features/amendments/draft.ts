import type { Schemas } from "../../api/client";
import { type Fault, type Outcome, type Scale, parse } from "../../sheet/parse";
import type { Amendment, Wanted } from "./api";

type Row = Pick<Schemas["RowOut"], "candidate" | "name" | "outcome" | "late" | "note">;

/** What someone has filled in so far: new marks by candidate as typed, in the order they were chosen. */
export interface Draft {
  readonly marks: ReadonlyMap<string, string>;
  readonly reason: string;
  readonly explanation: string;
  readonly approvedBy: string;
}

export const EMPTY: Draft = { marks: new Map(), reason: "", explanation: "", approvedBy: "" };

/** Why a candidate cannot be chosen. */
export type NotChosen = "number missing" | "not on this sheet" | "several" | "chosen already" | "no mark" | "carried" | "waits";

/** Why what was typed is not a new mark. */
export type LineFault = Fault | "missing" | "same";

/** One candidate of an amendment: the mark the board has, and what was typed for the new one. */
export interface Line {
  candidate: string;
  name: string;
  note: Row["note"];
  before: Outcome | null;
  typed: string;
  after?: Outcome;
  fault?: LineFault;
}

const DIGITS = 4;

/** Choose a candidate by number, where 51 may be typed for 0051, or by parts of the name. */
export function choose(
  draft: Draft,
  typed: string,
  rows: readonly Row[],
  waiting: ReadonlySet<string>,
): { draft: Draft; candidate: string } | { fault: NotChosen } {
  const text = typed.trim();
  if (text === "") return { fault: "number missing" };
  const [row, ...others] = found(text, rows);
  if (!row) return { fault: "not on this sheet" };
  if (others.length > 0) return { fault: "several" };
  const { candidate } = row;
  if (row.outcome === null || row.late) return { fault: "no mark" };
  if (row.note?.carried_from) return { fault: "carried" };
  if (waiting.has(candidate)) return { fault: "waits" };
  if (draft.marks.has(candidate)) return { fault: "chosen already" };
  return { draft: { ...draft, marks: new Map(draft.marks).set(candidate, "") }, candidate };
}

function found(text: string, rows: readonly Row[]): Row[] {
  if (/^\d+$/.test(text)) return rows.filter(({ candidate }) => candidate === text.padStart(DIGITS, "0"));
  const parts = plain(text).split(/[\s,]+/);
  return rows.filter(({ candidate, name }) => parts.every((part) => plain(`${candidate} ${name}`).includes(part)));
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const typeMark = (draft: Draft, candidate: string, typed: string): Draft => ({
  ...draft,
  marks: new Map(draft.marks).set(candidate, typed),
});

export const remove = (draft: Draft, candidate: string): Draft => ({
  ...draft,
  marks: new Map([...draft.marks].filter(([other]) => other !== candidate)),
});

/** The candidates chosen, each beside the mark the board has now. */
export function linesOf(draft: Draft, rows: readonly Row[], scale: Scale): Line[] {
  return [...draft.marks].map(([candidate, typed]) => {
    const row = rows.find((one) => one.candidate === candidate);
    const before = row?.outcome ?? null;
    return { candidate, name: row?.name ?? "", note: row?.note ?? null, before, typed, ...read(typed, before, scale) };
  });
}

function read(typed: string, before: Outcome | null, scale: Scale): { after: Outcome } | { fault: LineFault } {
  const parsed = parse(typed, scale);
  if ("fault" in parsed) return parsed;
  if (parsed.outcome === null) return { fault: "missing" };
  return isSame(parsed.outcome, before) ? { fault: "same" } : { after: parsed.outcome };
}

function isSame(one: Outcome, other: Outcome | null): boolean {
  if (one.kind === "mark") return other?.kind === "mark" && one.mark === other.mark;
  if (one.kind === "grade") return other?.kind === "grade" && one.grade === other.grade;
  return other?.kind === "absent";
}

/** What a draft still lacks: a part of it, or a new mark for a candidate. */
export type Lack = { part: "marks" | "reason" | "explanation" | "approvedBy" } | { part: "mark"; line: Line; fault: LineFault };

export function lacksOf(draft: Draft, lines: readonly Line[]): Lack[] {
  const saysTooLittle = { reason: draft.reason === "", explanation: wordsIn(draft.explanation) < FEWEST_WORDS, approvedBy: draft.approvedBy.trim() === "" };
  const parts = (["reason", "explanation", "approvedBy"] as const).filter((part) => saysTooLittle[part]);
  return [
    ...(lines.length === 0 ? [{ part: "marks" } satisfies Lack] : []),
    ...lines.flatMap((line): Lack[] => (line.fault ? [{ part: "mark", line, fault: line.fault }] : [])),
    ...parts.map((part): Lack => ({ part })),
  ];
}

/** How many words an explanation has at least; the service asks for as many. */
const FEWEST_WORDS = 3;

const wordsIn = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** Whether whoever requests an amendment is named as the one who approved it. */
export const approvesOwn = (draft: Draft, name: string): boolean => spelt(draft.approvedBy) === spelt(name);

const spelt = (name: string): string => plain(name).trim().replace(/\s+/g, " ");

/** A complete draft as it is sent. */
export const wantedOf = (draft: Draft, lines: readonly Line[]): Wanted => ({
  marks: lines.flatMap(({ candidate, before, after }) => (before && after ? { candidate, before, after } : [])),
  reason: draft.reason,
  explanation: draft.explanation.trim(),
  approved_by: draft.approvedBy.trim(),
});

/** The candidates of amendments that the board has yet to decide. */
export const waitingIn = (amendments: readonly Amendment[]): Set<string> =>
  new Set(amendments.filter(({ state }) => state === "pending").flatMap(({ marks }) => marks.map(({ candidate }) => candidate)));

/** Where the service says something is wrong: one of the marks, or the whole request. */
export function placeOf(pointer: string, lines: readonly Line[]): Line | undefined {
  const [, place] = /^\/marks\/(\d+)/.exec(pointer) ?? [];
  return place === undefined ? undefined : lines[Number(place)];
}
