import type { Scale } from "../../sheet/parse";
import { inWords } from "../../sheet/row-words";
import { type Stop, type Walk, mismatchOf } from "./walk";
import { checkWords } from "./words";

/** How what was typed again differs from what is held, in a sentence; nothing where it does not. */
export function differsWords(walk: Walk, stop: Stop, scale: Scale): string {
  const mismatch = mismatchOf(walk, stop);
  if (!mismatch) return "";
  return checkWords.value[mismatch.swapped ? "swapped" : "differs"](inWords(mismatch.typed, scale), inWords(stop.text, scale));
}
