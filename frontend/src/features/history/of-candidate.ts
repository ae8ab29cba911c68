import type { Schemas } from "../../api/client";

type Entry = Schemas["HistoryEntry"];

/** Only the changes of candidates whose number begins so; empty for everything. */
export function ofCandidate(entries: Entry[], number: string): Entry[] {
  const asked = number.trim();
  if (asked === "") return entries;
  const mine = (candidate: string) => candidate.startsWith(asked);
  return entries
    .map((entry) => ({
      ...entry,
      changes: entry.changes.filter(({ candidate }) => mine(candidate)),
      entered: entry.entered.filter(mine),
      corrected: entry.corrected.filter(mine),
      withdrawn: entry.withdrawn.filter(mine),
    }))
    .filter(({ changes, entered, corrected }) => changes.length + entered.length + corrected.length > 0);
}
