import { plural } from "../plural";

export const history = {
  title: "Who changed what",
  candidate: "Candidate number",
  hint: "Leave it empty to see everything.",
  found: (count: number) => plural(count, { one: "1 entry", other: `${count} entries` }),
  none: "Nothing has happened to these marks yet.",
  noneOf: (candidate: string) => `Nothing shown here changed candidate ${candidate}.`,
  submission: (number: number) => `submission ${number}`,
  extension: {
    asked: (day: string, why: string) => `Until ${day}: ${why}`,
    granted: (day: string, note: string) => `Extended to ${day}${note ? `: ${note}` : ""}`,
    declined: (note: string) => `Declined${note ? `: ${note}` : ""}`,
  },
  told: (name: string, what: string) => `${name} was told by e-mail: ${what}`,
  by: (moment: string, name: string, channel: string) => `${moment} by ${name}, ${channel}`,
  changes: {
    title: (count: number) => plural(count, { one: "1 candidate", other: `${count} candidates` }),
    caption: "What changed",
    candidate: "Candidate",
    before: "Before",
    after: "After",
    checked: "Checked",
    nothing: "None",
    yes: "Yes",
    no: "No",
  },
  older: "Show older",
  back: "Back to the marks",
};
