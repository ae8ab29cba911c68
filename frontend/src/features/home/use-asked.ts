import { useSearch } from "wouter-preact";
import { useCentre } from "../../auth/centre";
import { daysLeft } from "../../lib/dates";
import { getAssessments, getFirstWithEntries } from "./api";
import { askedIn, queryOf } from "./filter";

/** How long after a series closes the board may still ask a centre for something, or release an outcome. */
const AFTERWARDS_DAYS = 150;

/**
 * What the address asks of a centre's list, as the query that leads to it, and how to load the series it is of: `load`
 * alone, `loadDesk` with every series in which something can be due.
 */
export function useAsked() {
  const { centre, series, alsoOpen = [], allSeries } = useCentre();
  const asked = askedIn(new URLSearchParams(useSearch()));
  const open = [series.id, ...alsoOpen];
  const over = allSeries.filter(({ closes }) => closes && daysLeft(closes) < 0 && daysLeft(closes) >= -AFTERWARDS_DAYS).map(({ id }) => id);
  return {
    asked,
    query: queryOf(asked, {}),
    load: () => getFirstWithEntries(centre.number, asked.series ? [asked.series] : open),
    loadDesk: async () => {
      const ids = [...new Set([asked.series || open[0] || "", ...open, ...over])];
      const current = await Promise.all(ids.map((id) => getAssessments(centre.number, id)));
      const [first] = current;
      const found = asked.series ? first : (current.slice(0, open.length).find(({ assessments }) => assessments.length > 0) ?? first);
      return { found, current };
    },
  };
}
