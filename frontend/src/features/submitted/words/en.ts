import { plural } from "../../../i18n/plural";

export const en = {
  caption: "Submission",
  status: {
    confirmed: "The board has received these marks.",
    submitted: "The marks were sent and are being processed. This page changes by itself when the board has received them.",
  },
  not: { title: (code: string) => `${code} is not submitted`, submit: "Review and submit" },
  late: {
    told: (count: number) =>
      plural(count, {
        one: "1 candidate was entered after this. Their mark is still to be sent.",
        other: `${count} candidates were entered after this. Their marks are still to be sent.`,
      }),
    enter: "Enter marks of late entries",
  },
  kind: {
    first: (number: number) => `${number}`,
    amended: (number: number) => `${number}, with amended marks`,
    supplementary: (number: number) => `${number}, supplementary: of candidates entered late`,
  },
  receipt: {
    number: "Submission",
    reference: "Reference",
    submitted: "Submitted",
    confirmed: "Confirmed",
    notYet: "Not yet",
    marks: "Marks",
    counts: (marked: number, all: number, absent: number) =>
      `${marked} of ${plural(all, { one: "1 candidate", other: `${all} candidates` })}, ${absent} absent`,
    inTime: "In time",
    yes: "Yes",
    late: "Late: after the deadline",
    fingerprint: "Fingerprint (SHA-256)",
  },
  next: {
    title: "What happens next",
    keep: "Keep the printed report for your records; the moderator does not need a copy.",
    toSend: (count: number, by: string) =>
      `Moderation has begun, with ${plural(count, { one: "1 piece", other: `${count} pieces` })} of work to send by ${by}.`,
    nothing: "Moderation has begun, and no work is left to send.",
    ended: "Moderation of these marks has ended, and the outcome is there.",
  },
  list: {
    none: "Nothing has been submitted in this series yet.",
    caption: "Submissions, latest first",
    assessment: "Assessment",
    reference: "Reference",
    submitted: "Submitted",
    status: "Status",
    number: "Submission",
    by: (name: string) => `by ${name}`,
    lateBy: (name: string) => `by ${name}, late`,
  },
};
