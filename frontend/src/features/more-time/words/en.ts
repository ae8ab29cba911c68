/** An extension of a deadline: asking for one, and what the board decided. */
export const en = {
  deadline: "Deadline",
  form: {
    day: "Last day you need",
    dayHint: (day: string) => `${day} or later. You have until the end of it, by the clock in London.`,
    noDay: "Choose the last day you need",
    notLater: (day: string) => `Choose a day after ${day}`,
    over: "That day is over. Choose a later one",
    reason: "Why you need it",
    reasonHint: "For example a teacher's illness or a flood. Do not name candidates.",
    noReason: "Say why you need more time",
    after:
      "The board decides. Until it has, the deadline stays as it is, and marks submitted after it are late. You see the decision here, on the mark sheet and among your assessments. While the board takes marks, you can go on entering and submitting them.",
    send: "Ask the board",
  },
  said: "The board was asked for more time.",
  meanwhile: "You can go on entering marks, and submit whenever they are ready.",
  submitted: "These marks are submitted, so they need no more time.",
  turnTo: (who: string) => `To ask for more time, turn to ${who || "someone with the role “submit marks”"}.`,
};
