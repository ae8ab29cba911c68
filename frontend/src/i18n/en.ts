/** Words that several pages share; the field's own wherever it has them. */
export const en = {
  service: "Centremark",
  leave: (rows: number) =>
    `${rows === 1 ? "1 row is" : `${rows} rows are`} not saved. Leave this page and lose what you typed there?`,
  menu: {
    enter: "Enter coursework marks/grades",
    submit: "Enter and submit coursework marks/grades",
    submitted: "View submitted coursework marks/grades",
  },
  status: {
    "not started": "Not started",
    incomplete: "Incomplete",
    ready: "Ready to submit",
    submitted: "Submitted",
    confirmed: "Confirmed",
  },
  next: {
    enter: "Enter marks",
    check: "Check marks",
    submit: "Review and submit",
    wait: "See submission",
    keep: "See and print",
  },
  what: {
    EntriesChanged: "Candidates entered by the board",
    MarksSaved: "Marks saved",
    MarksSubmitted: "Submitted to the board",
    MarksConfirmed: "Confirmed by the board",
    ReportRequested: "Printed report asked for",
  } as Record<string, string>,
  channel: { web: "on this web site", api: "from the MIS", board: "by the board" },
} as const;
