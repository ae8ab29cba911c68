import { plural } from "../../i18n/plural";

/** An open mark sheet: its rows, saving them, and what every page of the sheet says. */
export const en = {
  colleagues: (names: string, others: number) => `Also here: ${names}${others > 0 ? ` and ${others} more` : ""}. What they save appears here.`,
  submitted: "These marks were submitted.",
  pages: "This mark sheet",
  howTo: "How it works",
  tabs: {
    enter: { mark: "Enter marks", grade: "Enter grades" },
    see: { mark: "Marks", grade: "Grades" },
    other: {
      check: "Check",
      submit: "Review and submit",
      submission: "Receipt",
      print: "Print",
      upload: "Upload",
      amend: "Amend",
      moderation: "Moderation",
      history: "History",
    },
  },
  maximum: (mark: number) => `Maximum mark ${mark}`,
  ask: "Ask a colleague",
  deadline: (day: string, left: string) => `Deadline ${day}${left ? ` (${left})` : ""}`,
  gradeFor: (code: string, title: string) => `${code} for ${title}`,
  caption: (noun: string, code: string) => `${noun}s for ${code}`,
  columns: { number: "Number", candidate: "Candidate", group: "Group", checked: "Checked", state: "State" },
  state: {
    saved: (at: string) => (at ? `Saved ${at}` : "Saved"),
    "not saved": "Not saved",
    saving: "Saving…",
    absent: "Absent",
    zero: "0: work seen, no marks",
    unticked: "Unticked because the mark changed",
    ownMark: "You entered this mark, so someone else must check it",
  },
  problem: {
    "not a mark": (maximum: number) => `Type a whole mark from 0 to ${maximum}, or A for absent`,
    "not whole": (maximum: number) => `Marks are whole numbers. Type a mark from 0 to ${maximum}`,
    "over the maximum": (maximum: number) => `The maximum mark is ${maximum}`,
    "total differs": (sum: number) => `The criteria add up to ${sum}, which is not the total that was given`,
    "not a grade": (grades: string, absent: string) => `Type ${grades}, or ${absent} for absent`,
    "nothing to tick": "Enter a mark, a grade or absent before you tick Checked",
  },
  /** Why a mark is 0, in the service's codes; no work at all is an absence. */
  zero: {
    "worth-nothing": "0: the work earned no marks",
    "not-authenticated": "0: the work cannot be confirmed as the candidate's own",
  },
  criteria: {
    total: "Total",
    use: (sum: number) => `Use ${sum}`,
    refused: {
      "criteria-incomplete": "Enter a mark for every criterion before you tick Checked",
      "total-differs": "The criteria do not add up to the total. Correct a criterion, or reload the page to see the total",
    },
    boxFor: (criterion: string, maximum: number, who: string) => `${criterion}, out of ${maximum}, for ${who}`,
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
    lift: "Remove the flag",
  },
  query: {
    "zero-mark": "Zero entered. Was the candidate absent?",
    "far-from-class": (median: number) => `Far from the other marks (median ${median})`,
    "same-as-neighbours": (run: number) => `${run} candidates in a row have this mark`,
  },
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
  noMark: "No mark",
  more: (count: number) => `and ${count} more`,
  notes: {
    record: "Record lost work or special consideration",
    formerly: (name: string) => `Formerly ${name}`,
    movedFrom: (centre: string) => `Moved from centre ${centre}`,
    carriedFrom: (series: string) => `Carried forward from ${series}`,
    /** Circumstances as the catalogue names them. */
    named: { "Lost work": "Lost work", "Special consideration": "Special consideration" },
  },
  extension: {
    see: "See the request",
    asked: "Requested",
    until: "Until the end of",
    reason: "Reason",
    decision: "Decision",
    waits: "The board has not decided yet",
    granted: (day: string) => `Extended to ${day}`,
    declined: "Declined",
    note: "The board's note",
  },
  lacks: "There is a problem",
  declaration: {
    title: "Declaration",
    /** The version of the API's wording that these statements are; another version is shown as the API has it. */
    version: "2026-1",
    statements: {
      marking: "All the work has been marked to the board's marking criteria.",
      standardisation: "Internal standardisation is complete.",
      reviews: "Candidates were told their marks and any internal reviews of marking are complete.",
    },
    late: "The deadline has passed. The board will accept the marks and record them as late.",
    after: "After you submit, you cannot edit the marks. To correct one, request an amendment to centre marks.",
    agree: "Tick this statement if it is true",
    notAgreed: (statement: string) => `Not agreed yet: ${statement}`,
    noAnswer: "There was no answer. Submit again: the marks cannot be sent twice.",
  },
  report: {
    ask: "Print these marks",
    open: "Open the report (PDF)",
    openDraft: "Open the draft (PDF)",
    preparing: "The report is being prepared…",
    failed: (moment: string) => `Printing failed on ${moment}. The marks are safe. If it fails again, contact the exam board's help desk.`,
  },
  work: {
    note: "How it was sent",
    noteHint: "For example the carrier and the tracking number. You can leave it empty.",
  },
  saving: {
    nothing: "Nothing to save.",
    saving: "Saving…",
    unsaved: (rows: number) => plural(rows, { one: "1 not saved.", other: `${rows} not saved.` }),
    all: (at: string) => `All saved ${at}.`,
    rest: (at: string) => `The rest saved ${at}.`,
    attention: (rows: number) => plural(rows, { one: "1 row needs attention.", other: `${rows} rows need attention.` }),
    offlineKept: (rows: number) =>
      plural(rows, {
        one: "No connection: 1 mark kept on this computer, trying again.",
        other: `No connection: ${rows} marks kept on this computer, trying again.`,
      }),
    silentKept: (rows: number) =>
      plural(rows, {
        one: "No answer from the service: 1 mark kept on this computer, trying again.",
        other: `No answer from the service: ${rows} marks kept on this computer, trying again.`,
      }),
    silent: (rows: number) =>
      plural(rows, {
        one: "No answer from the service: 1 not saved, trying again. Keep this page open.",
        other: `No answer from the service: ${rows} not saved, trying again. Keep this page open.`,
      }),
    signedOutKept: (rows: number) =>
      plural(rows, {
        one: "You are signed out: 1 mark is kept on this computer. Sign in again to save it.",
        other: `You are signed out: ${rows} marks are kept on this computer. Sign in again to save them.`,
      }),
    signedOut: (rows: number) =>
      plural(rows, {
        one: "You are signed out: 1 not saved. Sign in again to save it.",
        other: `You are signed out: ${rows} not saved. Sign in again to save them.`,
      }),
    signedOutSaved: "You are signed out. Nothing is waiting to be saved.",
    signedOutOffline: "There is no connection and you are signed out. Sign in again when you are connected.",
    offline: "There is no connection. Trying again.",
    slowed: "Too many requests in a minute. Centremark saves by itself within a minute.",
    intercepted: "Your network is answering instead of Centremark. Contact your IT support.",
    here: (rows: number) => plural(rows, { one: "1 mark is kept on this computer.", other: `${rows} marks are kept on this computer.` }),
    keepOpen: "Keep this page open.",
    refused: (why: string) => `Not saved. ${why}`,
    goTo: "Go to the first",
    check: "Check these",
    readyToCheck: (who: string) => `Ready for ${who} to check`,
    readyToSubmit: (who: string) => `Ready for ${who} to submit`,
    someoneElse: "someone else",
    progress: (entered: number, checked: number, all: number) => `${entered} of ${all} entered, ${checked} of ${all} checked`,
  },
  unsent: {
    title: (rows: number) => plural(rows, { one: "1 mark you typed was not sent", other: `${rows} marks you typed were not sent` }),
    submitted: "The mark sheet was submitted before this computer could save them. The rows below show what the board has.",
    closed: "The rows were closed before this computer could save them. The rows below show the marks we have.",
    gone: "The board changed the entries before this computer could save these marks. Candidates who are no longer on this sheet were withdrawn.",
    candidate: "Candidate",
    typed: "You typed",
    has: "On the sheet",
    nothing: "Nothing",
    notThere: "Not on this sheet",
    amend: "To change a submitted mark, request an amendment to centre marks",
    download: "Download this list",
    file: (code: string) => `Not sent ${code}.csv`,
    dismiss: "Remove this list",
    here: (rows: number, candidates: string) =>
      plural(rows, {
        one: `This computer holds 1 mark of this sheet that is not saved: candidate ${candidates}.`,
        other: `This computer holds ${rows} marks of this sheet that are not saved: candidates ${candidates}.`,
      }),
    notShown: "They are not included on this page.",
    open: "Open the mark sheet to deal with them",
    first: "Save what this computer holds, or remove it, before you submit. Open the mark sheet.",
  },
  ticked: "Checked",
};
