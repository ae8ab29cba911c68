import { plural } from "../../../../i18n/plural";

/** Odd patterns of a sheet's marks. */
export const en = {
  title: "Worth a second look",
  board: "Unusual patterns in the marks as a whole. They do not stop anything, and each may have a good reason.",
  failed: "We could not check the marks for unusual patterns. This does not stop anything.",
  again: "Look again",
  equal: (count: number, mark: number) => `All ${count} marks are ${mark}.`,
  higher: (percent: number, series: string) => `The mean is higher than the centre's mean in ${series} by ${percent}% of the maximum mark.`,
  lower: (percent: number, series: string) => `The mean is lower than the centre's mean in ${series} by ${percent}% of the maximum mark.`,
  order: (count: number, series: string) => `${count} candidates also have a mark in ${series}. Their rank order there is very different from their order now.`,
  bunched: (above: number, below: number, lowest: number, grade: string, times: string) =>
    `${marks(above)} of ${lowest} or ${lowest + 1}, but only ${below} of ${lowest - 2} or ${lowest - 1}. In an earlier series ${lowest} was the lowest mark for grade ${grade}. A split like this happens by chance at most once in ${times} times.`,
  bunchedThroughout: (above: number, below: number, times: string) =>
    `${marks(above)} at, or 1 above, the lowest mark for a grade in an earlier series, but only ${below} within 2 marks below it. A split like this happens by chance at most once in ${times} times.`,
};

function marks(count: number): string {
  return plural(count, { one: "1 mark", other: `${count} marks` });
}
