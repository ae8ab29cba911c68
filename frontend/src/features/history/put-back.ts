import type { Schemas } from "../../api/client";
import type { Change } from "../../sheet/row";
import { type Step, same } from "./story";

type Row = Schemas["RowOut"];
type Sheet = Schemas["SheetOut"];
type Entered = Schemas["EnteredOut"];

/** Whether a row can be put back, or why not; `again` is one that changed since, which takes a person's own choice. */
export type Standing = "ready" | "again" | "already" | "gone" | "submitted" | "carried";

/** One candidate as the row is now, and as it was before the changes chosen. */
export interface Line {
  candidate: string;
  name: string;
  now: Entered | null;
  back: Entered;
  revision: number;
  standing: Standing;
}

/** Whether any of these changes is of a mark, so that there is something to put back. */
export const canBePutBack = (steps: readonly Step[]): boolean => steps.some(({ before, after }) => !same(before, after));

/** What putting these changes back would do to the sheet as it is now, a line for each candidate. */
export function linesOf(steps: readonly Step[], sheet: Sheet): Line[] {
  const rows = new Map(sheet.rows.map((row) => [row.candidate, row]));
  const ends = new Map<string, { before: Entered; after: Entered }>();
  for (const { candidate, before, after } of steps) ends.set(candidate, { before: ends.get(candidate)?.before ?? before, after });
  return [...ends]
    .filter(([, { before, after }]) => !same(before, after))
    .map(([candidate, { before, after }]) => {
      const row = rows.get(candidate);
      const now = row ? enteredOf(row) : null;
      const standing = row ? standingOf(row, sheet, before, after) : "gone";
      return { candidate, name: row?.name ?? "", now, back: before, revision: row?.revision ?? 0, standing };
    });
}

const enteredOf = ({ outcome, criteria, zero_reason }: Row): Entered => ({ outcome, criteria, zero_reason: zero_reason?.reason ?? null });

function standingOf(row: Row, sheet: Sheet, before: Entered, after: Entered): Standing {
  if (sheet.submission && !row.late) return "submitted";
  if (row.note?.carried_from) return "carried";
  const now = enteredOf(row);
  if (same(now, before)) return "already";
  return same(now, after) ? "ready" : "again";
}

export const mayBeChosen = ({ standing }: Line): boolean => standing === "ready" || standing === "again";

/** The save that puts a line back; the tick goes with the mark, as in every save. */
export const changeOf = ({ candidate, revision, back }: Line, { criteria }: Pick<Sheet, "criteria">): Change => ({
  candidate,
  revision,
  outcome: back.outcome,
  zero_reason: back.zero_reason,
  ...(criteria.length > 0 ? { criteria: back.criteria.length > 0 ? back.criteria : null } : {}),
});
