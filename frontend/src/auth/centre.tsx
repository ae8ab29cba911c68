import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Schemas } from "../api/client";

/** Who is signed in, for which of their centres, in which series. */
export interface Place {
  me: Schemas["MeOut"];
  centre: Schemas["CentreOut"];
  series: Schemas["SeriesOut"];
  /** Other series that take marks now, for a centre without entries in this one. */
  alsoOpen?: string[];
  allSeries: Schemas["SeriesOut"][];
  choose: (centre: string) => void;
  /** Read again who is signed in and what they may do where. */
  reload: () => Promise<void>;
}

/** The office of the board's people, who belong to no centre. */
export const BOARD_OFFICE: Schemas["CentreOut"] = { number: "00000", name: "" };

export const CentreContext = createContext<Place | undefined>(undefined);

export function useCentre(): Place {
  const place = useContext(CentreContext);
  if (!place) throw new Error("used outside of a centre");
  return place;
}

/** The roles someone has for all assessments of a centre, and those for some. */
export type Held = Pick<Schemas["MembershipOut"], "roles" | "limits">;

/** What the person signed in may do at a centre, as if it were theirs. */
export const heldAt = ({ me, centre }: Pick<Place, "me"> & { centre: { number: string } }): Held =>
  me.memberships.find((membership) => membership.centre.number === centre.number) ?? { roles: [], limits: [] };

/** What they may do there for every assessment. */
export const rolesAt = (place: Parameters<typeof heldAt>[0]): Schemas["Role"][] => heldAt(place).roles;

/** Whether someone has a role for an assessment; without one, for any. */
export const hasRole = ({ roles, limits }: Held, role: Schemas["Role"], code?: string): boolean =>
  roles.includes(role) || limits.some((limit) => limit.role === role && (code === undefined || limit.assessments.includes(code)));

export const isOfBoard = ({ me }: Pick<Place, "me">): boolean => me.board.length > 0;

export const isOfBoardAlone = ({ centre }: Pick<Place, "centre">): boolean => centre.number === BOARD_OFFICE.number;
