import type { Scale } from "../../sheet/parse";
import type { Row } from "../../sheet/row";
import { flagWords, inWords } from "../../sheet/row-words";
import { type Stop, type Walk, mismatchOf } from "./walk";
import { checkWords } from "./words";

/** How a mark typed again differs from the saved one, in a sentence; undefined where it does not. */
export function differsWords(walk: Walk, stop: Stop, scale: Scale): string {
  const mismatch = mismatchOf(walk, stop);
  if (!mismatch) return "";
  return checkWords.value[mismatch.swapped ? "swapped" : "differs"](inWords(mismatch.typed, scale), inWords(stop.text, scale));
}

/** What a flag and a note to the checker ask of whoever ticks the mark. */
export function doubtWords({ flagged, memo }: Row): string {
  const { flag, note } = checkWords.value.doubted;
  return [flagged ? flag : "", memo ? note : ""].filter((part) => part !== "").join(" ");
}

/** The same with whose flag it is and what the note says, for whoever does not see the row. */
export const doubtInFull = (row: Row): string => [flagWords(row), row.memo ? `“${row.memo}”` : "", doubtWords(row)].filter((part) => part !== "").join(". ");
