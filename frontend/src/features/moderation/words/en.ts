import { plural } from "../../../i18n/plural";

/** Moderation: the work the board wants to see, what was sent, and the outcome. */
export const en = {
  title: "Moderation",
  notStarted: "Moderation of these marks has not started. It starts when the board has all your centre's marks for this assessment.",
  held: "The board has your centre's marks. Moderation has not started.",
  started: "Moderation has started. The board will request a sample of work soon.",
  nobody: "No work is needed from your centre.",
  together: {
    before: (centres: string) => `Your centre is moderated together with ${centres}. Moderation starts when the board has the marks of every centre.`,
    since: (centres: string) =>
      `Your centre is moderated together with ${centres}. There is one sample for all the centres, and each sends its own candidates' work.`,
  },
  facts: {
    moderator: "Moderator",
    method: "How the work is moderated",
    due: "Send it by",
    centres: "Centres moderated together",
    pool: "Sample",
  },
  method: { post: "By post, to the moderator's address", upload: "By upload", visit: "The moderator visits your centre" },
  overdue: (day: string) => `${day}: this day has passed. Send the work now, or contact the board`,
  pool: {
    all: (some: number, all: number) => `${some} drawn from ${plural(all, { one: "1 candidate", other: `${all} candidates` })}`,
    yours: (some: number, all: number) => `${some} of your centre's candidates, in a sample drawn from ${all} candidates at all the centres`,
    theirs: (some: number, all: number) => `${some} of this centre's candidates, in a sample drawn from ${all} candidates at all the centres`,
  },
  label: {
    title: "Address label",
    from: (code: string, centre: string) => `${code} · from centre ${centre}`,
    print: "Print the label",
  },
  sample: {
    title: "Work the board has requested",
    ended: "Work the board requested",
    lead: "We show why each candidate was chosen. Absent candidates and candidates with 0 marks are not included.",
    sent: "Sent",
    sentFor: (candidate: string) => `Sent: ${candidate}`,
    candidate: "Candidate",
    group: "Group",
    why: "Why",
    state: "State",
    replaces: (candidate: string) => `In place of ${candidate}, whose work is lost`,
    all: (count: number) => `Tick all ${count} still to send`,
    none: "Tick the candidates whose work was sent",
    send: "Record as sent",
  },
  why: {
    highest: "Highest mark",
    lowest: "Lowest mark",
    drawn: "Chosen to cover the range of marks",
    everyone: "Every candidate is in the sample",
    added: "Added by the board",
    replacement: "In place of lost work",
  },
  work: { asked: "To send", sent: "Sent", lost: "Lost", withdrawn: "Withdrawn" },
  lost: {
    title: "Work is lost",
    lead: "Tell the board what happened. It will ask for another candidate's work instead, if there is one.",
    candidate: "Whose work is lost",
    choose: "Choose a candidate",
    noCandidate: "Choose whose work is lost",
    how: "What happened",
    noHow: "Say what happened",
    report: "Report lost work",
  },
  outcome: {
    title: "Outcome",
    yours: {
      accepted: "Your centre's marks were accepted as they are.",
      adjusted: "The board adjusted marks. Your centre's marks are shown as submitted, beside the board's.",
    },
    theirs: {
      accepted: "The centre's marks were accepted as they are.",
      adjusted: "Marks were adjusted. The centre's marks are shown as submitted, beside the board's.",
    },
    released: (day: string) => `Released ${day}.`,
    awaited: (day: string) => `The centre can see it from ${day}.`,
    caption: "Marks the board adjusted",
    centre: "Centre's mark",
    board: "Board's mark",
  },
  said: {
    sent: (count: number) => plural(count, { one: "1 candidate's work is recorded as sent.", other: `${count} candidates' work is recorded as sent.` }),
    lost: (candidate: string) => `The work of candidate ${candidate} is reported lost.`,
  },
};
