import { render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { CentreContext, type Place } from "../auth/centre";
import { head } from "./samples";

/** Show a page as it is for someone at the samples' centre, without a role there unless `me` has one. */
export function renderFor(me: Partial<Place["me"]>, page: ComponentChildren, change: Partial<Place> = {}) {
  const { centre, series } = head();
  const place = {
    me: { id: "u1", name: "Owen Reid", memberships: [], board: [], ...me },
    centre,
    series,
    allSeries: [series],
    choose: () => {},
    reload: async () => {},
    ...change,
  };
  return render(<CentreContext.Provider value={place}>{page}</CentreContext.Provider>);
}
