import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { LocalCopy, forget } from "../../lib/local-copy";
import { renderFor } from "../../testing/place";
import { head, line, passed, review, upload } from "../../testing/samples";
import { PROBLEM, Service, problem } from "../../testing/service";
import { Report } from "./Report";

const { id } = upload();
const LOOK = `GET /api/v1/uploads/${id}`;
const LINES = `GET /api/v1/uploads/${id}/lines?page=1`;
const ACCEPT = `POST /api/v1/uploads/${id}/accept`;
const SUBMIT = `POST /api/v1/uploads/${id}/submit`;
const CHECK = `POST /api/v1/uploads/${id}/check`;
const CANCEL = `POST /api/v1/uploads/${id}/cancel`;
const COLUMNS = `GET /api/v1/uploads/${id}/columns`;
const READING = `PUT /api/v1/uploads/${id}/reading`;
const SHEETS = "GET /api/v1/centres/64235/series/2027-06/assessments";
const REVIEW = "GET /api/v1/sheets/2027-06.64235.H446-03/review";

const bad = line({
  line: 3,
  candidate: "9999",
  name: "",
  result: "not on the list",
  outcome: null,
  field: "Candidate number",
  code: "candidate-not-entered",
  problem: "Candidate 9999 is not entered for H446/03.",
  cure: "Check the number, or have the candidate entered first.",
});
const changed = line({ line: 4, candidate: "1052", result: "changed", before: { kind: "mark", mark: 40 } });
const linesOf = (...lines: Schemas["LineOut"][]) => ({ page: 1, pages: 1, lines });
const applied: Schemas["AppliedOut"] = {
  at: "2026-11-24T10:43:00Z",
  by: "Owen Reid",
  saved: 2,
  references: [],
  sheets: [],
  waiting: [],
  checked: false,
  submits: false,
};
const doneOf = (assessment: string, why_ = ""): Schemas["SheetDoneOut"] => ({ assessment, saved: 2, reference: "", code: why_, problem: why_ });
const OLDER = { code: "sequence-older", sentence: "A later file was applied." } as const;

const NO_TABLE: Schemas["ColumnsOut"] = { row: 0, columns: [] };
const TABLE: Schemas["ColumnsOut"] = {
  row: 1,
  columns: [
    { place: 0, heading: "Candidate no", role: "candidate", samples: ["1051", "1052"] },
    { place: 1, heading: "Points given", role: null, samples: ["45"] },
    { place: 2, heading: "", role: null, samples: ["ok"] },
  ],
};
const why = (code: string, problem_: string) => ({ line: 1, candidate: "", field: "", code, problem: problem_, cure: "" });
const asking = (need: "columns" | "assessment") =>
  upload({
    state: "asking",
    lines: null,
    assessments: [],
    good: 0,
    bad: 0,
    need,
    refusal: need === "columns" ? why("headings-missing", "Which column is the mark is not known.") : why("assessment-missing", "No assessment."),
  });

const ON_SOME = passed({ state: "applying", applied: { ...applied, sheets: [doneOf("H446/03")], waiting: ["J351/03", "J410/02"] } });

async function open(script: Record<string, unknown[]>, roles: Schemas["Role"][] = ["enter marks"]) {
  const service = Service.open({ [LOOK]: [passed()], [LINES]: [linesOf(line(), changed)], [COLUMNS]: [NO_TABLE], ...script });
  renderFor({ memberships: [{ centre: head().centre, roles, limits: [] }] }, <Report upload={id} />);
  await settle();
  return service;
}

const settle = () => vi.advanceTimersByTimeAsync(50);
const title = () => screen.getByRole("heading", { level: 1 }).textContent;
const press = async (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
};
const choose = async (name: string) => {
  fireEvent.click(screen.getByLabelText(name));
  await settle();
};
const bodyOf = (service: Service, what: string) => service.calls.findLast((call) => call.what === what)?.body;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
});
afterEach(async () => {
  cleanup();
  Service.close();
  vi.useRealTimers();
  await speak("en");
});

it("says that a file is being checked until it is, then what it would do", async () => {
  await open({ [LOOK]: [passed({ state: "received", lines: null }), passed({ state: "checking" }), passed()] });
  expect(title()).toContain("We are checking marks.csv");
  await vi.advanceTimersByTimeAsync(1100);
  expect(screen.getByText("3 lines to compare with the mark sheets.")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1100);
  expect(title()).toContain("What marks.csv would change");
  expect(screen.getByText("All 3 lines passed.")).toBeTruthy();
  const first = within(screen.getByRole("table", { name: "1 first mark would be entered" })).getAllByRole("row");
  expect(first[1]?.textContent).toBe("21051 JONES AmeliaH446/03JONES AmeliaNo mark45");
  const rows = within(screen.getByRole("table", { name: "1 mark would change" })).getAllByRole("row");
  expect(rows[1]?.textContent).toBe("41052 JONES AmeliaH446/03JONES Amelia4045");
});

it("says what the lines' candidates were found by", async () => {
  const [tally] = passed().assessments;
  await open({
    [LOOK]: [
      passed({
        assessments: [
          { ...tally!, by_number: 1, by_uci: 0, by_name: 1 },
          { ...tally!, by_number: 1, by_uci: 1 },
        ],
      }),
    ],
  });
  expect(screen.getByText("Lines matched by candidate number: 2, by UCI: 1, by name: 1.")).toBeTruthy();
  cleanup();
  await open({});
  expect(screen.getByText("Lines were matched by candidate number.")).toBeTruthy();
});

it("lines that cannot be used are told with field, problem and cure; the others can be put on the sheet", async () => {
  const service = await open({
    [LOOK]: [upload()],
    [LINES]: [linesOf(line(), bad, changed)],
    [ACCEPT]: [upload({ state: "applied", applied })],
  });
  expect(screen.getByText("3 lines passed. 1 line cannot be used.")).toBeTruthy();
  const rows = within(screen.getByRole("table", { name: "Lines that cannot be used" })).getAllByRole("row");
  expect(rows[1]?.textContent).toContain("39999");
  expect(rows[1]?.textContent).toContain("Candidate numberCandidate 9999 is not entered for H446/03.Check the number");
  expect(screen.getByText(/1 line would be left out/)).toBeTruthy();
  await press("Apply the 3 good lines");
  expect(bodyOf(service, ACCEPT)).toEqual({ mode: "good-rows", answers: [], checked: false, preview: "8f2c" });
  expect(title()).toContain("marks.csv has been applied");
  expect(screen.getByText(/2 candidates' marks or ticks were changed/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "H446/03: review and submit" }).getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/submit");
});

it("in Welsh a problem is in Welsh, beside the service's own sentence", async () => {
  await speak("cy");
  await open({ [LOOK]: [upload()], [LINES]: [linesOf(bad)] });
  expect(screen.getByText(/Nid yw'r ymgeisydd wedi'i gofrestru ar gyfer yr asesiad/)).toBeTruthy();
  expect(screen.getByText("Candidate 9999 is not entered for H446/03.").getAttribute("lang")).toBe("en");
});

it("a file's lines come page by page", async () => {
  const second = LINES.replace("page=1", "page=2");
  await open({ [LINES]: [{ page: 1, pages: 2, lines: [line()] }], [second]: [{ page: 2, pages: 2, lines: [changed] }] });
  expect(screen.getByRole("table", { name: "1 mark would change" })).toBeTruthy();
});

it("a doubtful file is asked about, and going on is named as the answer", async () => {
  const asked = passed({ sequence: 3, questions: [OLDER] });
  const service = await open({ [LOOK]: [asked], [ACCEPT]: [{ ...asked, state: "applied", applied }] });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("Choose whether to use this file");
  expect(bodyOf(service, ACCEPT)).toBeUndefined();
  await choose("Use this file anyway");
  await press("Apply these marks");
  expect(bodyOf(service, ACCEPT)).toEqual({ mode: "all-or-nothing", answers: ["sequence-older"], checked: false, preview: "8f2c" });
});

it("marks that are newer than the file are listed with who changed them, and asked about", async () => {
  const since = { by: "Asha Khan", at: "2026-11-03T10:12:00Z" };
  const newer = line({ line: 2, result: "changed", before: { kind: "mark", mark: 46 }, outcome: { kind: "mark", mark: 44 }, since });
  const cleared = line({ line: 3, candidate: "1052", since: { by: "", at: null } });
  const asked = passed({ questions: [{ code: "marks-newer", sentence: "Marks were changed after this file was made." }] });
  await open({ [LOOK]: [asked], [LINES]: [linesOf(newer, cleared, changed)] });
  const rows = within(screen.getByRole("table", { name: "2 marks are newer than this file" })).getAllByRole("row");
  expect(rows[1]?.textContent).toContain("46Changed by Asha Khan on 3 November 2026 at 10:12, after this file was made44");
  expect(rows[2]?.textContent).toContain("No mark");
  expect(screen.getByRole("table", { name: "1 mark would change" }).textContent).not.toContain("Amelia46");
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("Choose whether to use this file");
});

it("a doubtful file that is not to be used is cancelled", async () => {
  await open({ [LOOK]: [passed({ sequence: 3, questions: [OLDER] })], [CANCEL]: [passed({ state: "cancelled" })] });
  await choose("Do not use this file");
  await press("Cancel this file");
  expect(title()).toContain("marks.csv was cancelled");
  expect(screen.getByText("Nothing in it was applied.")).toBeTruthy();
});

it("what changed since is compared anew and shown before anyone decides again", async () => {
  const since = Response.json(
    { code: "changed-since-preview", detail: "1 line changed.", errors: [{ pointer: "/lines/2", code: "revision-conflict", detail: "" }] },
    { status: 409, headers: PROBLEM },
  );
  const anew = linesOf(line({ result: "changed", before: { kind: "mark", mark: 30 } }), changed);
  await open({ [LINES]: [linesOf(line(), changed), anew], [ACCEPT]: [since], [CHECK]: [passed()] });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("Marks have changed since this preview was made (line 2)");
  expect(screen.getByRole("table", { name: "2 marks would change" })).toBeTruthy();
});

it("where what a file would do is no longer kept, it is checked again on request", async () => {
  const gone = problem(404, "preview-missing", "The preview was made by another version of the service.");
  await open({ [LINES]: [gone, linesOf(line())], [COLUMNS]: [gone, NO_TABLE], [CHECK]: [passed()] });
  expect(screen.getByRole("alert").textContent).toContain("The preview of this file has expired. Check the file again.");
  expect(screen.queryByRole("button", { name: /^Apply/ })).toBeNull();
  await press("Try again");
  expect(screen.getByRole("table", { name: "1 first mark would be entered" })).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Apply/ })).toBeTruthy();
});

it("what a file is asked about is asked anew where it is no longer kept", async () => {
  const gone = problem(404, "preview-missing", "The preview is no longer kept.");
  await open({ [LOOK]: [asking("columns")], [COLUMNS]: [gone, TABLE], [CHECK]: [asking("columns")] });
  await press("Try again");
  expect(screen.getByRole("table", { name: "What each column of the file is" })).toBeTruthy();
});

it("once a sheet of the file is submitted, the file is compared anew and says so", async () => {
  const refused = line({ result: "refused", code: "already-submitted", problem: "The marks were submitted.", cure: "Ask for an amendment." });
  await open({
    [LINES]: [linesOf(line()), linesOf(refused)],
    [ACCEPT]: [problem(409, "already-submitted", "Submitted.")],
    [CHECK]: [upload({ good: 0, bad: 1 })],
  });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("These marks were submitted");
  expect(screen.getByRole("table", { name: "Lines that cannot be used" }).textContent).toContain("Ask for an amendment.");
  expect(screen.queryByRole("button", { name: /^Apply/ })).toBeNull();
});

it("after a lost answer the file is looked at again; while it waits, the same can be pressed again", async () => {
  await open({ [ACCEPT]: ["lost", passed({ state: "applied", applied: { ...applied, saved: 0 } })] });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("We do not know whether this was done");
  expect(screen.getByRole("alert").textContent).toContain("the file is still waiting for a decision");
  expect(screen.queryByText("Nothing was applied")).toBeNull();
  await press("Apply these marks");
  expect(screen.getByText(/Everything in the file was already on the mark sheets/)).toBeTruthy();
});

it.each([["lost"], [problem(500, "fault", "Something went wrong.")]])(
  "a file that was applied although no good answer came is shown so, and says why",
  async (answer) => {
    await open({ [LOOK]: [passed(), passed({ state: "applied", applied })], [ACCEPT]: [answer] });
    await press("Apply these marks");
    expect(title()).toContain("marks.csv has been applied");
    expect(screen.getByRole("status").textContent).toBe("There was no answer, so we looked again. This is what became of the file.");
  },
);

it("nothing is claimed of a file that cannot be looked at after a lost answer", async () => {
  await open({ [LOOK]: [passed(), "lost"], [ACCEPT]: ["lost"] });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("Reload the page to see what became of the file");
  expect(screen.queryByText("Nothing was applied")).toBeNull();
});

const status = (of: string) => ({ [SHEETS]: [{ assessments: [{ sheet: "2027-06.64235.H446-03", status: of }] }] });

it("a sheet that was submitted before the file leads to its submission, and is not said to be unsent", async () => {
  const done = passed({ state: "applied", applied: { ...applied, saved: 0 } });
  await open({ [LOOK]: [done], ...status("moderated") });
  expect(screen.getByText(/These mark sheets are submitted/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "H446/03: see the submission" })).toBeTruthy();
  cleanup();
  await open({ [LOOK]: [done], ...status("ready") });
  expect(screen.getByText(/The marks are not submitted yet/)).toBeTruthy();
});

it("a file that has not arrived says until when the service waits", async () => {
  await open({ [LOOK]: [passed({ state: "expected", lines: null, sent_at: "2026-11-24T10:30:00Z" })] });
  expect(title()).toContain("Waiting for marks.csv");
  expect(screen.getByText(/If it has not arrived by 24 November 2026 at 11:30, we stop waiting/)).toBeTruthy();
});

it("a file that was applied before it could be cancelled says so", async () => {
  await open({ [LOOK]: [passed(), passed({ state: "applied", applied })], [CANCEL]: [problem(409, "upload-not-ready", "Applied.")] });
  await press("Cancel this file");
  await press("Discard");
  expect(title()).toContain("marks.csv has been applied");
  expect(screen.getByRole("status").textContent).toBe("This file had already been decided. This is what became of it.");
});

it("a file that went on although no answer came says what is still to do", async () => {
  const further = passed({ state: "applying", applied: { ...applied, sheets: [doneOf("H446/03"), doneOf("J351/03")], waiting: ["J410/02"] } });
  await open({ [LOOK]: [ON_SOME, further], [ACCEPT]: ["lost"] });
  await press("Continue with the other mark sheets");
  expect(screen.getByRole("alert").textContent).toContain("There was no answer, so we looked again");
  expect(screen.getByText("Still to do: J410/02.")).toBeTruthy();
});

it("a file that broke off says how far it is, goes on, and names a sheet that it left", async () => {
  const end = passed({
    state: "applied",
    applied: { ...applied, sheets: [doneOf("H446/03"), doneOf("J351/03", "changed-since-preview"), doneOf("J410/02", "no-room")] },
  });
  const service = await open({ [LOOK]: [ON_SOME], [ACCEPT]: [end] });
  expect(screen.getByText(/1 of 3 mark sheets are done/)).toBeTruthy();
  expect(screen.getByText("Still to do: J351/03, J410/02.")).toBeTruthy();
  await press("Continue with the other mark sheets");
  expect(bodyOf(service, ACCEPT)).toEqual({ mode: "good-rows", answers: [], checked: false, preview: "8f2c" });
  expect(screen.getByText(/we left them as they are: J351\/03\./).textContent).toContain("changed while we applied");
  expect(screen.getByText(/we left them as they are: J410\/02\./).textContent).toContain("too much text");
});

it("an answer that fails on our side shows how far the file came", async () => {
  await open({ [LOOK]: [passed(), ON_SOME], [ACCEPT]: [problem(503, "busy", "Busy.")] });
  await press("Apply these marks");
  expect(screen.getByText(/1 of 3 mark sheets are done/)).toBeTruthy();
});

it("a file that submits its sheets goes on with the declaration, and only for who may submit", async () => {
  const some = { ...ON_SOME, applied: { ...applied, sheets: [doneOf("J351/03")], waiting: ["H446/03"], submits: true } };
  const service = await open({ [LOOK]: [some], [REVIEW]: [review()], [SUBMIT]: [some] }, ["submit marks"]);
  await choose("The work was marked to the scheme.");
  await press("Continue, and submit the other mark sheets");
  expect(screen.getByRole("alert").textContent).toContain("Not agreed yet: Candidates could ask for a review.");
  await choose("Candidates could ask for a review.");
  await press("Continue, and submit the other mark sheets");
  expect(bodyOf(service, SUBMIT)).toMatchObject({ declaration: { version: "1", agreed: ["marking", "reviews"] } });
  cleanup();
  await open({ [LOOK]: [some], [REVIEW]: [review()] }, ["enter marks"]);
  expect(screen.queryByRole("button", { name: /Go on/ })).toBeNull();
});

it("whoever goes on with a file that ticks its marks says that they checked them", async () => {
  const some = { ...ON_SOME, applied: { ...applied, sheets: [doneOf("J351/03")], waiting: ["H446/03"], checked: true } };
  const service = await open({ [LOOK]: [some], [ACCEPT]: [some] });
  await press("Continue with the other mark sheets");
  expect(screen.getByRole("alert").textContent).toContain("Confirm that you have checked every mark");
  expect(bodyOf(service, ACCEPT)).toBeUndefined();
  await choose("I have checked every mark in this file against the work or the mark list");
  await press("Continue with the other mark sheets");
  expect(bodyOf(service, ACCEPT)).toEqual({ mode: "good-rows", answers: [], checked: true, preview: "8f2c" });
});

it("a file that somebody checked again meanwhile is shown as it is now, and nothing is applied", async () => {
  const other = problem(409, "upload-not-ready", "This file was checked again.");
  const service = await open({
    [LOOK]: [passed(), passed({ preview: "5a17" })],
    [LINES]: [linesOf(line(), changed), linesOf(changed)],
    [ACCEPT]: [other, passed({ state: "applied", applied })],
  });
  await press("Apply these marks");
  expect(screen.getByRole("alert").textContent).toContain("Someone has checked this file again since you opened this page");
  expect(screen.queryByRole("table", { name: /first mark/ })).toBeNull();
  await press("Apply these marks");
  expect(bodyOf(service, ACCEPT)).toMatchObject({ preview: "5a17" });
});

it("whoever may submit can do so in the same step, with the declaration", async () => {
  const done = passed({ state: "applied", applied: { ...applied, references: ["64235-H446-03-2027-06-1"] } });
  const service = await open({ [REVIEW]: [review()], [SUBMIT]: [done] }, ["submit marks"]);
  await choose("Submit them now");
  await press("Apply these marks and submit them");
  expect(screen.getByRole("alert").textContent).toContain("Confirm that you have checked every mark");
  await choose("I have checked every mark in this file against the work or the mark list");
  await choose("The work was marked to the scheme.");
  await choose("Candidates could ask for a review.");
  await press("Apply these marks and submit them");
  expect(bodyOf(service, SUBMIT)).toEqual({
    mode: "all-or-nothing",
    answers: [],
    checked: true,
    preview: "8f2c",
    declaration: { version: "1", agreed: ["marking", "reviews"] },
  });
  expect(screen.getByText(/The marks are submitted to the board/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "H446/03: see the submission" })).toBeTruthy();
});

it("a file's sheets are not submitted over marks that this computer holds and has not saved", async () => {
  new LocalCopy("u1", "2027-06.64235.H446-03").note("1052", { text: "9", checked: false, revision: 0 });
  await settle();
  const service = await open({ [REVIEW]: [review()] }, ["submit marks"]);
  await choose("Submit them now");
  expect(screen.getByText(/This computer holds 1 mark of this sheet that is not saved: candidate 1052/).textContent).toContain("H446/03: ");
  await choose("I have checked every mark in this file against the work or the mark list");
  await choose("The work was marked to the scheme.");
  await choose("Candidates could ask for a review.");
  await press("Apply these marks and submit them");
  expect(screen.getByRole("alert").textContent).toContain("Save what this computer holds, or remove it, before you submit.");
  expect(bodyOf(service, SUBMIT)).toBeUndefined();
  await Promise.all([forget("u1"), settle()]);
});

it("where a second person checks, a file is not submitted by whoever sent it", async () => {
  await open({ [REVIEW]: [review({ sheet: head({ second_checker: true }) })] }, ["submit marks"]);
  await choose("Submit them now");
  expect(screen.getByText(/H446\/03 cannot be submitted with its file/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Apply these marks/ })).toBeNull();
});

it("whoever may only enter is not offered to submit, and whoever may only see decides nothing", async () => {
  await open({});
  expect(screen.queryByLabelText("Submit them now")).toBeNull();
  cleanup();
  await open({}, ["view"]);
  expect(screen.queryByRole("button", { name: /sheets/ })).toBeNull();
  expect(screen.getByText(/You can see marks, but you cannot/)).toBeTruthy();
});

it.each([
  [{ roles: ["enter marks"], limits: [] }, "We will read your centre’s next file with the same headings in the same way."],
  [
    { roles: ["view"], limits: [{ role: "enter marks", assessments: ["H446/03"] }] },
    "We will read only this file in this way, because your role is for single assessments.",
  ],
] as const)("who says what columns are is told for which files that counts: %o", async ({ roles, limits }, told) => {
  Service.open({ [LOOK]: [asking("columns")], [LINES]: [linesOf()], [COLUMNS]: [TABLE], [SHEETS]: [{ assessments: [] }] });
  const membership = { centre: head().centre, roles: [...roles], limits: limits.map(({ role, assessments }) => ({ role, assessments: [...assessments] })) };
  renderFor({ memberships: [membership] }, <Report upload={id} />);
  await settle();
  expect(screen.getByText(told)).toBeTruthy();
});

it("columns that were not recognised are shown with their first cells, assigned, and said of the file", async () => {
  const done = passed({ assessment: "H446/03", columns_chosen: { by: "Owen Reid", at: "2026-11-24T10:42:00Z", columns: [] } });
  const read = { row: 1, columns: TABLE.columns.map((column) => ({ ...column, role: column.place === 1 ? "mark" : (column.role ?? "ignored") })) };
  const service = await open({
    [LOOK]: [asking("columns")],
    [COLUMNS]: [TABLE, read, TABLE],
    [SHEETS]: [{ assessments: [] }],
    [READING]: [done, asking("columns")],
  });
  expect(title()).toContain("Tell us more about marks.csv");
  expect(screen.getByText("Which column is the mark is not known.")).toBeTruthy();
  const rows = within(screen.getByRole("table", { name: "What each column of the file is" })).getAllByRole("row");
  expect(rows[2]?.textContent).toContain("Points given45");
  expect(rows[3]?.textContent).toContain("Column 3ok");
  await press("Check the file again");
  expect(screen.getByRole("alert").textContent).toContain("Say which column has the mark or grade");
  fireEvent.change(screen.getByLabelText("What is in ‘Points given’"), { target: { value: "mark" } });
  await press("Check the file again");
  expect(bodyOf(service, READING)).toEqual({
    columns: [
      { place: 0, role: "candidate" },
      { place: 1, role: "mark" },
      { place: 2, role: "ignored" },
    ],
  });
  expect(title()).toContain("What marks.csv would change");
  expect(screen.getByText(/Columns read as chosen by Owen Reid on 24 November 2026 at 10:42/)).toBeTruthy();
  const seen = within(screen.getByRole("table", { name: "How this file was read" })).getAllByRole("row");
  expect(seen.map(({ textContent }) => textContent)).toEqual([
    "Column in the fileFirst cellsRead as",
    "Candidate no1051, 1052Candidate number",
    "Points given45Mark or grade",
    "Column 3okNot read",
  ]);
  await press("Forget this choice and read by the headings");
  expect(service.calls.filter(({ what }) => what === READING)[1]?.body).toEqual({ columns: [] });
  expect(title()).toContain("Tell us more about marks.csv");
});

it("a file that names no assessment is asked once which one it is for", async () => {
  const assessments = [{ sheet: "2027-06.64235.H446-03", assessment: head().assessment }];
  const service = await open({ [LOOK]: [asking("assessment")], [SHEETS]: [{ assessments }], [READING]: [passed({ assessment: "H446/03" })] });
  await press("Check the file again");
  expect(screen.getByRole("alert").textContent).toContain("Choose the assessment that these marks are for");
  fireEvent.change(screen.getByLabelText("These marks are for"), { target: { value: "H446/03" } });
  await press("Check the file again");
  expect(bodyOf(service, READING)).toEqual({ assessment: "H446/03" });
  expect(title()).toContain("What marks.csv would change");
});

it("a file that is asked about can be cancelled instead", async () => {
  await open({ [LOOK]: [asking("assessment")], [SHEETS]: [{ assessments: [] }], [CANCEL]: [passed({ state: "cancelled" })] });
  await press("Cancel this file");
  await press("Discard");
  expect(title()).toContain("marks.csv was cancelled");
});

it("a file is cancelled only once that is confirmed", async () => {
  const service = await open({ [CANCEL]: [passed({ state: "cancelled" })] });
  const asked = () => service.calls.filter(({ what }) => what === CANCEL).length;
  await press("Cancel this file");
  await press("Keep");
  expect(asked()).toBe(0);
  expect(screen.queryByRole("dialog")).toBeNull();
  await press("Cancel this file");
  await press("Discard");
  expect(asked()).toBe(1);
  expect(title()).toContain("marks.csv was cancelled");
});

it("whoever may only see is shown what is asked and not asked to answer", async () => {
  await open({ [LOOK]: [asking("assessment")] }, ["view"]);
  expect(screen.queryByRole("button", { name: "Check the file again" })).toBeNull();
  expect(screen.getByText(/You can see marks, but you cannot/)).toBeTruthy();
});

it("a file of which nothing can be used says why and what to do", async () => {
  const refusal = {
    line: 1,
    candidate: "",
    field: "centre",
    code: "other-centre",
    problem: "The file is for centre 58410, but you uploaded it for centre 64235.",
    cure: "Check which centre you chose.",
  };
  await open({ [LOOK]: [upload({ state: "refused", lines: null, assessments: [], good: 0, bad: 0, refusal })] });
  expect(title()).toContain("marks.csv cannot be used");
  expect(screen.getByText(/The file is for centre 58410/)).toBeTruthy();
  expect(screen.getByText("Check which centre you chose.")).toBeTruthy();
});

it("a file that never arrived says so, and names no line of it", async () => {
  const refusal = { line: 0, candidate: "", field: "", code: "file-not-received", problem: "The file did not arrive within an hour.", cure: "Send it again." };
  await open({ [LOOK]: [upload({ state: "refused", lines: null, assessments: [], good: 0, bad: 0, refusal })] });
  expect(screen.getByText("The file did not arrive within an hour.")).toBeTruthy();
  expect(screen.getByText("Send it again.")).toBeTruthy();
  expect(screen.queryByText(/^Line/)).toBeNull();
});

it("an upload that does not exist is not asked for again and again", async () => {
  const service = await open({ [LOOK]: [problem(404, "not-found", "There is no such upload.")] });
  expect(title()).toBe("Page not found");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(service.calls).toHaveLength(1);
});
