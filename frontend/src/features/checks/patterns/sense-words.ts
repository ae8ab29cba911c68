import { seriesTitle } from "../../../lib/dates";
import type { Sense } from "./api";
import { senseWords } from "./words";

/** A pattern as a sentence with its figures, in the current language; the API's own sentence is English. */
export function sayOf(sense: Sense): string {
  const words = senseWords.value;
  switch (sense.code) {
    case "all-marks-equal":
      return words.equal(sense.marks, sense.mark);
    case "outside-earlier-series":
      return words[sense.percent > 0 ? "higher" : "lower"](Math.abs(sense.percent), seriesTitle(sense.earlier));
    case "order-unlike-earlier-series":
      return words.order(sense.candidates, seriesTitle(sense.earlier));
    case "bunched-at-boundaries":
      return bunchedWords(sense);
  }
}

function bunchedWords(sense: Extract<Sense, { code: "bunched-at-boundaries" }>): string {
  const words = senseWords.value;
  const { above, below, boundaries } = sense;
  const times = sense.once_in.toLocaleString("en-GB");
  const [at] = boundaries;
  return at && boundaries.length === 1 ? words.bunched(above, below, at.lowest, at.grade, times) : words.bunchedThroughout(above, below, times);
}
