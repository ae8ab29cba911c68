import type { Schemas } from "../../api/client";

type Row = Schemas["RowOut"];
type Scale = Schemas["AssessmentOut"]["scale"];

/** The totals under the list, to compare with one's own. */
export interface Totals {
  candidates: number;
  /** Candidates with a mark or grade. */
  marked: number;
  absent: number;
  /** Candidates with nothing yet. */
  blank: number;
  /** All marks added up, or how many have each grade, by its code, in the order of the scale. */
  sum: number | [grade: string, count: number][];
}

export function totalsOf(rows: readonly Row[], scale: Scale): Totals {
  const outcomes = rows.map(({ outcome }) => outcome);
  const absent = outcomes.filter((one) => one?.kind === "absent").length;
  const blank = outcomes.filter((one) => one === null).length;
  return { candidates: rows.length, marked: rows.length - absent - blank, absent, blank, sum: sumOf(outcomes, scale) };
}

function sumOf(outcomes: Row["outcome"][], scale: Scale): Totals["sum"] {
  if (scale.kind === "mark") return outcomes.reduce((sum, one) => sum + (one?.kind === "mark" ? one.mark : 0), 0);
  return scale.grades.map(({ code }) => [code, outcomes.filter((one) => one?.kind === "grade" && one.grade === code).length]);
}
