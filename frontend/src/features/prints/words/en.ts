import { plural } from "../../../i18n/plural";

/** The marks on paper and in files, and the slips that tell candidates theirs. */
export const en = {
  print: "Print this page",
  csv: "Download CSV",
  xlsx: "Download XLSX",
  preview: "What is printed",
  late: (count: number) =>
    plural(count, {
      one: "1 late entry is not on this list, because its mark has not been submitted yet.",
      other: `${count} late entries are not on this list, because their marks have not been submitted yet.`,
    }),
  draft: "DRAFT",
  sheet: "Marks",
  qualification: "Qualification",
  criteria: "Criteria",
  notSubmitted: (status: string) => `${status}, not submitted`,
  noReference: "None until the marks are submitted",
  printed: "Printed",
  /** Headings of a file: they are read again when it is sent back. */
  whose: ["Candidate number", "Candidate name", "Group"],
  version: "Row version",
  assessment: "Assessment code",
  centre: "Centre number",
  notes: "Notes",
  totals: { mark: "With a mark", grade: "With a grade", blank: "Not entered yet", sum: "Sum of the marks" },
  signature: { teacher: "Teacher", officer: "For the head of centre", signed: "Signature", date: "Date" },
  report: {
    title: "A report to keep",
    what: "The same list as a PDF that a screen reader can read.",
    draft: "Print a draft of these marks",
  },
  slips: {
    title: "Mark slips",
    what: "One slip for each candidate, with the mark or grade and the last day to request a review of marking. Give them out before you submit the marks.",
    whatSent: "One slip for each candidate with the mark or grade that was submitted. It is too late to request a review of marking, and the slip says so.",
    group: "Teaching group",
    everyone: "All groups",
    until: "Last day to request a review",
    noDate: "Choose the last day to request a review",
    print: "Print mark slips",
    preparing: "The mark slips are being prepared…",
    open: "Open the mark slips (PDF)",
  },
  status: "Status",
  reference: "Reference",
  submitted: "Submitted",
  candidates: "Candidates",
};
