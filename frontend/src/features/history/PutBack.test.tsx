import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { renderFor } from "../../testing/place";
import { head, row, submission } from "../../testing/samples";
import { Service } from "../../testing/service";
import { History } from "./History";

const SHEET = "2027-06.64235.H446-03";
const HEAD = `GET /api/v1/sheets/${SHEET}?page=1`;
const MARKS = `GET /api/v1/sheets/${SHEET}?page=all`;
const HISTORY = `GET /api/v1/sheets/${SHEET}/history`;
const SAVE = `PATCH /api/v1/sheets/${SHEET}/marks`;

const mark = (value: number) => ({ kind: "mark" as const, mark: value });
const entered = (value: number | null): Schemas["EnteredOut"] => ({ outcome: value === null ? null : mark(value), criteria: [], zero_reason: null });
const change = (candidate: string, before: number | null, after: number): Schemas["HistoryChange"] => ({
  candidate,
  before: before === null ? null : String(before),
  after: String(after),
  entered_before: entered(before),
  entered_after: entered(after),
  was_checked: false,
  checked: false,
  flag: null,
  checker_note: null,
  criteria: [],
  zero_reason: null,
  carried_from: null,
  circumstance: null,
});
const saved = (version: number, changes: Schemas["HistoryChange"][]): Schemas["HistoryEntry"] => ({
  version,
  at: "2026-11-24T10:04:00Z",
  by: "Asha Patel",
  channel: "web",
  what: "MarksSaved",
  changes,
  submission: null,
  amendment: null,
  why: null,
  extension: null,
  notice: null,
  request: null,
  entered: [],
  corrected: [],
  corrections: {},
  withdrawn: [],
  reason: "",
  other_centre: null,
});
const HELD = [
  row({ candidate: "1051", outcome: mark(45), revision: 7 }),
  row({ candidate: "1052", name: "KHAN Aisha", outcome: mark(60), revision: 8 }),
  row({ candidate: "1053", name: "LEE Sam", outcome: mark(30), revision: 9 }),
];
const SAT = saved(2, [change("1051", 54, 45), change("1052", 50, 55), change("1053", 30, 31), change("1054", 1, 2)]);
const open = { may: { enter: true, submit: false } };

const answer = (candidate: string, result: string) => ({ candidate, result });

async function show(of: Parameters<typeof head>[0] = open, script: Record<string, unknown[]> = {}) {
  const sheet = head(of);
  const service = Service.open({
    [HEAD]: [{ ...sheet, page: 1, pages: 1, rows: [] }],
    [MARKS]: [{ ...sheet, page: null, pages: 1, rows: HELD }],
    [HISTORY]: [{ entries: [SAT], names: {}, before: null }],
    ...script,
  });
  renderFor({}, <History sheet={SHEET} />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}
const cells = () =>
  screen.getAllByRole("row").map((one) =>
    [...one.children]
      .slice(1)
      .map((cell) => cell.textContent)
      .join(" | "),
  );

afterEach(() => {
  cleanup();
  Service.close();
  history.replaceState(null, "", location.pathname);
});

it("what would change now is shown first, and what changed again since is not chosen", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await screen.findByRole("heading", { name: "Put marks back as they were" });
  await screen.findByRole("table");
  expect(cells()).toEqual([
    "Candidate | Now | Back to",
    "1051 JONES Amelia | 45 | 54",
    "1052 KHAN AishaChanged again since. Choose it only if the later mark is wrong | 60 | 50",
    "1053 LEE SamAlready as it was | 30 | 30",
    "1054 No longer on this sheet | None | 1",
  ]);
  expect(screen.getByLabelText<HTMLInputElement>("Put back 1051 JONES Amelia").checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>("Put back 1052 KHAN Aisha").checked).toBe(false);
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  expect(screen.getByRole("button", { name: "Put 1 mark back" })).toBeTruthy();
});

it("marks are put back by an ordinary save on the rows as they were seen, and the history says so", async () => {
  const { service, user } = await show(open, { [SAVE]: [{ version: 10, rows: [answer("1051", "saved"), answer("1052", "conflict")] }] });
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await user.click(await screen.findByLabelText("Put back 1052 KHAN Aisha"));
  await user.click(screen.getByRole("button", { name: "Put 2 marks back" }));
  const said = await screen.findByText(/1 mark was put back\. Not put back, because they changed meanwhile or the mark is not accepted: 1052\./);
  await waitFor(() => expect(document.activeElement).toBe(said));
  expect(service.calls.find(({ what }) => what === SAVE)?.body).toEqual({
    rows: [
      { candidate: "1051", revision: 7, outcome: mark(54), zero_reason: null },
      { candidate: "1052", revision: 8, outcome: mark(50), zero_reason: null },
    ],
  });
});

it("what was chosen is given up at once, and chosen again", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await user.click(await screen.findByRole("button", { name: "Choose none" }));
  expect(screen.getByRole("button", { name: "Put 0 marks back" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Choose the 1 that did not change since" }));
  expect(screen.getByRole("button", { name: "Put 1 mark back" })).toBeTruthy();
});

it("nothing is saved while nothing is chosen, and Cancel changes nothing", async () => {
  const { service, user } = await show();
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await user.click(await screen.findByLabelText("Put back 1051 JONES Amelia"));
  await user.click(screen.getByRole("button", { name: "Put 0 marks back" }));
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Put these back/ })));
  expect(service.calls.some(({ what }) => what === SAVE)).toBe(false);
});

it("a first entry is put back to no mark", async () => {
  const { service, user } = await show(open, {
    [HISTORY]: [{ entries: [saved(2, [change("1051", null, 45)])], names: {}, before: null }],
    [SAVE]: [{ version: 10, rows: [{ candidate: "1051", result: "saved" }] }],
  });
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await screen.findByRole("table", { name: "Put marks back as they were" });
  expect(cells()[1]).toBe("1051 JONES Amelia | 45 | None");
  await user.click(screen.getByRole("button", { name: "Put 1 mark back" }));
  await screen.findByText("1 mark was put back.");
  expect(service.calls.find(({ what }) => what === SAVE)?.body).toEqual({ rows: [{ candidate: "1051", revision: 7, outcome: null, zero_reason: null }] });
});

it.each([
  ["submitted", { ...open, status: "confirmed" as const, submission: submission() }, /they were submitted\. To change one, request an amendment/],
  ["closed", { ...open, window: "closed" as const }, /the board no longer accepts marks/],
  ["not the reader's to change", { may: { enter: false, submit: false } }, /someone with the role “enter marks”/],
])("on a sheet that is %s putting back is not offered, with words why", async (_, of, why) => {
  await show(of);
  expect(screen.getByText(why)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Put these back/ })).toBeNull();
});

it("a person and a candidate are chosen from what is listed, and the address keeps them where no server sees it", async () => {
  const other = { ...saved(3, [change("1052", 1, 2)]), by: "Bea Jones", at: "2026-11-24T12:00:00Z" };
  const { user } = await show(open, { [HISTORY]: [{ entries: [other, SAT], names: { "1051": "JONES Amelia" }, before: null }] });
  await user.selectOptions(screen.getByLabelText("Changed by"), "Bea Jones");
  expect(screen.getByText("1 event")).toBeTruthy();
  expect(location.hash).toBe("#by=Bea+Jones");
  await user.selectOptions(screen.getByLabelText("Changed by"), "Everyone");
  await user.type(screen.getByLabelText("Candidate's number or name"), "jones");
  expect(location.hash).toBe("#candidate=jones");
  expect(screen.getByText("1 event")).toBeTruthy();
  cleanup();
  await show(open, { [HISTORY]: [{ entries: [other, SAT], names: { "1051": "JONES Amelia" }, before: null }] });
  expect(screen.getByLabelText<HTMLInputElement>("Candidate's number or name").value).toBe("jones");
});

it("the browser's Back leads from what would be put back to the story, where it was begun", async () => {
  const { service, user } = await show();
  await user.click(screen.getByRole("button", { name: /^Put these back/ }));
  await screen.findByRole("table", { name: "Put marks back as they were" });
  history.back();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Put these back/ })));
  expect(service.calls.some(({ what }) => what === SAVE)).toBe(false);
});

it("read again, the step stays; one whose change is not listed says so above the story", async () => {
  history.replaceState(null, "", "?step=put-back-2");
  await show();
  expect(await screen.findByRole("heading", { name: "Put marks back as they were" })).toBeTruthy();
  cleanup();
  history.replaceState(null, "", "?step=put-back-1");
  await show();
  expect(screen.getByText(/is not among those listed/)).toBeTruthy();
  expect(screen.getByText("1 event")).toBeTruthy();
});
