import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderFor } from "../../../testing/place";
import { head, moderation, sampled, submission } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { Submitted } from "./Submitted";

const SHEET = "2027-06.64235.H446-03";
const LOOK = `GET /api/v1/sheets/${SHEET}?page=1`;
const REPORT = `GET /api/v1/sheets/${SHEET}/report`;

const FAR = `GET /api/v1/sheets/${SHEET}/moderation`;
const notStarted = moderation({ state: "not started", moderator: null, method: null, due: null, sample: [], pool: 0 });
const outcome = { result: "accepted" as const, note: "", adjusted: [], release_at: "2026-11-24T10:00:00Z" };

const sheet = (status: "submitted" | "confirmed") => ({
  ...head({ status, submission: submission({ status, confirmed_at: status === "confirmed" ? "2026-11-24T10:43:00Z" : null }) }),
  page: 1,
  pages: 1,
  rows: [],
});
const report = (status: string) => ({
  status,
  draft: false,
  version: 7,
  link: status === "ready" ? "https://reports.example/x.pdf" : null,
  expires_at: status === "ready" ? "2026-11-24T11:00:00Z" : null,
  failed_at: status === "failed" ? "2026-11-24T10:41:00Z" : null,
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
});
afterEach(() => {
  cleanup();
  Service.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("says that marks are being processed until the board has received them", async () => {
  Service.open({ [FAR]: [notStarted], [LOOK]: [sheet("submitted"), sheet("submitted"), sheet("confirmed")], [REPORT]: [report("preparing")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(10);
  expect(screen.getByRole("status").textContent).toContain("are being processed");
  expect(screen.getByText("64235-H446-03-2027-06-1")).toBeTruthy();
  expect(screen.getByText("Not yet")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(2500);
  expect(screen.getByRole("status").textContent).toContain("The board has received these marks.");
  expect(screen.getByText("24 November 2026 at 10:43")).toBeTruthy();
});

it("says that the report is being prepared before it was asked after", async () => {
  Service.open({ [FAR]: [notStarted], [LOOK]: [sheet("confirmed")], [REPORT]: [new Promise(() => {})] });
  renderFor({}, <Submitted sheet={SHEET} />);
  expect(await screen.findByText("The report is being prepared…")).toBeTruthy();
});

it("follows the report until it can be opened", async () => {
  Service.open({ [FAR]: [notStarted], [LOOK]: [sheet("confirmed")], [REPORT]: [report("preparing"), report("preparing"), report("ready")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(100);
  expect(screen.getByText("The report is being prepared…")).toBeTruthy();
  await vi.advanceTimersByTimeAsync(3000);
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  fireEvent.click(screen.getByRole("button", { name: "Open the report (PDF)" }));
  expect(opened).toHaveBeenCalledWith("https://reports.example/x.pdf", "_blank", "noopener,noreferrer");
  expect(document.body.innerHTML).not.toContain("reports.example");
});

it("asks for a fresh link before the old one runs out", async () => {
  const service = Service.open({ [FAR]: [notStarted], [LOOK]: [sheet("confirmed")], [REPORT]: [report("ready")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(16 * 60_000);
  expect(service.calls.filter(({ what }) => what === REPORT)).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(service.calls.filter(({ what }) => what === REPORT).length).toBeGreaterThan(1);
});

it("a supplementary submission says so, and who was entered since is still to be sent", async () => {
  const supplementary = submission({ number: 2, kind: "supplementary", status: "confirmed", candidates: 1 });
  Service.open({ [FAR]: [notStarted], [LOOK]: [{ ...sheet("confirmed"), submission: supplementary, late_entries: 1 }], [REPORT]: [report("ready")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(10);
  expect(screen.getByText("2, supplementary: late entries")).toBeTruthy();
  expect(screen.getByText(/1 candidate was entered after this\. Their mark has not been submitted yet\./)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Enter marks of late entries" }).getAttribute("href")).toBe(`/sheets/${SHEET}`);
});

it("says when printing failed, waits no longer, and tries again when asked", async () => {
  const service = Service.open({
    [FAR]: [notStarted],
    [LOOK]: [sheet("confirmed")],
    [REPORT]: [report("failed"), report("ready")],
    [`POST ${REPORT.slice(4)}`]: [report("preparing")],
  });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(100);
  expect(screen.getByText(/^Printing failed on 24 November 2026 at 10:41/)).toBeTruthy();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(service.calls.filter(({ what }) => what === REPORT)).toHaveLength(1);

  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.getByRole("button", { name: "Open the report (PDF)" })).toBeTruthy();
  expect(screen.queryByText(/^Printing failed/)).toBeNull();
});

it.each([
  ["has not started", [notStarted], /has not started/, undefined],
  ["has work to send", [moderation()], /started, and you have 2 pieces of work to send by 1 December 2026\./, "Work the board has requested"],
  [
    "has work that is late",
    [moderation({ overdue: true, sample: [sampled()] })],
    /1 piece of work to send by 1 December 2026: this day has passed/,
    "Work the board has requested",
  ],
  ["has all its work", [moderation({ sample: [sampled({ state: "sent" })] })], /you have no work left to send/, "Work the board has requested"],
  ["has ended", [moderation({ state: "outcome recorded", outcome })], /has ended, and the outcome is available/, "Outcome"],
])("says that moderation %s", async (_, answers, said, see) => {
  Service.open({ [FAR]: answers, [LOOK]: [sheet("confirmed")], [REPORT]: [report("ready")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(100);
  const told = screen.getByText(said);
  const link = told.querySelector("a");
  expect(link?.textContent).toBe(see);
  expect(link?.getAttribute("href")).toBe(see && `/sheets/${SHEET}/moderation`);
});

it("says nothing of moderation where that is not known", async () => {
  Service.open({ [FAR]: ["lost"], [LOOK]: [sheet("confirmed")], [REPORT]: [report("ready")] });
  renderFor({}, <Submitted sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(100);
  expect(screen.getByText(/Keep the printed report/)).toBeTruthy();
  expect(screen.queryByText(/has not started|has begun|has ended/)).toBeNull();
});
