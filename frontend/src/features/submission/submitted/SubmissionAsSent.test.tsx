import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../../api/client";
import { head, submission } from "../../../testing/samples";
import { renderFor } from "../../../testing/place";
import { Service, problem } from "../../../testing/service";
import { SubmissionAsSent } from "./SubmissionAsSent";

const SHEET = "2027-06.64235.H446-03";
const HEAD = `GET /api/v1/sheets/${SHEET}?page=1`;
const ONE = `GET /api/v1/sheets/${SHEET}/submissions/1`;
const ALL = `GET /api/v1/sheets/${SHEET}/submissions`;
const second = submission({ number: 2, kind: "amended", reference: "64235-H446-03-2027-06-2" });

const sent = (change: Partial<Schemas["SubmittedMarksOut"]> = {}): Schemas["SubmittedMarksOut"] => ({
  ...submission({ status: "confirmed", confirmed_at: "2026-11-24T10:43:00Z" }),
  submissions: 2,
  declaration: "2026-1",
  report: null,
  marks: [
    { candidate: "1051", name: "JONES Amelia", outcome: { kind: "mark", mark: 45 }, criteria: [20, 25], zero_reason: null, note: null },
    {
      candidate: "1052",
      name: "KHAN Aisha",
      outcome: { kind: "mark", mark: 0 },
      criteria: [],
      zero_reason: "not-authenticated",
      note: { former: null, moved_from: null, carried_from: null, circumstance: { code: "L", title: "Lost work", reason: "" } },
    },
  ],
  ...change,
});

async function open(one: unknown = sent()) {
  const service = Service.open({
    [HEAD]: [{ ...head({ status: "confirmed", submission: second }), page: 1, pages: 1, rows: [] }],
    [ONE]: [one, one],
    [ALL]: [{ submissions: [second, submission()] }],
  });
  renderFor({}, <SubmissionAsSent sheet={SHEET} number={1} />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}

beforeEach(() => vi.setSystemTime(new Date("2026-11-24T10:45:00Z")));
afterEach(() => {
  cleanup();
  Service.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("an earlier submission shows its own marks, who declared what and when, and that another is the latest", async () => {
  await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Submission 1 of 2");
  expect(screen.getByText(/This is an earlier submission, as it was sent\. Submission 2 is the latest\./)).toBeTruthy();
  const rows = within(screen.getByRole("table", { name: "Marks sent" })).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "CandidateMark",
    "1051 JONES Amelia4520 + 25",
    "1052 KHAN AishaLost work 0Work not confirmed as the candidate's own",
  ]);
  expect(screen.getByRole("heading", { name: "What Owen Reid declared" }).nextElementSibling?.textContent).toContain("Internal standardisation is complete.");
  expect(screen.getByText("24 November 2026 at 10:43")).toBeTruthy();
});

it("the statements of another wording than today's are not guessed", async () => {
  await open(sent({ declaration: "2020-1" }));
  expect(screen.queryByRole("heading", { name: /declared/ })).toBeNull();
});

it("its PDF opens where one was made, and otherwise the page is printed", async () => {
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  const { user } = await open(sent({ report: { link: "https://reports.example/1.pdf", expires_at: "2026-11-24T11:00:00Z" } }));
  await user.click(screen.getByRole("button", { name: "Open the report (PDF)" }));
  expect(opened).toHaveBeenCalledWith("https://reports.example/1.pdf", "_blank", "noopener,noreferrer");
  cleanup();
  await open();
  expect(screen.queryByRole("button", { name: "Open the report (PDF)" })).toBeNull();
  expect(screen.getByText(/No PDF was made of this submission/)).toBeTruthy();
});

it("a link that has run out is asked for again, and not opened", async () => {
  const opened = vi.spyOn(window, "open").mockReturnValue(null);
  const { service, user } = await open(sent({ report: { link: "https://reports.example/1.pdf", expires_at: "2026-11-24T10:44:00Z" } }));
  await user.click(screen.getByRole("button", { name: "Open the report (PDF)" }));
  expect(opened).not.toHaveBeenCalled();
  expect(service.calls.filter(({ what }) => what === ONE)).toHaveLength(2);
});

it("every submission is listed with its receipt, the one shown is not a link", async () => {
  await open();
  const list = (await screen.findByText("Submission 2, with amended marks")).closest("ul");
  expect([...(list?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual([`/sheets/${SHEET}/submitted`]);
  expect(list?.querySelector("strong")?.textContent).toBe("Submission 1");
});

it("a number that no submission has says so", async () => {
  await open(problem(404, "not-found", "These marks have no submission 7."));
  expect(screen.getByRole("heading", { level: 1 }).textContent).not.toContain("Submission");
});
