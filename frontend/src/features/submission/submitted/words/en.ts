import { plural } from "../../../../i18n/plural";

export const en = {
  title: "Submission",
  status: {
    confirmed: "The board has received these marks.",
    submitted: "The marks were sent and are being processed. This page updates automatically when the board has received them.",
  },
  panel: { submitted: "Marks sent to the board", confirmed: "Marks received by the board" },
  every: {
    title: "Every submission of these marks",
    lead: "Each is kept as it was sent, with its marks, who declared it and when.",
    one: (kind: string) => `Submission ${kind}`,
    of: (number: number, all: number) => `Submission ${number} of ${all}`,
    earlier: (latest: number) => `This is an earlier submission, as it was sent. Submission ${latest} is the latest.`,
    latest: "See the latest submission",
    sent: (number: number) => `Submission ${number}, as it was sent`,
    declared: (name: string) => `What ${name} declared`,
    marks: "Marks sent",
    candidate: "Candidate",
    zero: { "worth-nothing": "Work worth no marks", "not-authenticated": "Work not confirmed as the candidate's own" },
    print: "Print this page",
    noReport: "No PDF was made of this submission. Print this page to keep a copy.",
  },
  not: { title: (code: string) => `${code} is not submitted`, submit: "Review and submit" },
  late: {
    told: (count: number) =>
      plural(count, {
        one: "1 candidate was entered after this. Their mark has not been submitted yet.",
        other: `${count} candidates were entered after this. Their marks have not been submitted yet.`,
      }),
    enter: "Enter marks of late entries",
  },
  kind: {
    first: (number: number) => `${number}`,
    amended: (number: number) => `${number}, with amended marks`,
    supplementary: (number: number) => `${number}, supplementary: late entries`,
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
    fingerprintIs: "It shows that what the board holds is, character for character, what your centre sent.",
  },
  next: {
    title: "What happens next",
    keep: "Keep the printed report for your records; the moderator does not need a copy.",
    toSend: (count: number, by: string) =>
      `Moderation has started, and you have ${plural(count, { one: "1 piece", other: `${count} pieces` })} of work to send by ${by}.`,
    nothing: "Moderation has started, and you have no work left to send.",
    ended: "Moderation of these marks has ended, and the outcome is available.",
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
