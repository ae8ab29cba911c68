import { plural } from "../../../i18n/plural";

/** What is odd about a sheet's marks as a whole. */
export const en = {
  title: "Worth a second look",
  board: "Odd patterns in the marks as a whole. They stop nothing, and there may be a good reason for each.",
  failed: "The marks as a whole could not be looked at for odd patterns. This stops nothing.",
  again: "Look again",
  equal: (count: number, mark: number) => `All ${count} marks are ${mark}.`,
  higher: (percent: number, series: string) => `The mean is higher than the centre's own in ${series}, by ${percent}% of the maximum.`,
  lower: (percent: number, series: string) => `The mean is lower than the centre's own in ${series}, by ${percent}% of the maximum.`,
  order: (count: number, series: string, correlation: number) =>
    `${count} candidates also have a mark in ${series}, and their order there hardly agrees with the order now (rank correlation ${correlation}).`,
  bunched: (above: number, below: number, lowest: number, grade: string, times: string) =>
    `${marks(above)} of ${lowest} or ${lowest + 1} against ${below} of ${lowest - 2} or ${lowest - 1}, where ${lowest} was the lowest mark for grade ${grade} in an earlier series: chance gives a split like this at most once in ${times} times.`,
  bunchedThroughout: (above: number, below: number, times: string) =>
    `${marks(above)} at a grade's lowest mark in an earlier series or one above it, against ${below} one or two below it: chance gives a split like this at most once in ${times} times.`,
};

function marks(count: number): string {
  return plural(count, { one: "1 mark", other: `${count} marks` });
}
