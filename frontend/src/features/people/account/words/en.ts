/** A person's own account. */
export const en = {
  title: "Your account",
  centres: "Your centres",
  board: "You work for the exam board, which gives and takes away your role there.",
  roles: "Your roles",
  access: "Access",
  role: {
    "enter marks": "enter marks",
    "submit marks": "submit marks",
    view: "view",
    "centre administrator": "centre administrator",
    "board operator": "board operator",
    "board moderation": "board moderation",
  },
  given: (by: string, centre: string, day: string) => `${by} gave you access to ${centre} on ${day}`,
  givenBySomeone: (centre: string, day: string) => `An administrator gave you access to ${centre} on ${day}`,
  byBoard: (centre: string) => `The exam board gave you access to ${centre}`,
  leave: "Leave this centre",
  ask: {
    title: (centre: string) => `Leave ${centre}?`,
    does: [
      "From now on you can no longer see this centre's marks, and get no emails about them.",
      "What you did stays in the history, under your name.",
      "Your roles at other centres, if you have any, stay.",
      "To come back, you need an invitation from the centre's administrator.",
    ],
  },
  last: "You are this centre's last administrator who has signed in, and a centre must have one. Make someone else centre administrator first, and wait until they have signed in.",
  left: (centre: string) => `You have left ${centre}.`,
  more: "Show more centres",
};
