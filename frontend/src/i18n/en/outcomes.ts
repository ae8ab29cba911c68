import { plural } from "../plural";

/** Names of what the API names by code. */
export const outcomes = {
  scale: { mark: "Mark", grade: "Grade" },
  absent: "Absent",
  /** Outcomes as the API words them. */
  named: {
    Absent: "Absent",
    Distinction: "Distinction",
    Merit: "Merit",
    Pass: "Pass",
    "Not classified": "Not classified",
  },
  status: {
    "not started": "Not started",
    incomplete: "Incomplete",
    ready: "Ready to submit",
    submitted: "Submitted",
    confirmed: "Confirmed",
    "in moderation": "In moderation",
    moderated: "Moderated",
  },
  what: {
    EntriesChanged: "Entries changed by the board",
    MarksSaved: "Marks saved",
    CircumstanceRecorded: "Lost work or special consideration recorded",
    MarksSubmitted: "Submitted to the board",
    MarksConfirmed: "Confirmed by the board",
    AmendmentRequested: "Amendment asked for",
    AmendmentApplied: "Amendment made and sent to the board",
    AmendmentDeclined: "Amendment declined",
    AmendmentWithdrawn: "Amendment withdrawn",
    AmendmentWorkRequested: "Work asked for before an amendment is decided",
    AmendmentWorkSent: "Work for an amendment sent",
    ModerationStarted: "Moderation started",
    SampleRequested: "Sample of work asked for",
    SampleWorkSent: "Work of the sample sent",
    SampleWorkLost: "Work of the sample reported lost",
    ModerationOutcomeRecorded: "Outcome of moderation recorded",
    ExtensionRequested: "Extension asked for",
    ExtensionDecided: "Extension decided",
    ReportRequested: "Printed report asked for",
    SlipsRequested: "Mark slips asked for",
  },
  channel: { web: "on this web site", api: "from the MIS", file: "from a file", board: "by the board" },
  candidates: (count: number) => plural(count, { one: "1 candidate", other: `${count} candidates` }),
};
