import type { Schemas } from "../../api/client";
import type { Trouble } from "../../ui/ErrorSummary";
import type { Upload } from "./api";
import { uploadWords } from "./words";

export type ColumnSeen = Schemas["ColumnOut"];
export type Role = Schemas["Column"];

/** The roles of a column, in the order a person looks for them. */
export const ROLES: readonly Role[] = [
  ...(["ignored", "candidate", "uci", "name", "surname", "forename", "mark", "criterion", "grade", "absent"] as const),
  ...(["zero_reason", "assessment", "centre", "series", "sequence", "revision"] as const),
];
/** Roles that say whose a mark is: any one of these is enough. */
const WHOSE: readonly Role[][] = [["candidate"], ["uci"], ["name"], ["surname", "forename"]];

/** What a person chose for a file. */
export interface Said {
  roles: ReadonlyMap<number, Role>;
  /** For lines that name none; empty where each names its own. */
  assessment: string;
}

export const roleId = (place: number): string => `column-${place}`;
export const ASSESSMENT = "reading-assessment";

/** The roles the service found; a column it did not recognise is ignored. */
export const saidAtFirst = (columns: readonly ColumnSeen[], assessment: string): Said => ({
  roles: new Map(columns.map(({ place, role }) => [place, role ?? "ignored"])),
  assessment,
});

/** What prevents reading the file like this. */
export function unreadable(need: Upload["need"], { roles, assessment }: Said): Trouble[] {
  if (need === "assessment" && assessment === "") return [{ say: () => uploadWords.value.reading.whichAssessment, at: ASSESSMENT }];
  const at = roleId([...roles.keys()][0] ?? 0);
  const taken = new Map<Role, number>();
  const troubles: Trouble[] = [];
  for (const [place, role] of roles) {
    if (role === "ignored") continue;
    if (taken.has(role) && role !== "criterion")
      troubles.push({ say: () => uploadWords.value.reading.twice(uploadWords.value.faults.fields[role]), at: roleId(place) });
    taken.set(role, place);
  }
  if (roles.size === 0 || troubles.length > 0) return troubles;
  if (!(["mark", "grade", "criterion"] as const).some((role) => taken.has(role))) troubles.push({ say: () => uploadWords.value.reading.noMark, at });
  if (!WHOSE.some((needed) => needed.every((role) => taken.has(role)))) troubles.push({ say: () => uploadWords.value.reading.noPerson, at });
  return troubles;
}

/** The request to the service; columns that stay as they were read are left out. */
export function readingOf(columns: readonly ColumnSeen[], { roles, assessment }: Said): Schemas["ReadingIn"] {
  const changed = columns.some(({ place, role }) => roles.get(place) !== (role ?? "ignored"));
  return {
    ...(changed ? { columns: [...roles].map(([place, role]) => ({ place, role })) } : {}),
    ...(assessment === "" ? {} : { assessment }),
  };
}
