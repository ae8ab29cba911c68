import { pagesOf } from "../../sheet/pages";
import { type Scale, boxText } from "../../sheet/parse";
import { type Row, isCarried, isOwn } from "../../sheet/row";
import type { Stop } from "./walk";

/** Where a candidate's row is on the page where marks are entered. */
export interface Place {
  candidate: string;
  name: string;
  page: number;
}

export type Listed = Stop & Place & { checked: boolean };

/** The candidates of the walk, and those with nothing that could be checked. */
export interface Route {
  stops: Listed[];
  left: Place[];
}

export function routeOf(rows: Row[], scale: Scale, secondChecker: boolean): Route {
  const route: Route = { stops: [], left: [] };
  for (const [place, row] of rows.entries()) {
    if (row.submitted || isCarried(row)) continue;
    const { candidate, name, flagged } = row;
    const { checked } = row.theirs ?? row;
    const where = { candidate, name, page: pagesOf(place + 1) };
    const outcome = "outcome" in row.parsed ? row.parsed.outcome : undefined;
    // A mark typed here that conflicts with one saved by someone else is settled on the page where marks are typed.
    if (!outcome || (row.theirs && row.text.trim() !== row.saved.text)) {
      route.left.push(where);
      continue;
    }
    const barred = barredBy(row, secondChecker);
    route.stops.push({ ...where, checked, flagged, noted: row.memo !== undefined, text: boxText(outcome, scale), ...(barred ? { barred } : {}) });
  }
  return route;
}

function barredBy(row: Row, secondChecker: boolean): Stop["barred"] {
  if (row.theirs) return "changed";
  return secondChecker && !row.checked && isOwn(row) ? "own" : undefined;
}
