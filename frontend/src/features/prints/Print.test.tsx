import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderFor } from "../../testing/place";
import { head, row, submission } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { Print } from "./Print";
import { linesOf, tableOf } from "./lines";

const SHEET = "2027-06.64235.H446-03";
const LOAD = `GET /api/v1/sheets/${SHEET}?page=all`;
const REPORT = `GET /api/v1/sheets/${SHEET}/report`;
const SLIPS = `POST /api/v1/sheets/${SHEET}/slips`;
const WEEK = "2026-12-01";

const rows = [
  row({ outcome: { kind: "mark", mark: 45 } }),
  row({ candidate: "1052", name: "KHAN Aisha", group: "13B", outcome: { kind: "absent" } }),
  row({ candidate: "1053", name: "LEE Kai" }),
];
const sheet = (change = {}) => ({ ...head({ status: "incomplete" }), page: null, pages: 1, rows, ...change });
const slips = (status: string, change = {}) => ({
  status,
  version: 7,
  group: null,
  review_by: WEEK,
  link: status === "ready" ? "https://reports.example/slips.pdf" : null,
  expires_at: status === "ready" ? "2026-11-24T11:00:00Z" : null,
  failed_at: status === "failed" ? "2026-11-24T10:41:00Z" : null,
  ...change,
});

const printed = vi.fn<() => void>();

async function open(script: Record<string, unknown[]> = {}) {
  const service = Service.open({ [LOAD]: [sheet()], ...script });
  vi.stubGlobal("print", printed);
  renderFor({}, <Print sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(50);
  return service;
}

const paper = () => screen.getByRole("article", { name: "What is printed" });
const fact = (name: string) => within(paper()).getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
const press = async (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await vi.advanceTimersByTimeAsync(50);
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
  printed.mockClear();
});
afterEach(() => {
  cleanup();
  Service.close();
  vi.useRealTimers();
});

it("a sheet that is not submitted is printed as a draft, each candidate once, absences in words, with what it adds up to", async () => {
  await open();
  expect(within(paper()).getByText("DRAFT")).toBeTruthy();
  expect(fact("Status")).toBe("Incomplete, not submitted");
  expect(fact("Reference")).toBe("None until the marks are submitted");
  expect(fact("Printed")).toBe("24 November 2026 at 10:42 by Owen Reid");
  const lines = within(paper())
    .getAllByRole("row")
    .map(({ textContent }) => textContent);
  expect(lines.slice(-3)).toEqual(["1051JONES Amelia13A45", "1052KHAN Aisha13BAbsent", "1053LEE Kai13ANo mark"]);
  expect(["Candidates", "With a mark", "Absent", "Not entered yet", "Sum of the marks"].map(fact)).toEqual(["3", "1", "1", "1", "45"]);
});

it("why a mark is 0 stands beside the candidate", async () => {
  await open({ [LOAD]: [sheet({ rows: [row({ outcome: { kind: "mark", mark: 0 }, zero_reason: { reason: "not-authenticated", by: "Owen Reid" } })] })] });
  expect(within(paper()).getByText("0: the work cannot be confirmed as the candidate's own")).toBeTruthy();
});

it("the marks for criteria stand below the mark they add up to", async () => {
  const criteria = [
    { code: "AO1", title: "Analysis", maximum: 30 },
    { code: "AO2", title: "Design", maximum: 40 },
  ];
  await open({ [LOAD]: [sheet({ criteria, rows: [row({ outcome: { kind: "mark", mark: 45 }, criteria: [20, 25] }), row({ candidate: "1052" })] })] });
  expect(fact("Criteria")).toBe("AO1 Analysis (30), AO2 Design (40)");
  const lines = within(paper()).getAllByRole("row");
  expect(lines.map(({ textContent }) => textContent)).toEqual(expect.arrayContaining([expect.stringContaining("45AO1 20, AO2 25")]));
});

it("what there is to know of a candidate stands below the name, without the reason of a circumstance", async () => {
  const circumstance = { code: "L", title: "Lost work", reason: "Lost in a fire" };
  const note = { former: "SMITH Ann", moved_from: "58410", carried_from: null, circumstance };
  await open({ [LOAD]: [sheet({ rows: [row({ note })] })] });
  const name = within(paper()).getByRole("rowheader").textContent;
  expect(name).toBe("JONES AmeliaFormerly SMITH Ann; Moved from centre 58410; Lost work");
  expect(tableOf(linesOf([row({ note }), row()], { kind: "mark", maximum: 70 }), head())).toEqual([
    ["Candidate number", "Candidate name", "Group", "Mark", "Row version", "Assessment code", "Centre number", "Notes"],
    ["1051", "JONES Amelia", "13A", "", 1, "H446/03", "64235", "Formerly SMITH Ann; Moved from centre 58410; Lost work"],
    ["1051", "JONES Amelia", "13A", "", 1, "H446/03", "64235", ""],
  ]);
});

it("a submitted sheet is no draft and bears its reference", async () => {
  const report = { status: "none", draft: false, version: 7, link: null, expires_at: null, failed_at: null };
  await open({ [LOAD]: [sheet({ status: "confirmed", submission: submission() })], [REPORT]: [report] });
  expect(within(paper()).queryByText("DRAFT")).toBeNull();
  expect(fact("Reference")).toBe("64235-H446-03-2027-06-1");
  expect(fact("Submitted")).toBe("24 November 2026 at 10:42 by Owen Reid");
});

it("what is printed is what the service has when Print is pressed", async () => {
  await open({ [LOAD]: [sheet(), sheet({ rows: [row({ outcome: { kind: "mark", mark: 46 } })] })] });
  printed.mockImplementation(() => expect(paper().textContent).toContain("46"));
  await press("Print this page");
  expect(printed).toHaveBeenCalledTimes(1);
});

it("what may be out of date is not printed", async () => {
  await open({ [LOAD]: [sheet(), "lost"] });
  await press("Print this page");
  expect(printed).not.toHaveBeenCalled();
  expect(screen.getByRole("alert").textContent).toContain("There is no answer from the service");
});

it("mark slips are for all groups and a week, unless one says otherwise, and are linked once they are there", async () => {
  const look = `GET /api/v1/sheets/${SHEET}/slips?review_by=${WEEK}`;
  const service = await open({ [SLIPS]: [slips("preparing")], [look]: [slips("preparing"), slips("ready")] });
  await press("Print mark slips");
  expect(service.calls.find(({ what }) => what === SLIPS)?.body).toEqual({ group: null, review_by: WEEK });
  expect(screen.getByText("The mark slips are being prepared…")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(1500);
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  await press("Open the mark slips (PDF)");
  expect(opened).toHaveBeenCalledWith("https://reports.example/slips.pdf", "_blank", "noopener,noreferrer");
  expect(document.body.innerHTML).not.toContain("reports.example");
});

it("slips that failed say when, and trying again asks for the same ones and waits for them", async () => {
  const look = `GET /api/v1/sheets/${SHEET}/slips?review_by=${WEEK}`;
  const service = await open({
    [SLIPS]: [slips("preparing"), slips("preparing")],
    [look]: [slips("failed"), slips("ready")],
  });
  await press("Print mark slips");
  expect(screen.getByText(/^Printing failed on 24 November 2026 at 10:41/)).toBeTruthy();
  await press("Try again");
  expect(service.calls.filter(({ what }) => what === SLIPS).map(({ body }) => body)).toEqual([
    { group: null, review_by: WEEK },
    { group: null, review_by: WEEK },
  ]);
  expect(screen.getByRole("button", { name: "Open the mark slips (PDF)" })).toBeTruthy();
  expect(screen.queryByText(/^Printing failed/)).toBeNull();
});

it("slips of one teaching group are asked for by its name, and another choice takes the link away", async () => {
  const change = { group: "13B", review_by: "2026-12-11" };
  const look = `GET /api/v1/sheets/${SHEET}/slips?review_by=2026-12-11&group=13B`;
  const service = await open({ [SLIPS]: [slips("ready", change)], [look]: [slips("ready", change)] });
  fireEvent.change(screen.getByLabelText("Teaching group"), { target: { value: "13B" } });
  fireEvent.input(screen.getByLabelText("Last day to request a review"), { target: { value: "2026-12-11" } });
  await vi.advanceTimersByTimeAsync(50);
  await press("Print mark slips");
  expect(service.calls.find(({ what }) => what === SLIPS)?.body).toEqual(change);
  expect(screen.getByRole("button", { name: "Open the mark slips (PDF)" })).toBeTruthy();
  fireEvent.change(screen.getByLabelText("Teaching group"), { target: { value: "13A" } });
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.queryByRole("button", { name: "Open the mark slips (PDF)" })).toBeNull();
});

it("slips of candidates who have no mark are not printed, and the page says why", async () => {
  await open({ [SLIPS]: [problem(409, "nothing-to-print", "No candidate has a mark.")] });
  await press("Print mark slips");
  expect(screen.getByText(/there is nothing to print/)).toBeTruthy();
  expect(screen.getByLabelText("Last day to request a review").getAttribute("aria-invalid")).toBeNull();
});

it("a last day that has passed is said at its box", async () => {
  await open({ [SLIPS]: [problem(422, "review-date-passed", "1 November has passed.")] });
  await press("Print mark slips");
  const date = screen.getByLabelText("Last day to request a review");
  expect(date.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(date.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Choose a later day");
  expect(document.activeElement).toBe(date);
});

it("slips need a last day", async () => {
  const service = await open();
  fireEvent.input(screen.getByLabelText("Last day to request a review"), { target: { value: "" } });
  await press("Print mark slips");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "There is a problem" }).parentElement);
  expect(screen.getByRole("link", { name: "Choose the last day to request a review" })).toBeTruthy();
  expect(service.calls.some(({ what }) => what === SLIPS)).toBe(false);
});

it("a candidate entered late is printed once the mark is submitted, and until then named as left out", async () => {
  const late = [...rows, row({ candidate: "2001", name: "LATE Lowri", late: true })];
  await open({
    [LOAD]: [sheet({ submission: submission(), late_entries: 1, rows: late })],
    [REPORT]: [{ status: "preparing", draft: false, version: 7, link: null, expires_at: null, failed_at: null }],
  });
  expect(within(paper()).queryByText("LATE Lowri")).toBeNull();
  expect(screen.getByText(/1 late entry is not on this list/)).toBeTruthy();
});
