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
  role: {
    "enter marks": "enter marks",
    "submit marks": "submit marks",
    view: "view",
    "centre administrator": "centre administrator",
    "board operator": "board operator",
    "board moderation": "board moderation",
  },
};
