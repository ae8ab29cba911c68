import { plural } from "../plural";

/** Names for codes of the API. */
export const outcomes = {
  scale: { mark: "Mark", grade: "Grade" },
  absent: "Absent",
  /** Outcomes as the API words them. */
  named: {
    Absent: "Absent",
    Distinction: "Distinction",
    Merit: "Merit",
    Pass: "Pass",
    "Not classified": "Not classified",
  },
  status: {
    "not started": "Not started",
    incomplete: "Incomplete",
    ready: "Ready to submit",
    submitted: "Submitted",
    confirmed: "Confirmed",
    "in moderation": "In moderation",
    moderated: "Moderated",
  },
  candidates: (count: number) => plural(count, { one: "1 candidate", other: `${count} candidates` }),
  yes: "Yes",
  no: "No",
};
