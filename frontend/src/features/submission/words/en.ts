import { plural } from "../../../i18n/plural";

const toComplete = (count: number) => plural(count, { one: "1 candidate is incomplete", other: `${count} candidates are incomplete` });

export const en = {
  title: "Review and submit",
  counts: {
    candidates: "Candidates",
    entered: "Entered",
    checked: "Checked",
    absent: "Absent",
    zero: "Zero",
    highest: "Highest",
    lowest: "Lowest",
    mean: "Mean",
    carried: "Carried forward",
  },
  spread: { title: "How the marks are spread", candidates: "Candidates", band: (low: string, high: string) => `${low} to ${high}` },
  supplementary: {
    title: (count: number) => plural(count, { one: "A supplementary submission of 1 candidate", other: `A supplementary submission of ${count} candidates` }),
    lead: "These candidates were entered after the marks were submitted. Only their marks are sent now. Marks already submitted stay as they are.",
    none: "no mark yet",
    all: "All marks of this assessment",
  },
  incomplete: {
    title: "Review incomplete",
    lead: (count: number) => `${toComplete(count)}.`,
    mark: "has no mark and is not recorded as absent",
    check: "is not ticked as checked",
    flagged: (who: string) => `is flagged for another look by ${who}`,
  },
  queries: {
    lead: "These do not stop you from submitting. If a mark is right, leave it as it is.",
    zero: "has 0, and nobody has said why. Say so on the page Check: the work earned no marks, or it is not confirmed as the candidate's own. If no work was handed in, record the candidate as absent",
    far: (middle: number) => `is far from the other marks (median ${middle})`,
    same: (count: number) => `is one of ${count} equal marks in a row`,
  },
  mayNotSubmit: {
    entering: "Your role is to enter marks.",
    seeing: "Your role is to see marks.",
    askNow: (who: string) => `Ask ${who} to submit them.`,
    ask: (who: string) => `Ask ${who} to submit them when every candidate has a mark and is checked.`,
    someone: "someone with the role “submit marks”, usually the exams officer,",
  },
  submit: "Submit",
  submitting: "Submitting…",
  notSubmitted: {
    title: "These marks are not submitted",
    unknown: "We do not know whether these marks are submitted",
    incomplete: toComplete,
    signedOut: "You have been signed out. Sign in again, then submit.",
    stale: "Someone changed these marks while you were looking at them. Review the latest marks, then submit.",
  },
};
