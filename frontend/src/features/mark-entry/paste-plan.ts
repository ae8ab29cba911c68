import type { Edit } from "../../sheet/open-sheet";
import { type Scale, boxText, parse } from "../../sheet/parse";
import { type Row, isCarried } from "../../sheet/row";
import type { Pasted } from "./paste";

/** What a paste would do, before it is done: nothing of it is dropped without being named. */
export interface Plan {
  edits: Edit[];
  /** Edits that put another value where there is one. */
  changing: Edit[];
  /** Edits whose value is no outcome of the scale: they are put in the box to be seen, and not saved. */
  bad: Edit[];
  /** Values for candidates who are not on the sheet, or come a second time. */
  unknown: Pasted[];
  repeated: Pasted[];
  /** Values for candidates whose marks were submitted. */
  submitted: Pasted[];
  /** Values for candidates whose mark is carried forward and stays as it is. */
  carried: Pasted[];
  /** Values below the last row. */
  leftOver: string[];
  /** Empty cells: those rows stay as they are. */
  empty: number;
}

/** Fill a column downwards, one value a row. */
export function planColumn(rows: Row[], values: string[], scale: Scale): Plan {
  const pairs = rows.slice(0, values.length).map((row, place) => ({
    line: place + 1,
    candidate: row.candidate,
    value: values[place] ?? "",
  }));
  const leftOver = values.slice(rows.length).filter((value) => value !== "");
  return { ...planPairs(rows, pairs, scale), leftOver };
}

/** Give each candidate named the value beside the number. */
export function planPairs(rows: Row[], pairs: Pasted[], scale: Scale): Plan {
  const byCandidate = new Map(rows.map((row) => [row.candidate, row]));
  const seen = new Set<string>();
  const plan: Plan = { edits: [], changing: [], bad: [], unknown: [], repeated: [], submitted: [], carried: [], leftOver: [], empty: 0 };
  for (const pasted of pairs) {
    const row = byCandidate.get(pasted.candidate);
    if (pasted.value === "") plan.empty += 1;
    else if (!row) plan.unknown.push(pasted);
    else if (row.submitted) plan.submitted.push(pasted);
    else if (seen.has(pasted.candidate)) plan.repeated.push(pasted);
    else if (isCarried(row)) {
      if (!says(row, pasted.value, scale)) plan.carried.push(pasted);
    } else add(plan, row, pasted.value, scale);
    if (pasted.value !== "") seen.add(pasted.candidate);
  }
  return plan;
}

/** Whether a value is the one the row has already. */
const says = (row: Row, value: string, scale: Scale): boolean => usualText(value, scale) === row.text;

function usualText(value: string, scale: Scale): string {
  const parsed = parse(value, scale);
  return "outcome" in parsed ? boxText(parsed.outcome, scale) : value;
}

function add(plan: Plan, row: Row, value: string, scale: Scale): void {
  const parsed = parse(value, scale);
  const edit = { candidate: row.candidate, text: usualText(value, scale) };
  plan.edits.push(edit);
  if ("fault" in parsed) plan.bad.push(edit);
  if (row.text.trim() !== "" && row.text.trim() !== edit.text) plan.changing.push(edit);
}
