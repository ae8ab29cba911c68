import { plural } from "../../../../i18n/plural";

/** Printing several mark sheets, or the slips of their candidates. */
export const en = {
  title: "Print mark sheets and slips",
  back: "Back to your assessments",
  none: "No assessment matches, so there is nothing to print.",
  which: (some: number, all: number) => `${some} of ${all} chosen`,
  all: "Choose all",
  nothing: "Choose none",
  papers: {
    title: "Mark sheets on paper",
    what: "Each mark sheet begins on a new page. Marks that are not submitted are printed as a draft.",
    print: (count: number) => plural(count, { one: "Print 1 mark sheet", other: `Print ${count} mark sheets` }),
    reading: (some: number, all: number) => `Reading the marks: ${some} of ${all}`,
  },
  slips: {
    what: "One slip for each candidate, in a PDF for each mark sheet. Give them out before you submit the marks.",
    make: (count: number) => plural(count, { one: "Make the slips of 1 mark sheet", other: `Make the slips of ${count} mark sheets` }),
    failed: "Printing failed. The marks are safe.",
  },
};
