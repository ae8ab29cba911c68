/** The help page, the accessibility statement with it. */
export const en = {
  title: "Help",
  contents: "On this page",
  keys: {
    title: "Keys",
    entering: "Entering marks",
    checking: "Checking marks",
    key: "Key",
    does: "What it does",
    or: "or",
    names: { up: "Up", down: "Down", left: "Left", right: "Right", space: "Space" },
    next: "Moves to the next candidate, and to the next page at the end of this one",
    before: "Moves to the previous candidate",
    across: "Moves from the mark to Checked, then to the next candidate",
    inside: "Edits part of the mark. A click selects the whole mark, and what you type replaces it",
    restore: "Restores the saved mark",
    tick: "Ticks or unticks Checked, when it has the focus",
    more: "Shows what else you can do with the row: absent, lost work, special consideration, a note to the checker, a flag",
    find: "Finds a candidate by number or name",
    save: "Saves now. Marks also save automatically when you stop typing",
    undo: "Undoes the last paste",
    tickOn: "Ticks the mark as checked and moves on",
    flag: "Flags the mark for another look, where your colleagues see it, or removes the flag",
    back: "Moves back to the previous candidate",
    forward: "Moves on to the next candidate",
    compare: "Compares what you typed with the mark, and moves on",
  },
  paste: {
    title: "Pasting from a spreadsheet",
    column: "To paste a column of marks, click the box of its first candidate and paste. The marks fill downwards.",
    pairs:
      "To paste marks with candidate numbers, UCIs or names, copy the whole table and paste it into any box. We show what we think each column is, and you can change it. You see every mark that would change before anything is saved. We list the rows that we cannot match.",
    safe: "We never round or guess. A value that is not a mark is not saved, and the page says why. We list any values that do not fit. One Undo reverses the whole paste.",
  },
  absent: {
    title: "Absent and zero",
    absent: "A means absent, or no work was handed in. The candidate gets no mark.",
    zero: "0 means work was handed in and seen, but earned no marks.",
    checked: "Tick Checked for absent candidates too.",
  },
  criteria: {
    title: "Marks for criteria",
    enter:
      "If the board marks an assessment by criteria, each candidate has a box for each. We add them up. If a total does not agree with them, the page says so and nothing is saved.",
    printed:
      "The marks for criteria are on the printed mark sheet, the report, the mark slips, the file to fill in from the Upload page, the files of the Print page and what is sent to the board.",
    total:
      "A fixed-width file from your MIS and an amendment have the total alone. After an amendment the marks for criteria no longer add up to the mark, so they are left out. The history still has them.",
  },
  status: {
    title: "What the statuses mean",
    caption: "Statuses of a mark sheet",
    status: "Status",
    means: "What it means",
    "not started": "No candidate has a mark yet.",
    incomplete: "A candidate has no mark, or a mark is not ticked as checked.",
    ready: "Every candidate has a checked mark. Someone with the role “submit marks” can submit.",
    submitted: "The marks were sent and are being processed. They cannot be edited.",
    confirmed: "The board holds the marks.",
    "in moderation": "The board has started to moderate the marks. The Moderation page says whose work to send.",
    moderated: "Moderation has ended. The outcome is on the Moderation page of the mark sheet.",
  },
  deadlines: {
    title: "Deadlines and late entries",
    day: "You have until the end of the deadline day, UK time. After that the board still accepts marks, and records them as late, until it closes the window.",
    more: "If you need longer, someone with the role “submit marks” can request an extension on the mark sheet, under the deadline. The board decides, and you see its decision there.",
    late: "If the board enters a candidate after you submit, the mark sheet says so, and only that candidate's row is open. Enter, check and submit the mark. The board gets it as a supplementary submission.",
  },
  after: {
    title: "After you have submitted",
    mistake:
      "If you find a mistake later, someone with the role “submit marks” can amend the mark from the mark sheet. Before moderation starts, the change is made straight away. After that, the board decides.",
    moderation:
      "Moderation starts when the board holds every mark. We email you when there is work to send. The Moderation page of the mark sheet says whose work to send and by when, and shows the outcome once it is released.",
    lost: "Record lost work or special consideration before you submit, with the button above the list of candidates.",
  },
  signedOut: {
    title: "When you are signed out",
    idle: (minutes: number, warning: number) =>
      `If you do not type or click for ${minutes} minutes, we sign you out and hide the page, to keep marks safe. We warn you ${warning} minutes before, and one button keeps you signed in.`,
    typed:
      "Marks you typed stay on the page and, until we have saved them, on this computer. Sign in again: you return to the same row, and the marks are saved. If you were filling in another form, signing in opens a new tab and the form stays as it is.",
    crash: "The same is true if you lose your connection, or the browser crashes or closes: sign in on the same computer within a day.",
    shared:
      "Nobody else who signs in on this computer can see your marks. When you sign out, you are signed out in every tab and nothing of yours stays on the computer. We ask you first if something is not saved.",
  },
  who: {
    title: "Who to contact",
    role: "For a role (to enter, submit or see marks): your centre administrator.",
    submit: "To get marks submitted, or a candidate entered: your exams officer.",
    board: "For a deadline, an entry, or anything after the outcome of moderation: the exam board.",
  },
  accessibility: {
    title: "Accessibility statement",
    aim: "Everyone should be able to use Centremark. It is built to the Web Content Accessibility Guidelines 2.2, level AA.",
    tested:
      "We test its pages with automated tools. We have used them with only a keyboard, at 320 pixels wide (400% zoom), and with high contrast colours, in one browser (Chromium).",
    not: "We have not yet tested the pages with a screen reader, or with people who rely on one. There has been no independent audit. A native speaker has not yet reviewed the Welsh.",
    print: "The printed report and the mark slips are tagged PDFs. If you use a screen reader, use them instead of your browser's print.",
    report:
      "If something stops you, contact the exam board's help desk. Say which page it was, what you use, and what happened. You can ask for information in another format.",
    made: (day: string) => `Written on ${day}.`,
  },
};
