import type { Edit } from "../../../sheet/open-sheet";
import { type Scale, boxText, parse } from "../../../sheet/parse";
import { type Row, isCarried } from "../../../sheet/row";
import { meaningOf } from "./headings";

/** What one pasted column does to the rows it fills downwards. */
export interface Fill {
  edits: Edit[];
  /** How many edits replace a value, and how many are unreadable and stay in their box unsaved. */
  changing: number;
  bad: number;
  /** How many marks are carried forward and stay. */
  carried: number;
  /** Values below the last row. */
  leftOver: string[];
  /** Empty cells, whose rows stay as they are. */
  empty: number;
}

const WORD = /\p{L}.*\p{L}/u;

/**
 * What a pasted column is: its marks; or words above them that are not a heading of marks; or a candidate number in it.
 */
export type Read = { marks: string[] } | { unread: string } | { number: string };

/**
 * The marks of a pasted column without its heading. A column with candidate numbers of the sheet has numbers, or
 * numbers and marks in turn, and would put marks on the wrong candidates.
 */
export function marksIn(column: readonly string[], scale: Scale, numbers: ReadonlySet<string>): Read {
  const read = withoutHeading(column, scale);
  const isMark = (cell: string) => scale.kind === "mark" && scale.maximum >= Number(cell) && !cell.startsWith("0");
  const number = "marks" in read ? read.marks.find((cell) => numbers.has(cell) && !isMark(cell)) : undefined;
  return number === undefined ? read : { number };
}

function withoutHeading(column: readonly string[], scale: Scale): { marks: string[] } | { unread: string } {
  const place = column.findIndex((cell) => cell !== "");
  const first = column[place] ?? "";
  if (!WORD.test(first) || "outcome" in parse(first, scale)) return { marks: [...column] };
  const meaning = meaningOf(first);
  const heads = meaning === "mark" || meaning === "outcome" || (meaning === "grade" && scale.kind === "grade");
  if (!heads) return { unread: first };
  const below = column.slice(place + 1);
  const next = below.find((cell) => cell !== "") ?? "";
  return WORD.test(next) && "fault" in parse(next, scale) && meaningOf(next) ? { unread: next } : { marks: below };
}

/** Fill rows downwards, one value each. */
export function fill(rows: readonly Row[], marks: readonly string[], scale: Scale): Fill {
  const done: Fill = { edits: [], changing: 0, bad: 0, carried: 0, leftOver: marks.slice(rows.length).filter((mark) => mark !== ""), empty: 0 };
  for (const [place, row] of rows.slice(0, marks.length).entries()) {
    const mark = marks[place] ?? "";
    const parsed = parse(mark, scale);
    const text = "fault" in parsed ? mark : boxText(parsed.outcome, scale, parsed.criteria);
    if (mark === "") done.empty += 1;
    else if (isCarried(row)) done.carried += Number(text !== row.text);
    else {
      done.edits.push({ candidate: row.candidate, text });
      done.bad += Number("fault" in parsed);
      done.changing += Number(row.text.trim() !== "" && row.text.trim() !== text);
    }
  }
  return done;
}
