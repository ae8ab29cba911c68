/** Asking a centre's administrators for a role. */
export const en = {
  what: (role: string, code: string | null) => (code ? `“${role}” for ${code}` : `“${role}”`),
  who: (names: string, what: string) => `${names} can give you the role ${what}.`,
  ask: (what: string) => `Ask for the role ${what}`,
  self: (role: string) => `As a centre administrator you can give yourself the role “${role}”.`,
  people: "Change your roles",
  again: "Ask again",
  asked: (when: string, names: string) => `You asked for this role on ${when}. ${names} can give it.`,
  declined: (when: string, names: string) => `You asked for this role on ${when}, and it was declined. Speak to ${names}.`,
  nobody: "Your centre has no administrator who could give you the role. Contact the exam board and ask it to name one.",
  needed: {
    title: "You do not have the role for this page",
    changed: "Only a centre administrator sees this page. Your roles may have changed since you opened it.",
    board: "Only the exam board's own people see this page. Nobody at your centre can give you the role for it.",
  },
  role: {
    "enter marks": "enter marks",
    "submit marks": "submit marks",
    view: "view",
    "centre administrator": "centre administrator",
    "board operator": "board operator",
    "board moderation": "board moderation",
  },
};
