import { plural } from "../../../../i18n/plural";

const sheets = (count: number) => plural(count, { one: "1 mark sheet", other: `${count} mark sheets` });

/** Submitting several mark sheets together. */
export const en = {
  title: "Submit all that are ready",
  back: "Back to your assessments",
  none: "No mark sheet is ready to submit. A mark sheet is ready when every candidate has a mark and is checked.",
  ask: (who: string) => `You may not submit marks. Ask ${who} to submit them.`,
  reading: (some: number, all: number) => `Reading the marks: ${some} of ${all}`,
  ready: (count: number) => (count === 0 ? "Nothing is chosen" : `${sheets(count)} to submit`),
  sent: (some: number, all: number) => `${some} of ${all} submitted`,
  someLeft: "See beside each of the others why it is not submitted. Put it right, agree to the declaration again and submit what is left.",
  allSent: "All are submitted. The board confirms each as soon as it holds the marks.",
  notSubmitted: "Nothing is submitted",
  leave: "Mark sheets are still being submitted. If you leave now, some of them may not be. Leave this page?",
  declareFor: "You make this declaration for each of these:",
  submit: (count: number) => `Submit ${sheets(count)}`,
  submitting: "Submitting…",
  absent: (count: number) => `${count} absent`,
  range: (lowest: number, highest: number) => `marks ${lowest} to ${highest}`,
  supplementary: (count: number) => plural(count, { one: "only 1 late entry is sent", other: `only ${count} late entries are sent` }),
  late: "after the deadline",
  second: (count: number) => plural(count, { one: "1 thing worth a second look", other: `${count} things worth a second look` }),
  state: { sending: "Submitting…", sent: "Submitted" },
  receipt: "See the receipt",
  open: "Open it",
  incomplete: (count: number) => plural(count, { one: "1 candidate is incomplete now.", other: `${count} candidates are incomplete now.` }),
  unknown: "There was no answer. Submit again: the marks cannot be sent twice.",
  stale: "Someone changed these marks while you were looking at them. They were read again: review them, then submit.",
};
