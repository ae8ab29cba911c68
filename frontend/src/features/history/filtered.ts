import type { Filters } from "./use-filters";
import type { Entry } from "./story";
import { nameOf } from "./who";

/** Only what a person did and what changed for a candidate, by the beginning of a number or by a part of a name. */
export function filtered(entries: readonly Entry[], { by, candidate }: Filters, names: Readonly<Record<string, string>>, ofBoard: boolean): Entry[] {
  const theirs = by === "" ? [...entries] : entries.filter((entry) => nameOf(entry, ofBoard) === by);
  const asked = candidate.trim().toLocaleLowerCase();
  if (asked === "") return theirs;
  const mine = (number: string) => number.startsWith(asked) || (names[number] ?? "").toLocaleLowerCase().includes(asked);
  return theirs
    .map((entry) => ({
      ...entry,
      changes: entry.changes.filter((change) => mine(change.candidate)),
      entered: entry.entered.filter(mine),
      corrected: entry.corrected.filter(mine),
      withdrawn: entry.withdrawn.filter(mine),
    }))
    .filter(({ changes, entered, corrected }) => changes.length + entered.length + corrected.length > 0);
}

/** Whoever did something in these entries, in order. */
export const peopleIn = (entries: readonly Entry[], ofBoard: boolean): string[] =>
  [...new Set(entries.map((entry) => nameOf(entry, ofBoard)))].filter((name) => name !== "").toSorted((one, other) => one.localeCompare(other));
