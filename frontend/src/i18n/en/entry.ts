import { plural } from "../plural";

/** Entering marks: the sheet, its rows, pasting, saving. */
export const entry = {
  deadline: (day: string, left: string) => `Deadline ${day}${left ? ` (${left})` : ""}`,
  maximum: (mark: number) => `Maximum mark ${mark}`,
  submitted: "These marks were submitted.",
  seeSubmission: "See the submission",
  lateEntries: {
    told: (count: number) =>
      plural(count, {
        one: "1 candidate was entered after you submitted. Their mark is still to be sent:",
        other: `${count} candidates were entered after you submitted. Their marks are still to be sent:`,
      }),
    rest: "All other marks are with the board and locked.",
    locked: "Submitted: a correction is an amendment",
  },
  windowNotOpen: (day: string) => `The board takes these marks from ${day}.`,
  viewOnly: "You can see these marks. To enter them, ask your centre administrator for the role enter marks.",
  helpMarks: (maximum: number) =>
    `Type a mark from 0 to ${maximum} and press Enter. 0 means work was seen and earned no marks; type A for absent or no work. Paste a column from a spreadsheet. Marks save themselves as you go.`,
  helpGrades: (grades: string, absent: string) =>
    `Type ${grades}, or ${absent} for absent, and press Enter. Paste a column from a spreadsheet. Grades save themselves as you go.`,
  gradeFor: (code: string, title: string) => `${code} for ${title}`,
  caption: (noun: string, code: string) => `${noun}s for ${code}`,
  columns: { number: "Number", candidate: "Candidate", group: "Group", checked: "Checked", state: "State" },
  boxFor: (noun: string, candidate: string) => `${noun} for ${candidate}`,
  checkedFor: (candidate: string) => `Checked ${candidate}`,
  nobody: "No candidate is entered for this assessment.",
  noneFound: "No candidate is left here. Choose All candidates to see the rest.",
  none: "None",
  yes: "Yes",
  no: "No",
  ticked: "Checked",
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
    all: "Show all",
    fifty: "Show 50 a page",
  },
  links: {
    submit: "Review and submit",
    check: "Check mode",
    print: "Print or download",
    upload: "Upload or download marks",
    history: "Who changed what",
  },
  state: {
    saved: (at: string) => (at ? `Saved ${at}` : "Saved"),
    "not saved": "Not saved",
    saving: "Saving…",
    absent: "Absent",
    zero: "0: work seen, no marks",
    unticked: "Checked was taken off because the mark changed",
    ownMark: "You entered this mark, so someone else ticks it",
  },
  problem: {
    "not a mark": (maximum: number) => `Type a whole mark from 0 to ${maximum}, or A for absent`,
    "not whole": (maximum: number) => `Marks are whole. Type a mark from 0 to ${maximum}`,
    "over the maximum": (maximum: number) => `The maximum mark is ${maximum}`,
    "not a grade": (grades: string, absent: string) => `Type ${grades}, or ${absent} for absent`,
    "nothing to tick": "Enter a mark, a grade or absent before you tick Checked",
  },
  conflict: {
    saved: (who: string, mark: string) => `${who || "Someone else"} saved ${mark} meanwhile.`,
    empty: "an empty box",
    keep: (mark: string) => `Keep ${mark}`,
    use: (mark: string) => `Use ${mark}`,
    forCandidate: (candidate: string) => ` for ${candidate}`,
    nothing: "empty",
    checked: (mark: string) => `${mark}, checked`,
    flagged: (mark: string) => `${mark}, flagged`,
    flaggedBy: (who: string) => `${who} flagged this mark meanwhile.`,
  },
  flag: {
    by: (who: string, moment: string) => `Flagged for another look by ${who}, ${moment}`,
    own: (moment: string) => `Flagged for another look by you, ${moment}`,
    now: "Flagged for another look by you",
  },
  query: {
    "zero-mark": "Zero: is it absent?",
    "far-from-class": (median: number) => `Far from the others: half of them have ${median} or less`,
    "same-as-neighbours": (run: number) => `${run} candidates in a row have this mark`,
  },
  bar: { save: "Save" },
  leaveKept: (rows: number) =>
    plural(rows, {
      one: "1 row is not saved yet. It stays on this computer and is here when you come back. Leave this page?",
      other: `${rows} rows are not saved yet. They stay on this computer and are here when you come back. Leave this page?`,
    }),
  leave: (rows: number) =>
    plural(rows, {
      one: "1 row is not saved. Leave this page and lose what you typed there?",
      other: `${rows} rows are not saved. Leave this page and lose what you typed there?`,
    }),
  paste: {
    open: "Paste from a spreadsheet",
    changing: (count: number) => plural(count, { one: "1 changes an existing mark", other: `${count} change an existing mark` }),
    carried: (count: number) =>
      plural(count, {
        one: "1 is carried forward and stays as it is",
        other: `${count} are carried forward and stay as they are`,
      }),
    cancel: "Cancel",
    did: (count: number, candidate: string) =>
      plural(count, { one: `1 mark pasted at candidate ${candidate}.`, other: `${count} marks pasted from candidate ${candidate}.` }),
    attention: (count: number) => plural(count, { one: "1 needs attention.", other: `${count} need attention.` }),
    leftOver: (count: number, values: string) =>
      plural(count, { one: `1 value did not fit: ${values}.`, other: `${count} values did not fit: ${values}.` }),
    left: (count: number) => plural(count, { one: "1 empty cell was ignored.", other: `${count} empty cells were ignored.` }),
    undo: "Undo",
    undone: "Undone.",
  },
  clear: {
    button: "Clear the marks shown",
    ask: (count: number) => plural(count, { one: "Clear 1 mark shown?", other: `Clear ${count} marks shown?` }),
    undo: "You can undo this until you paste or clear again, or leave this page. Ticks under Checked and flags go too, and are not put back once the rows have been saved.",
    submitted: (count: number) =>
      plural(count, { one: "1 mark is submitted and stays as it is.", other: `${count} marks are submitted and stay as they are.` }),
    carried: (count: number) =>
      plural(count, { one: "1 mark is carried forward and stays as it is.", other: `${count} marks are carried forward and stay as they are.` }),
    yes: (count: number) => plural(count, { one: "Clear 1 mark", other: `Clear ${count} marks` }),
    nothing: "No mark shown here can be cleared.",
    did: (count: number) => plural(count, { one: "1 mark cleared.", other: `${count} marks cleared.` }),
  },
};
