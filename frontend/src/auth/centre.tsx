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
}

/** The office of the board's people, who belong to no centre. */
export const BOARD_OFFICE: Schemas["CentreOut"] = { number: "00000", name: "" };

export const CentreContext = createContext<Place | undefined>(undefined);

export function useCentre(): Place {
  const place = useContext(CentreContext);
  if (!place) throw new Error("used outside of a centre");
  return place;
}

/** What the person signed in may do at a centre, as if it were theirs. */
export const rolesAt = ({ me, centre }: Pick<Place, "me"> & { centre: { number: string } }): Schemas["Role"][] =>
  me.memberships.find((membership) => membership.centre.number === centre.number)?.roles ?? [];

export const isOfBoard = ({ me }: Pick<Place, "me">): boolean => me.board.length > 0;

export const isOfBoardAlone = ({ centre }: Pick<Place, "centre">): boolean => centre.number === BOARD_OFFICE.number;
