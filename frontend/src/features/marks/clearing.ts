import { type Row, isCarried } from "../../sheet/row";

/** Which of the marks shown would be cleared, and how many stay because they were submitted or carried forward. */
export interface Clearing {
  candidates: string[];
  submitted: number;
  carried: number;
}

export function clearingOf(shown: Row[]): Clearing {
  const filled = shown.filter(({ text }) => text !== "");
  const carried = filled.filter(isCarried);
  const submitted = filled.filter((row) => row.submitted && !isCarried(row));
  const open = filled.filter((row) => !row.submitted && !isCarried(row));
  return { candidates: open.map(({ candidate }) => candidate), submitted: submitted.length, carried: carried.length };
}
