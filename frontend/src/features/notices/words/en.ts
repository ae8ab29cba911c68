/** What people are emailed about. */
export const en = {
  address: (email: string) => `We send notices to ${email}. If that is not your address, ask the exam board to change it.`,
  noAddress: "The exam board has no email address for you, so we cannot email you. Ask the board to add one.",
  noTopics: "There are no email notices for your role.",
  trouble: {
    bounced: (email: string, moment: string) =>
      `An email to ${email} was returned on ${moment}. We will not send any more until you tell us that the address works.`,
    complained: (email: string, moment: string) =>
      `An email to ${email} was reported as unwanted on ${moment}. We will not send any more until you tell us that you want them.`,
    works: "Start emailing me again",
    mended: "We will email you again.",
  },
  language: "Language of the emails",
  topics: "Email me about",
  topic: {
    confirmations: "Marks that the board has confirmed",
    amendments: "Amendments: the board's decision, and work it wants to see",
    extensions: "The board's decision on an extension",
    entries: "Entries changed after the marks were submitted",
    moderation: "Moderation: the sample of work, and the outcome",
    deadlines: "Deadlines: 14, 7 and 2 days before",
    requests: "What colleagues ask you for, and what is ready",
    board: "Every morning: what is overdue, and what is waiting for the board",
    people: "People at your centre who ask for a role",
  },
  lastDay: "We always email you on the last day.",
  outcomeMorning: "We email you about an outcome at 7am, once it is released.",
  saved: "Your choices are saved.",
};
