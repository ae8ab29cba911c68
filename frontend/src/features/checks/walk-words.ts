import type { Scale } from "../../sheet/parse";
import { inWords } from "../../sheet/row-words";
import { type Stop, type Walk, mismatchOf } from "./walk";
import { checkWords } from "./words";

/** How a mark typed again differs from the saved one, in a sentence; undefined where it does not. */
export function differsWords(walk: Walk, stop: Stop, scale: Scale): string {
  const mismatch = mismatchOf(walk, stop);
  if (!mismatch) return "";
  return checkWords.value[mismatch.swapped ? "swapped" : "differs"](inWords(mismatch.typed, scale), inWords(stop.text, scale));
}
