import { type Seen, isSignedOut } from "./bar-words";
import type { Head } from "./open-sheet";

/** The one thing to do next with a sheet, or for whom it is ready. */
export type BarAction = "sign in" | "save" | "check" | "submit" | "ready to check" | "ready to submit";

interface Sheet extends Pick<Head, "entered" | "checked" | "candidates" | "may"> {
  /** Whether this person may tick one of the rows that are not ticked. */
  checkable: () => boolean;
  /** Whether the page is where rows are checked. */
  checking: boolean;
}

/** Save while anything is missing or not saved; then check, then submit, each where this person may. */
export function barAction(seen: Seen, { entered, checked, candidates, may, checkable, checking }: Sheet): BarAction {
  if (isSignedOut(seen) && seen.online) return "sign in";
  if (seen.unsaved > 0 || seen.problems > 0 || seen.queue !== "idle" || entered < candidates || candidates === 0) return "save";
  if (checked < candidates) {
    if (!checkable()) return "ready to check";
    return checking ? "save" : "check";
  }
  return may.submit ? "submit" : "ready to submit";
}
