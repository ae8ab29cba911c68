import { cleanup, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderFor } from "../../../testing/place";
import { head, row, submission, summary } from "../../../testing/samples";
import { Service, problem } from "../../../testing/service";
import { PrintAll } from "./PrintAll";

const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const CODES = ["A001/01", "B001/01"];
const idOf = (code: string) => `2027-06.64235.${code.replace("/", "-")}`;
const assessmentOf = (code: string) => ({ ...head().assessment, code });
const read = (code: string) => `GET /api/v1/sheets/${idOf(code)}?page=all`;
const slips = (code: string) => `/api/v1/sheets/${idOf(code)}/slips`;
const sheetOf = (code: string) => ({
  ...head({ id: idOf(code), assessment: assessmentOf(code) }),
  page: null,
  pages: 1,
  rows: [row({ candidate: `1${code.slice(1, 4)}` })],
});

async function open(script: Record<string, unknown[]> = {}) {
  const { centre, series } = head();
  const assessments = CODES.map((code) => summary({ sheet: idOf(code), assessment: assessmentOf(code), submission: submission() }));
  const found = { centre, series, assessments, people: { enter: [], submit: [], limited: [] }, departments: [] };
  const service = Service.open({ [LIST]: [found], ...Object.fromEntries(CODES.map((code) => [read(code), [sheetOf(code)]])), ...script });
  history.replaceState(null, "", "/print-all");
  renderFor({ memberships: [{ centre, roles: ["view"], limits: [] }] }, <PrintAll />);
  await screen.findByText("2 of 2 chosen");
  return { service, user: userEvent.setup() };
}

beforeEach(() => {
  vi.stubGlobal("print", vi.fn());
});
afterEach(() => {
  cleanup();
  Service.close();
});

it("every chosen sheet is read and printed together, each under its own heading", async () => {
  const { user } = await open();
  await user.click(screen.getByRole("button", { name: "Print 2 mark sheets" }));

  await screen.findByRole("article", { name: "What is printed: B001/01" });
  expect(screen.getAllByRole("article")).toHaveLength(2);
  await expect.poll(() => vi.mocked(globalThis.print).mock.calls.length).toBe(1);
});

it("what is left out is not read, and with nothing chosen nothing is printed", async () => {
  const { service, user } = await open();
  await user.click(screen.getByRole("checkbox", { name: /A001/ }));
  await user.click(screen.getByRole("button", { name: "Print 1 mark sheet" }));
  await screen.findByRole("article", { name: "What is printed: B001/01" });
  expect(service.calls.filter(({ what }) => what.endsWith("?page=all")).map(({ what }) => what)).toEqual([read("B001/01")]);
  await user.click(screen.getByRole("button", { name: "Choose none" }));
  expect(screen.getByRole("button", { name: "Print 0 mark sheets" }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Choose all" }));
  expect(screen.getByText("2 of 2 chosen")).toBeTruthy();
});

it("a sheet that cannot be read is said, and nothing is printed", async () => {
  const { user } = await open({ [read("B001/01")]: ["lost"] });
  await user.click(screen.getByRole("button", { name: "Print 2 mark sheets" }));

  expect((await screen.findByRole("alert")).textContent).toContain("There is no answer from the service");
  expect(globalThis.print).not.toHaveBeenCalled();
});

it("slips are made for each sheet, and one without marks says so and does not stop the others", async () => {
  const made = { status: "ready", link: "https://prints.example/b", expires_at: "2099-01-01T00:00:00Z", failed_at: null, draft: false };
  const { user } = await open({
    [`POST ${slips("A001/01")}`]: [problem(409, "nothing-to-print", "Nothing.")],
    [`POST ${slips("B001/01")}`]: [{ ...made, status: "preparing", link: null }],
    [`GET ${slips("B001/01")}?review_by=2027-05-01`]: [made],
  });
  vi.setSystemTime("2027-05-01T12:00:00Z");
  await user.click(screen.getByRole("button", { name: "Make the slips of 2 mark sheets" }));

  expect(await screen.findByText(/None of these candidates has a mark yet/)).toBeTruthy();
  expect(await screen.findByRole("button", { name: /Open the mark slips/ })).toBeTruthy();
  vi.useRealTimers();
});
