import { useSearch } from "wouter-preact";
import { useCentre } from "../../auth/centre";
import { getFirstWithEntries } from "./api";
import { askedIn, queryOf } from "./filter";

/** What the address asks of a centre's list, as the query that leads to it, and how to load the series it is of. */
export function useAsked() {
  const { centre, series, alsoOpen = [] } = useCentre();
  const asked = askedIn(new URLSearchParams(useSearch()));
  return {
    asked,
    query: queryOf(asked, {}),
    load: () => getFirstWithEntries(centre.number, asked.series ? [asked.series] : [series.id, ...alsoOpen]),
  };
}
