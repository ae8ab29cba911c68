import type { Edit } from "../../../sheet/open-sheet";
import { type Scale, type Wrong, boxText, lackingIn, parse } from "../../../sheet/parse";
import { type Row, isCarried } from "../../../sheet/row";
import type { Line, Stop } from "./match";

/** A mark that a pasted row gives its candidate. */
export interface Brought {
  line: number;
  candidate: string;
  /** The name on the sheet, and the one pasted. */
  name: string;
  pasted: string;
  /** Whether the pasted name is another form of the one on the sheet. */
  differs: boolean;
  /** Whether the mark on the sheet was changed after the table was made, as its row version tells. */
  newer: boolean;
  before: string;
  after: string;
}

/** A pasted mark that is left out, and why. */
export interface Left {
  line: number;
  said: string;
  written: string;
  why: Stop | Wrong | "submitted" | "carried" | "no mark";
}

/**
 * What a pasted table would do, before it is done: every row is used, left out with a reason, blank or without a mark.
 */
export interface Plan {
  brought: Brought[];
  left: Left[];
  blank: number;
  /** Lines that are a title, headings, a total or empty. */
  unread: number;
}

export const isChange = ({ before, after }: Brought): boolean => before !== "" && before !== after;
export const isNew = ({ before, after }: Brought): boolean => before !== after;
export const editsOf = ({ brought }: Plan): Edit[] => brought.filter(isNew).map(({ candidate, after }) => ({ candidate, text: after }));

/** Put what was matched beside the rows of the sheet. Lines are counted from 1. */
export function planOf(lines: readonly Line[], rows: readonly Row[], scale: Scale): Plan {
  const byCandidate = new Map(rows.map((row) => [row.candidate, row]));
  const plan: Plan = { brought: [], left: [], blank: 0, unread: 0 };
  for (const [place, line] of lines.entries()) {
    const row = line.kind === "matched" ? byCandidate.get(line.candidate) : undefined;
    if (line.kind === "stopped") plan.left.push({ line: place + 1, said: line.said, written: line.written, why: line.why });
    else if (line.kind === "matched" && row) add(plan, place + 1, line, row, scale);
    else if (line.kind === "blank") plan.blank += 1;
    else plan.unread += 1;
  }
  return plan;
}

function add(plan: Plan, number: number, line: Extract<Line, { kind: "matched" }>, row: Row, scale: Scale): void {
  const { candidate, name } = row;
  const { parsed, written, differs, revision = row.revision } = line;
  const leave = (why: Left["why"]) => plan.left.push({ line: number, said: `${candidate} ${name}`, written, why });
  if ("fault" in parsed) return void leave(parsed);
  const lacking = parsed.outcome === null && parsed.criteria ? lackingIn(parsed.criteria, scale.criteria ?? []) : [];
  if (lacking.length > 0) return void leave({ fault: "criteria missing", lacking });
  const [before, after] = [usual(row.text, scale), boxText(parsed.outcome, scale, parsed.criteria)];
  if (before !== after && row.submitted) return void leave("submitted");
  if (before !== after && isCarried(row)) return void leave("carried");
  plan.brought.push({ line: number, candidate, name, pasted: line.name, differs, newer: before !== after && revision !== row.revision, before, after });
}

function usual(text: string, scale: Scale): string {
  const parsed = parse(text, scale);
  return "fault" in parsed ? text.trim() : boxText(parsed.outcome, scale, parsed.criteria);
}
