import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { download } from "../../lib/download";
import { head, moderation, row, sampled, submission } from "../../testing/samples";
import { renderFor } from "../../testing/place";
import { Service } from "../../testing/service";
import { GatherList } from "./GatherList";
import { OutcomeList } from "./OutcomeList";

vi.mock("../../lib/download", () => ({ download: vi.fn() }));

const SHEET = "2027-06.64235.H446-03";
const FAR = `GET /api/v1/sheets/${SHEET}/moderation`;
const sheet = head({ status: "in moderation", submission: submission({ status: "confirmed" }) });
const mark = (value: number) => ({ kind: "mark" as const, mark: value });

afterEach(() => {
  cleanup();
  Service.close();
  vi.clearAllMocks();
});

const saved = () => String(vi.mocked(download).mock.lastCall?.[1]).split("\r\n");

async function gather(now = moderation()) {
  Service.open({ [`GET /api/v1/sheets/${SHEET}?page=1`]: [{ ...sheet, page: 1, pages: 1, rows: [] }], [FAR]: [now] });
  renderFor({}, <GatherList sheet={SHEET} />);
  await screen.findByRole("heading", { level: 1 });
  return userEvent.setup();
}

it("each teaching group has a list: whose work, by when, where it goes, what to include, and boxes to tick", async () => {
  const user = await gather(
    moderation({
      sample: [sampled({ group: "13B" }), sampled({ candidate: "1052", name: "KHAN Aisha", group: "13A" }), sampled({ candidate: "1053", state: "lost" })],
    }),
  );
  const lists = screen.getAllByRole("region").filter((one) => one.className === "cm-gather");
  expect(lists.map((one) => one.getAttribute("aria-label"))).toEqual(["Teaching group 13A", "Teaching group 13B"]);
  const first = lists[0]!;
  expect(first.textContent).toMatch(/Send it by1 December 2026.*Mo Derator, 1 High Street, Cambridge.*Give the work toOwen Reid/);
  expect(first.textContent).toContain("centre number 64235");
  expect(within(first).getAllByRole("row")).toHaveLength(2);
  expect(within(first).getAllByRole("img", { name: "Box to tick" })).toHaveLength(2);
  await user.selectOptions(screen.getByLabelText("Group"), "13B");
  expect(screen.queryByRole("region", { name: "Teaching group 13A" })).toBeNull();
});

it("the list is saved as a file, in which a name is never a formula", async () => {
  const user = await gather(moderation({ sample: [sampled({ name: "=HYPERLINK(1)" })] }));
  await user.click(screen.getByRole("button", { name: "Download as CSV" }));
  expect(saved()[1]).toBe(`1051,'=HYPERLINK(1),13A,45,To send,1 December 2026,"Mo Derator, 1 High Street, Cambridge",H446/03,64235`);
});

it("where no work is wanted there is no list", async () => {
  await gather(moderation({ sample: [] }));
  expect(screen.getByText("No work is needed from your centre.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Print this list" })).toBeNull();
});

async function outcome(now: Parameters<typeof moderation>[0]) {
  const rows = [
    row({ outcome: mark(45) }),
    row({ candidate: "1052", name: "KHAN Aisha", outcome: mark(30) }),
    row({ candidate: "1053", name: "LEE Sam", outcome: { kind: "absent" } }),
    row({ candidate: "1060", name: "LATE Lowri", outcome: mark(12), late: true }),
  ];
  Service.open({
    [`GET /api/v1/sheets/${SHEET}?page=all`]: [{ ...sheet, page: null, pages: 1, rows }],
    [FAR]: [moderation({ state: "outcome recorded", ...now })],
  });
  renderFor({}, <OutcomeList sheet={SHEET} />);
  await screen.findByRole("heading", { level: 1 });
  return userEvent.setup();
}
const adjusted = { candidate: "1051", name: "JONES Amelia", centre: mark(45), adjusted: mark(41) };
const found = { result: "adjusted" as const, note: "", adjusted: [adjusted], release_at: "2026-11-24T10:00:00Z" };

it("the outcome stands beside the centre's mark for every candidate that was submitted", async () => {
  const user = await outcome({ outcome: found });
  const cells = screen.getAllByRole("row").map((line) => [...line.children].map((cell) => cell.textContent).join(" | "));
  expect(cells).toEqual([
    "Candidate | Group | Centre's mark | Board's mark | Change",
    "1051 JONES Amelia | 13A | 45 | 41 | −4",
    "1052 KHAN Aisha | 13A | 30 | 30 | As submitted",
    "1053 LEE Sam | 13A | Absent | Absent | As submitted",
  ]);
  expect(screen.getByText(/Marks changed: 1 of 3\./)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Download as CSV" }));
  expect(saved().slice(1, 3)).toEqual(["1051,JONES Amelia,13A,45,41,-4", "1052,KHAN Aisha,13A,30,30,"]);
});

it("before the outcome is released there is none to show", async () => {
  await outcome({ outcome: null });
  expect(screen.getByText("There is no outcome to show yet.")).toBeTruthy();
});
