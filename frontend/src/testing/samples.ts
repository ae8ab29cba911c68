import type { Schemas } from "../api/client";

const assessment: Schemas["AssessmentOut"] = {
  code: "H446/03",
  title: "Programming project",
  qualification: { code: "H446", title: "A Level Computer Science" },
  scale: { kind: "mark", maximum: 70 },
};

/** The head of a complete sheet of two candidates. */
export const head = (change: Partial<Schemas["SheetHead"]> = {}): Schemas["SheetHead"] => ({
  id: "2027-06.64235.H446-03",
  centre: { number: "64235", name: "Harbour View Academy" },
  series: { id: "2027-06", title: "June 2027", opens: "2026-09-01T00:00:00Z", closes: null },
  assessment,
  opens: "2026-09-01T00:00:00Z",
  deadline: "2027-05-15T22:59:59Z",
  window: "open",
  overdue: false,
  extension: null,
  status: "ready",
  version: 7,
  candidates: 2,
  entered: 2,
  checked: 2,
  may: { enter: true, submit: true },
  late_entries: 0,
  circumstances: [],
  criteria: [],
  second_checker: false,
  submitters: ["Owen Reid"],
  submission: null,
  ...change,
});

export const review = (change: Partial<Schemas["ReviewOut"]> = {}): Schemas["ReviewOut"] => ({
  sheet: head(),
  counts: {
    candidates: 2,
    entered: 2,
    checked: 2,
    absent: 0,
    carried_forward: 0,
    circumstances: [],
    zero: 0,
    zero_reasons: [],
    highest: 50,
    lowest: 40,
    mean: 45,
  },
  distribution: [{ label: "40-49", count: 1 }],
  missing: [],
  queries: [],
  late_entries: [],
  declaration: {
    version: "1",
    statements: [
      { key: "marking", text: "The work was marked to the scheme." },
      { key: "reviews", text: "Candidates could ask for a review." },
    ],
  },
  late: false,
  ...change,
});

export const submission = (change: Partial<Schemas["SubmissionOut"]> = {}): Schemas["SubmissionOut"] => ({
  sheet: "2027-06.64235.H446-03",
  assessment,
  number: 1,
  kind: "first",
  reference: "64235-H446-03-2027-06-1",
  sha256: "9f86d081884c7d65",
  submitted_at: "2026-11-24T10:42:00Z",
  submitted_by: "Owen Reid",
  late: false,
  candidates: 2,
  absent: 0,
  status: "submitted",
  confirmed_at: null,
  ...change,
});

const earlier: Schemas["SeriesOut"] = { id: "2026-06", title: "June 2026", opens: "2025-09-01T00:00:00Z", closes: null };

/** One of each odd pattern of marks. */
export const senses = {
  equal: { code: "all-marks-equal", marks: 8, mark: 45, sentence: "1" },
  moved: { code: "outside-earlier-series", percent: -12.5, earlier, sentence: "2" },
  order: { code: "order-unlike-earlier-series", candidates: 9, correlation: -0.2, earlier, sentence: "3" },
  bunched: { code: "bunched-at-boundaries", boundaries: [{ grade: "C", lowest: 42 }], above: 12, below: 1, once_in: 1585, sentence: "4" },
} satisfies Record<string, Schemas["SensesOut"]["senses"][number]>;

/** One line of a centre's list. */
export const summary = (change: Partial<Schemas["AssessmentSummary"]> = {}): Schemas["AssessmentSummary"] => ({
  sheet: "2027-06.64235.H446-03",
  assessment,
  opens: "2026-09-01T00:00:00Z",
  deadline: "2027-05-15T22:59:59Z",
  window: "open",
  overdue: false,
  extension: null,
  status: "incomplete",
  candidates: 48,
  entered: 40,
  checked: 26,
  late_entries: 0,
  next: "enter",
  submission: null,
  after: null,
  requests: [],
  ...change,
});

/** The email of someone whom every message reaches. */
export const mail = (change: Partial<Schemas["NoticesOut"]> = {}): Schemas["NoticesOut"] => ({
  email: "owen@harbourview.example",
  language: "en",
  muted: [],
  topics: [],
  trouble: null,
  ...change,
});

/** A week more than the deadline, which the board has yet to decide on. */
export const moreTime = (change: Partial<Schemas["MoreTimeOut"]> = {}): Schemas["MoreTimeOut"] => ({
  until: "2027-05-22T22:59:59Z",
  granted: null,
  asked: { by: "Owen Reid", at: "2026-11-24T10:42:00Z", note: "The teacher is ill." },
  decided: null,
  ...change,
});

export const row = (change: Partial<Schemas["RowOut"]> = {}): Schemas["RowOut"] => ({
  candidate: "1051",
  name: "JONES Amelia",
  uci: "64235A260001X",
  group: "13A",
  outcome: null,
  criteria: [],
  zero_reason: null,
  checked: false,
  revision: 1,
  entered_by: "",
  own: false,
  late: false,
  note: null,
  query: null,
  flag: null,
  checker_note: null,
  ...change,
});

/** A file that is ready: three lines that passed and one that did not. */
export const upload = (change: Partial<Schemas["UploadOut"]> = {}): Schemas["UploadOut"] => ({
  id: "2027-06.64235.20261124104200-0a1b2c3d4e5f",
  state: "ready",
  sent_by: "Owen Reid",
  sent_at: "2026-11-24T10:42:00Z",
  file_name: "marks.csv",
  size: 2048,
  sha256: "9f86d081884c7d65",
  format: "csv",
  sequence: null,
  ignored: [],
  lines: 4,
  preview: "8f2c",
  good: 3,
  bad: 1,
  assessments: [{ assessment: "H446/03", accepted: 1, changed: 1, unchanged: 1, blank: 0, not_on_list: 0, refused: 1, by_number: 3, by_uci: 0, by_name: 0 }],
  refusal: null,
  assessment: null,
  need: null,
  columns_chosen: null,
  assessment_named: null,
  questions: [],
  applied: null,
  cancelled: null,
  ...change,
});

/** The same file with every line passed. */
export const passed = (change: Partial<Schemas["UploadOut"]> = {}): Schemas["UploadOut"] =>
  upload({
    lines: 3,
    bad: 0,
    assessments: [{ assessment: "H446/03", accepted: 1, changed: 1, unchanged: 1, blank: 0, not_on_list: 0, refused: 0, by_number: 3, by_uci: 0, by_name: 0 }],
    ...change,
  });

export const line = (change: Partial<Schemas["LineOut"]> = {}): Schemas["LineOut"] => ({
  line: 2,
  assessment: "H446/03",
  candidate: "1051",
  name: "JONES Amelia",
  listed: "JONES Amelia",
  result: "accepted",
  before: null,
  outcome: { kind: "mark", mark: 45 },
  field: "",
  code: "",
  problem: "",
  cure: "",
  since: null,
  matched_by: "number",
  criteria: [],
  zero_reason: null,
  ...change,
});

/** One amendment of the sheet, requested by the centre: 45 becomes 54. */
export const amendment = (change: Partial<Schemas["AmendmentOut"]> = {}): Schemas["AmendmentOut"] => ({
  number: 1,
  state: "pending",
  marks: [{ candidate: "1051", name: "JONES Amelia", before: { kind: "mark", mark: 45 }, after: { kind: "mark", mark: 54 } }],
  reason: "copied",
  reason_words: "a mark was copied wrongly",
  explanation: "54 was written down as 45.",
  approved_by: "Mair Pugh",
  asked: { by: "Owen Reid", at: "2026-11-24T10:50:00Z", note: "" },
  work: null,
  decided: null,
  ...change,
});

/** The amendments of a submitted sheet before moderation has started. */
export const amendments = (change: Partial<Schemas["AmendmentsOut"]> = {}): Schemas["AmendmentsOut"] => ({
  sheet: "2027-06.64235.H446-03",
  version: 8,
  may: true,
  at_once: true,
  reasons: [
    { code: "copied", words: "a mark was copied wrongly" },
    { code: "other", words: "of another reason, given in the explanation" },
  ],
  submission: submission({ status: "confirmed" }),
  amendments: [],
  ...change,
});

/** One candidate's work in a sample. */
export const sampled = (change: Partial<Schemas["SampledOut"]> = {}): Schemas["SampledOut"] => ({
  candidate: "1051",
  name: "JONES Amelia",
  group: "13A",
  outcome: { kind: "mark", mark: 45 },
  why: "highest",
  replaces: null,
  state: "asked",
  told: null,
  ...change,
});

/** A sample of two that was requested. */
export const moderation = (change: Partial<Schemas["ModerationOut"]> = {}): Schemas["ModerationOut"] => ({
  sheet: "2027-06.64235.H446-03",
  version: 9,
  may: true,
  state: "sample requested",
  centres: [{ number: "64235", name: "Harbour View Academy" }],
  moderator: { name: "Mo Derator", address: ["1 High Street", "Cambridge"] },
  method: "post",
  started_at: "2026-11-24T11:00:00Z",
  pool: 48,
  due: "2026-12-01",
  overdue: false,
  sample: [sampled(), sampled({ candidate: "1052", name: "KHAN Aisha", why: "drawn" })],
  outcome: null,
  seed: null,
  ...change,
});

/** One centre's sheet as the board's list has it. */
export const boardLine = (change: Partial<Schemas["BoardLineOut"]> = {}): Schemas["BoardLineOut"] => ({
  sheet: "2027-06.64235.H446-03",
  centre: { number: "64235", name: "Harbour View Academy" },
  assessment: "H446/03",
  status: "submitted",
  candidates: 2,
  submission: 1,
  late: false,
  submitted_at: "2026-11-24T10:42:00Z",
  deadline: "2027-03-01T23:59:59Z",
  overdue: false,
  extension_asked: false,
  amendments_waiting: 0,
  due: null,
  sampled: 0,
  sent: 0,
  ...change,
});

/** A centre that is moderated together with others, its marks confirmed. */
export const member = (change: Partial<Schemas["TogetherOut"]> = {}): Schemas["TogetherOut"] => ({
  centre: { number: "64235", name: "Harbour View Academy" },
  sheet: "2027-06.64235.H446-03",
  status: "confirmed",
  lacks: null,
  amendments_waiting: 0,
  moderation: moderation({ state: "not started", moderator: null, method: null, due: null, sample: [], pool: 0 }),
  ...change,
});

/** A centre that is moderated by itself, ready for it. */
export const consortium = (change: Partial<Schemas["ConsortiumOut"]> = {}): Schemas["ConsortiumOut"] => ({
  sheet: "2027-06.64235.H446-03",
  assessment,
  series: head().series,
  ready: true,
  may: true,
  centres: [member()],
  ...change,
});

/** Asha is asked for a whole assessment by Owen. */
export const request = (change: Partial<Schemas["RequestOut"]> = {}): Schemas["RequestOut"] => ({
  number: 1,
  to: { id: "asha", name: "Asha Patel" },
  own: false,
  groups: [],
  due: "2027-05-03",
  late: false,
  asked_by: "Owen Reid",
  asked_at: "2027-04-20T12:00:00Z",
  candidates: 48,
  unmarked: 8,
  unchecked: 14,
  done: false,
  reminded_by: null,
  reminded_at: null,
  reminded_today: false,
  ready_at: null,
  ...change,
});
