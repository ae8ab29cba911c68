import { plural } from "../plural";

export const dates = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  moment: (day: string, clock: string) => `${day} at ${clock}`,
  passed: "deadline passed",
  opens: (day: string) => `opens ${day}`,
  closed: "closed",
  today: "due today",
  left: (days: number) => plural(days, { one: "1 day left", other: `${days} days left` }),
  by: (moment: string, name: string) => `${moment} by ${name}`,
  windowNotOpen: (day: string) => `The board accepts these marks from ${day}.`,
  extension: {
    waits: (day: string) => `Extension to ${day} requested. The board has not decided yet`,
    granted: (day: string) => `Extended to ${day}`,
    declined: (day: string, note: string) => `Extension to ${day} declined${note ? `: ${note}` : ""}`,
  },
};
