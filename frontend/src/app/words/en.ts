/** The sign-in page. */
export const en = {
  lead: (board: string) => `Schools and colleges use Centremark to send ${board} the marks they gave for coursework and other non-exam assessment.`,
  who: {
    title: "Who can use it",
    what: "Teachers enter and check marks. Exams officers submit them, and see when the board confirms that it has them.",
  },
  account: {
    title: "Get an account",
    invited: "Your centre's administrator, often the exams officer, invites you by email.",
    first: "If nobody at your centre has an account yet, ask the board for the first one.",
  },
  trouble: {
    title: "If you cannot sign in",
    password:
      "If you forgot your password, choose “Sign in”, then reset it there. An invitation that has expired can be sent again by your centre's administrator.",
  },
  demo: {
    title: "This is a demonstration",
    lead: "Everyone in it is made up. Sign in as one of these:",
    caption: "Demonstration sign-ins",
    who: "Who",
    email: "Email",
    password: "Password",
  },
};
