import { plural } from "../../../i18n/plural";

/** Entering marks: the table, what is shown of it, pasting into it, clearing it. */
export const en = {
  lateEntries: {
    told: (count: number) =>
      plural(count, {
        one: "1 candidate was entered after you submitted. You still need to submit their mark:",
        other: `${count} candidates were entered after you submitted. You still need to submit their marks:`,
      }),
    rest: "All other marks are with the board and locked.",
    locked: "Submitted: request an amendment to correct it",
  },
  viewOnly: "You can see these marks. To enter them, ask your centre administrator for the role “enter marks”.",
  helpMarks: (maximum: number) =>
    `Type a mark from 0 to ${maximum} and press Enter. 0 means work was seen and earned no marks; type A for absent or no work. Paste a column from a spreadsheet. Marks save automatically.`,
  helpGrades: (grades: string, absent: string) =>
    `Type ${grades}, or ${absent} for absent, and press Enter. Paste a column from a spreadsheet. Grades save automatically.`,
  helpKeys: "Ctrl+K finds a candidate.",
  boxFor: (noun: string, candidate: string) => `${noun} for ${candidate}`,
  checkedFor: (candidate: string) => `Checked ${candidate}`,
  nobody: "No candidate is entered for this assessment.",
  noneFound: "There are no candidates to show here. Choose All candidates to see the rest.",
  none: "None",
  memo: {
    label: "What should be looked at?",
    hint: "Your colleagues see it at Check, beside the candidate, until it is resolved. It is not sent to the board.",
    save: "Save note",
    remove: "Remove the note",
  },
  more: {
    column: "More",
    button: (candidate: string) => `More for ${candidate}`,
    flag: "Flag for another look",
  },
  find: {
    label: "Find",
    hint: "Number or name",
    all: (candidate: string) => `All candidates are shown, to find ${candidate}.`,
    none: (typed: string) => `No candidate here is “${typed}”.`,
  },
  order: { label: "Order", number: "By number", name: "By name" },
  tools: "More",
  filter: {
    label: "Show",
    all: "All candidates",
    empty: "Without a mark",
    problems: "With a problem",
    "not checked": "Not checked",
    flagged: "Flagged",
    group: (group: string) => `Group ${group}`,
  },
  pages: {
    label: "Pages of the mark sheet",
    previous: "Previous page",
    next: "Next page",
    at: (page: number, pages: number) => `Page ${page} of ${pages}`,
    jump: "Go to page",
    from: (page: number, first: string, last: string) => `${page}: ${first} to ${last}`,
    all: "Show all",
    fifty: "Show 50 a page",
  },
  paste: {
    open: "Paste from a spreadsheet",
    changing: (count: number) => plural(count, { one: "1 changes an existing mark", other: `${count} change an existing mark` }),
    carried: (count: number) =>
      plural(count, {
        one: "1 is carried forward and stays as it is",
        other: `${count} are carried forward and stay as they are`,
      }),
    did: (count: number, candidate: string) =>
      plural(count, { one: `1 mark pasted at candidate ${candidate}.`, other: `${count} marks pasted from candidate ${candidate}.` }),
    attention: (count: number) => plural(count, { one: "1 needs attention.", other: `${count} need attention.` }),
    leftOver: (count: number, values: string) => plural(count, { one: `1 value did not fit: ${values}.`, other: `${count} values did not fit: ${values}.` }),
    left: (count: number) => plural(count, { one: "1 empty cell was ignored.", other: `${count} empty cells were ignored.` }),
    undo: "Undo",
    undone: "Undone.",
  },
  clear: {
    button: "Clear the marks shown",
    ask: (count: number) => plural(count, { one: "Clear 1 mark shown?", other: `Clear ${count} marks shown?` }),
    undo: "You can undo this until you paste or clear again, or leave this page. Ticks and flags are cleared too, and cannot be restored once the rows are saved.",
    submitted: (count: number) =>
      plural(count, { one: "1 mark is submitted and stays as it is.", other: `${count} marks are submitted and stay as they are.` }),
    carried: (count: number) =>
      plural(count, { one: "1 mark is carried forward and stays as it is.", other: `${count} marks are carried forward and stay as they are.` }),
    yes: (count: number) => plural(count, { one: "Clear 1 mark", other: `Clear ${count} marks` }),
    nothing: "No mark shown here can be cleared.",
    did: (count: number) => plural(count, { one: "1 mark cleared.", other: `${count} marks cleared.` }),
  },
  absent: (candidate: string) => `Candidate ${candidate} is absent.`,
  onPaper: (shown: number, all: number) => `This printout has ${shown} of ${all} candidates. To print every mark, use Print at the top of the page.`,
  carried: "The board carried this mark forward, so you cannot change it",
};
