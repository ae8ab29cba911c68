import { plural } from "../plural";

/** Pasting a table of marks: what each column is, and what would change. */
export const pasting = {
  title: "Paste from a spreadsheet",
  how: "Copy the marks together with candidate numbers, UCIs or names, and paste them here. Headings and other columns may come with them.",
  box: "Marks from a spreadsheet",
  look: "Continue",
  nothing: "Paste marks together with candidate numbers, UCIs or names. A column of marks alone goes into the box of its first candidate.",
  preview: "Check before marks are put on the sheet",
  columns: "What each column is",
  columnsHint: "If a column is not what is shown above it, change it.",
  caption: (shown: number, all: number) => (shown < all ? `The first ${shown} of ${all} rows.` : "All rows."),
  line: "Line",
  column: (place: number, heading: string) => (heading ? `Column ${place}: ${heading}` : `Column ${place}`),
  role: {
    candidate: "Candidate number",
    uci: "UCI",
    surname: "Surname",
    forename: "Forename",
    name: "Full name",
    mark: { mark: "Mark", grade: "Grade" },
    absent: "Absent",
    assessment: "Assessment code",
    centre: "Centre number",
    series: "Series",
    ignored: "Not used",
  },
  asked: {
    mark: { mark: "Choose which column is the mark.", grade: "Choose which column is the grade." },
    person: "Choose the column with candidate numbers, UCIs or names.",
  },
  summary: {
    brought: (count: number) => plural(count, { one: "1 mark to put on the sheet", other: `${count} marks to put on the sheet` }),
    changing: (count: number) => plural(count, { one: "1 changes a mark that is there", other: `${count} change a mark that is there` }),
    same: (count: number) => plural(count, { one: "1 mark is on the sheet already", other: `${count} marks are on the sheet already` }),
    left: (count: number) => plural(count, { one: "1 row is not used", other: `${count} rows are not used` }),
    blank: (count: number) => plural(count, { one: "1 row has no mark and changes nothing", other: `${count} rows have no mark and change nothing` }),
    unread: (count: number) =>
      plural(count, { one: "1 line is a title, headings, a total or empty", other: `${count} lines are titles, headings, totals or empty` }),
  },
  left: {
    title: "Rows that are not used",
    row: (line: number, said: string, why: string) => `Line ${line}: ${said}. ${why}.`,
    why: {
      nobody: "No candidate number, UCI or name",
      "not a number": "The candidate number is not of 1 to 4 digits",
      "not on the sheet": "Not on this sheet",
      "part of a name": "Only part of a name: add the candidate number",
      "several have the name": "More than one candidate on the sheet can have this name: add the candidate number",
      "no mark": "There is no mark on the line",
      "two people": "The candidate number, UCI and name are not of the same candidate",
      twice: "This candidate has a mark in more than one row",
      "another sheet": "The row is of another centre, series or assessment",
      "mark and absent": "A mark stands beside absent",
      "absent unclear": "What stands under Absent is neither yes nor no",
      submitted: "The mark was submitted: to correct it, make an amendment",
      carried: "The mark is carried forward and stays as it is",
    },
  },
  marks: {
    title: "Marks to put on the sheet",
    candidate: "On the sheet",
    pasted: "Name pasted",
    before: "Now",
    after: "New",
    changes: "Changes",
    same: "No change",
    differs: "Written differently",
    none: "No mark",
  },
  put: (count: number) => plural(count, { one: "Put 1 mark on the sheet", other: `Put ${count} marks on the sheet` }),
  back: "Paste again",
  cancel: "Cancel",
  did: (count: number) => plural(count, { one: "1 mark put on the sheet.", other: `${count} marks put on the sheet.` }),
  didLeave: (count: number) => plural(count, { one: "1 row was not used.", other: `${count} rows were not used.` }),
  unread: (words: string) => `Nothing was pasted, because its first line is not a mark: ${words}. Copy the marks alone, or copy them with candidate numbers.`,
};

type Alike<T> = T extends string ? string : T extends (...args: infer Args) => string ? (...args: Args) => string : { [Key in keyof T]: Alike<T[Key]> };

/** What either language has to say of pasting. */
export type Pasting = Alike<typeof pasting>;
