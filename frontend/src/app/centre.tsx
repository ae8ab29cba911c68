import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Schemas } from "../api/client";

/** Who is signed in, for which of their centres, in which series. */
export interface Place {
  me: Schemas["MeOut"];
  centre: Schemas["CentreOut"];
  series: Schemas["SeriesOut"];
  allSeries: Schemas["SeriesOut"][];
  choose: (centre: string) => void;
}

export const CentreContext = createContext<Place | undefined>(undefined);

export function useCentre(): Place {
  const place = useContext(CentreContext);
  if (!place) throw new Error("used outside of a centre");
  return place;
}

/** What a person may do at a centre. */
export const rolesAt = (me: Schemas["MeOut"], centre: string): Schemas["Role"][] =>
  me.memberships.find((membership) => membership.centre.number === centre)?.roles ?? [];
