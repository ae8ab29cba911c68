import type { Schemas } from "../../api/client";

type Entry = Schemas["HistoryEntry"];

/** What changed the candidates whose number begins so, and nothing else; empty asks for everything. */
export function ofCandidate(entries: Entry[], number: string): Entry[] {
  const asked = number.trim();
  if (asked === "") return entries;
  return entries
    .map((entry) => ({ ...entry, changes: entry.changes.filter(({ candidate }) => candidate.startsWith(asked)) }))
    .filter(({ changes }) => changes.length > 0);
}
