/** What people are told by e-mail. */
export const en = {
  address: (email: string) => `Notices go to ${email}. If that is not your address, ask the exam board to change it.`,
  noAddress: "The exam board knows no e-mail address of yours, so nothing is sent. Ask it to add one.",
  noTopics: "People with your role are told of nothing by e-mail.",
  trouble: {
    bounced: (email: string, moment: string) => `Mail to ${email} came back on ${moment}. Nothing is sent until you say that the address works again.`,
    complained: (email: string, moment: string) =>
      `Mail to ${email} was reported as unwanted on ${moment}. Nothing is sent until you say that you want it again.`,
    works: "It works again",
    mended: "Notices are sent to you again.",
  },
  language: "Language of the mail",
  topics: "Tell me of",
  topic: {
    confirmations: "Marks that the board has confirmed",
    amendments: "Amendments: the board's decision, and work it wants to see",
    extensions: "The board's decision on more time",
    entries: "Entries changed after the marks were submitted",
    moderation: "Moderation: the sample of work, and the outcome",
    deadlines: "Deadlines: 14, 7 and 2 days before",
    board: "Every morning, how much is overdue and how much waits for the board",
  },
  lastDay: "On the last day itself you are told in any case.",
  outcomeMorning: "You are told of an outcome at the first 7 in the morning after your centre may see it.",
  saved: "Your choice is saved.",
};
