import type { Schemas } from "../../api/client";
import { type Scale, boxText } from "../../sheet/parse";
import { cellsOf } from "../marks/pasting/cells";
import { type Line, match, targetOf } from "../marks/pasting/match";
import type { Left } from "../marks/pasting/plan";
import { type Asked, type Reading, askedOf, guess } from "../marks/pasting/roles";

type Adjusted = Schemas["OutcomeIn"]["adjusted"];

/**
 * A pasted list: its marks, the lines without a mark for a candidate of the sheet, and what is unclear about its
 * columns.
 */
export interface Read {
  adjusted: Adjusted;
  unread: Left[];
  asked: Asked[];
}

/** A number and a mark; a comma alone separates them only after four digits, because 1,000 may be a mark. */
const LINE = /^(?:(\d{4})[\s,;]+|(\d{1,4})(?:[\s;]+|,\s+))(.*)$/;
const TYPED: Reading = { heading: undefined, roles: ["candidate", "mark"] };

/** The adjusted marks of an outcome, as they would be typed. */
export const adjustedText = (adjusted: Schemas["ModerationOutcomeOut"]["adjusted"], scale: Scale): string =>
  adjusted.map(({ candidate, adjusted: mark }) => `${candidate} ${boxText(mark, scale)}`).join("\n");

/**
 * Adjusted marks as typed, a candidate number and the board's mark on each line; or a table pasted from a spreadsheet.
 */
export function readAdjusted(text: string, marks: Pick<Schemas["SheetOut"], "assessment" | "centre" | "series" | "rows">): Read {
  const target = targetOf(marks, marks.rows);
  const guessed = text.includes("\t") ? guess(cellsOf(text), target.people, target.scale) : undefined;
  const pasted = guessed !== undefined && (askedOf(guessed.roles).length === 0 || isTable(text));
  const table = pasted ? cellsOf(text) : text.split(/\r?\n/).map((line) => typed(line.trim()));
  const reading = pasted ? guessed : TYPED;
  const asked = askedOf(reading.roles);
  const read: Read = { adjusted: [], unread: [], asked };
  if (asked.length > 0) return read;
  for (const [place, line] of match(table, reading, target).entries()) take(read, line, place + 1, table[place] ?? [], pasted);
  return read;
}

/** Whether every line has a tab; where only some have and the columns are unclear, each is read as a typed one. */
const isTable = (text: string): boolean =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .every((line) => line.includes("\t"));

function typed(line: string): string[] {
  const [, full, short, mark] = LINE.exec(line) ?? [];
  return mark === undefined ? [line] : [full ?? short ?? "", mark];
}

function take(read: Read, line: Line, number: number, cells: readonly string[], pasted: boolean): void {
  const leave = (why: Left["why"], said: string, written: string) => read.unread.push({ line: number, said, written, why });
  if (line.kind === "stopped") leave(line.why, line.said, line.written);
  else if (line.kind === "blank" && !pasted) leave("no mark", cells.join(" "), "");
  else if (line.kind !== "matched") return;
  else if ("fault" in line.parsed) leave(line.parsed, line.candidate, line.written);
  else if (line.parsed.outcome) read.adjusted.push({ candidate: line.candidate, outcome: line.parsed.outcome });
}
