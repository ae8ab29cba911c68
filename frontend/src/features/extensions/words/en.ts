/** An extension of a deadline: asking for one, and what the board decided. */
export const en = {
  deadline: "Deadline",
  form: {
    day: "Last day you need",
    dayHint: (day: string) => `${day} or later. You have until the end of that day, UK time.`,
    noDay: "Choose the last day you need",
    notLater: (day: string) => `Choose a day after ${day}`,
    over: "That day has passed. Choose a later one",
    reason: "Why you need more time",
    reasonHint: "For example a teacher's illness or a flood. Do not name candidates.",
    noReason: "Say why you need more time",
    after:
      "The board decides. Until then the deadline stays the same, and marks submitted after it are late. We show the decision here, on the mark sheet and in your list of assessments. While the board accepts marks, you can keep entering and submitting them.",
    send: "Send request",
  },
  said: "Your request was sent to the board.",
  meanwhile: "You can keep entering marks, and submit them when they are ready.",
  submitted: "These marks are submitted, so you do not need an extension.",
  turnTo: (who: string) => `To request an extension, contact ${who || "someone with the role “submit marks”"}.`,
};
