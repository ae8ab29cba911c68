import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { renderFor } from "../../testing/place";
import { head, row } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Check } from "./Check";

/** Each test has a sheet of its own, because a walk is remembered until the page is closed. */
let sheets = 0;

const mark = (value: number) => ({ kind: "mark" as const, mark: value });
const rows = [
  row({ outcome: mark(45), entered_by: "Asha Patel" }),
  row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "absent" }, entered_by: "Asha Patel" }),
  row({ candidate: "1053", name: "LEE Kai" }),
];

async function open(change: object = {}, script: Record<string, unknown[]> = {}) {
  sheets += 1;
  const id = `2027-06.64235.T${sheets}`;
  const saved = { version: 8, status: "incomplete", candidates: 3, entered: 2, checked: 0, rows: [] };
  const service = Service.open({
    [`GET /api/v1/sheets/${id}?page=all`]: [{ ...head({ status: "incomplete" }), id, page: null, pages: 1, rows, ...change }],
    [`PATCH /api/v1/sheets/${id}/marks`]: [saved],
    ...script,
  });
  const view = renderFor({}, <Check sheet={id} />);
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  const saves = () => service.calls.filter(({ what }) => what === `PATCH /api/v1/sheets/${id}/marks`);
  const save = async () => {
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saves()).not.toEqual([]));
    return saves()[0]?.body as { rows: object[] };
  };
  const user = userEvent.setup();
  return { user, save, saves, view };
}

const here = () => document.querySelector("tr[aria-current]")?.textContent ?? "";
const focused = () => document.activeElement?.textContent;
const spoken = () => screen.getAllByRole("status").map(({ textContent }) => textContent);
const progress = () => document.querySelector(".cm-bar .cm-hint")?.textContent;

afterEach(() => {
  cleanup();
  Service.close();
});

it("a note to the checker is seen beside the candidate with who left it, and resolved", async () => {
  const checker_note = { text: "Criterion 3?", by: "Asha Patel", at: "2026-11-24T10:42:00Z", own: false };
  const { user, save } = await open({ rows: [rows[0], row({ ...rows[1], checker_note }), rows[2]] });
  const line = screen.getByRole("row", { name: /KHAN Aisha/ });
  expect(line.textContent).toMatch(/Note to the checker Criterion 3\? \(Asha Patel, .*24 Nov/);
  await user.click(screen.getByRole("button", { name: "Resolve the note 1052 KHAN Aisha" }));
  expect(line.textContent).not.toContain("Criterion 3");
  expect((await save()).rows).toEqual([{ candidate: "1052", revision: 1, checked: false, checker_note: null }]);
});

it("Space ticks the candidate and the focus follows to the next", async () => {
  const { user, save } = await open();
  expect(here()).toContain("JONES Amelia");
  expect(progress()).toBe("0 of 3 checked");
  await waitFor(() => expect(focused()).toBe("Tick and go on 1051 JONES Amelia, 45"));
  await user.keyboard(" ");
  expect(here()).toContain("KHAN Aisha");
  expect(focused()).toBe("Tick and go on 1052 KHAN Aisha, Absent");
  expect(progress()).toBe("1 of 3 checked");
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: true }]);
});

it("after the last candidate the focus goes to what is left to do", async () => {
  const { user } = await open();
  screen.getByRole("button", { name: /^Tick and go on/ }).focus();
  await user.keyboard(" {ArrowDown}");
  expect(focused()).toBe("Left to do");
  expect(screen.getByText("1 mark is not checked.", { exact: false })).toBeTruthy();
  expect(screen.getByText("1 candidate has no mark to check")).toBeTruthy();
  expect(screen.getByRole("link", { name: "1053 LEE Kai" }).getAttribute("href")).toContain("#c1053");
  await user.keyboard("{ArrowUp}");
  expect(here()).toContain("KHAN Aisha");
});

it("after the last candidate the keys that go forward scroll the page again", async () => {
  const { user } = await open();
  screen.getByRole("button", { name: /^Tick and go on/ }).focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(focused()).toBe("Left to do");
  const pressed = fireEvent.keyDown(document.activeElement!, { key: "ArrowDown" });
  expect(pressed).toBe(true);
});

it("a click on a row goes there, and on the row one is at brings the keys back", async () => {
  const { user } = await open();
  await user.click(screen.getByText("KHAN Aisha"));
  expect(focused()).toContain("1052 KHAN Aisha");
  (document.activeElement as HTMLElement).blur();
  await user.click(screen.getByText("KHAN Aisha", { selector: "th" }));
  expect(focused()).toContain("1052 KHAN Aisha");
});

it("X flags with the row's save, and the list links to the row where the mark is entered", async () => {
  const { user, save } = await open();
  screen.getByRole("button", { name: /^Tick and go on/ }).focus();
  await user.keyboard("x");
  expect(here()).toContain("KHAN Aisha");
  expect(screen.getByRole("row", { name: /JONES Amelia/ }).textContent).toContain("Flagged for another look by you");
  expect(screen.getByRole("link", { name: "1051 JONES Amelia" }).getAttribute("href")).toContain("?page=1#c1051");
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: false, flagged: true }]);
});

it("a colleague's flag is there on arrival with who set it and when, and stops the first tick; the next answers it and says so", async () => {
  const flagged = { ...rows[0]!, flag: { by: "Mair Pugh", at: "2026-11-24T10:42:00Z", own: false } };
  const { user, save } = await open({ rows: [flagged, ...rows.slice(1)] });
  expect(here()).toContain("Flagged for another look by Mair Pugh, 24 November 2026 at 10:42");
  expect(screen.getByRole("heading", { name: "Flagged for another look" }).nextElementSibling?.textContent).toBe("1051 JONES Amelia by Mair Pugh");
  screen.getByRole("button", { name: /^Tick and go on 1051/ }).focus();
  await user.keyboard("{Enter}");
  expect(here()).toContain("If the mark is right, tick it again. That answers the flag.");
  expect(spoken()).toContain(
    "1051: Flagged for another look by Mair Pugh, 24 November 2026 at 10:42. If the mark is right, tick it again. That answers the flag.",
  );
  expect(focused()).toBe("Tick and answer the flag 1051 JONES Amelia, 45");
  await user.keyboard("{Enter}");
  expect(spoken()).toContain("1051: The flag of Mair Pugh is answered");
  expect(screen.getByRole("row", { name: /JONES Amelia/ }).textContent).toContain("The flag of Mair Pugh is answered · Checked");
  expect(here()).toContain("KHAN Aisha");
  expect(screen.queryByRole("heading", { name: "Flagged for another look" })).toBeNull();
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: true, flagged: false }]);
});

it("a note to the checker stops the first tick and stays with the mark", async () => {
  const checker_note = { text: "Criterion 3?", by: "Asha Patel", at: "2026-11-24T10:42:00Z", own: false };
  const { user, save } = await open({ rows: [{ ...rows[0]!, checker_note }, ...rows.slice(1)] });
  screen.getByRole("button", { name: /^Tick and go on 1051/ }).focus();
  await user.keyboard("{Enter}");
  expect(here()).toContain("Read the note to the checker, then tick the mark again.");
  expect(spoken()).toContain("1051: “Criterion 3?”. Read the note to the checker, then tick the mark again.");
  await user.keyboard("{Enter}");
  expect(here()).toContain("KHAN Aisha");
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: true }]);
});

it("typed again, the marks are hidden, the same one is ticked, and another is listed beside what was entered", async () => {
  const { user, save } = await open();
  await user.click(screen.getByLabelText("Type it again"));
  expect(here()).not.toContain("45");
  await user.type(screen.getByLabelText("Mark again for 1051 JONES Amelia"), "54{Enter}");
  expect(spoken()).toContain("1051 is listed below and not ticked. The mark is 45, but you typed 54. Are the digits the wrong way round?");
  const box = screen.getByLabelText("Mark again for 1052 KHAN Aisha");
  expect(document.activeElement).toBe(box);
  await user.type(box, "a{Enter}");
  expect(screen.getByRole("heading", { name: "Typed differently" }).nextElementSibling?.textContent).toContain(
    "typed 54, entered 45: are the digits the wrong way round?",
  );
  expect((await save()).rows).toEqual([{ candidate: "1052", revision: 1, checked: true }]);
});

it("what is typed again and is no mark says so and stays", async () => {
  const { user } = await open();
  await user.click(screen.getByLabelText("Type it again"));
  const box = screen.getByLabelText("Mark again for 1051 JONES Amelia");
  await user.type(box, "99{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("The maximum mark is 70");
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(box);
});

it("where a second person checks, one's own mark is not ticked, and the page says whom to ask", async () => {
  const own = row({ outcome: mark(45), entered_by: "Owen Reid", own: true });
  const { user } = await open({ second_checker: true, submitters: ["Owen Reid", "Mair Pugh"], rows: [own, ...rows.slice(1)] });
  expect(screen.getByText(/At your centre a second person/).textContent).toContain("You entered 1 of the 2");
  expect(screen.getByText(/At your centre a second person/).textContent).toContain("Ask Mair Pugh.");
  expect(screen.queryByRole("button", { name: /^Tick and go on/ })).toBeNull();
  expect(here()).toContain("You entered this mark, so someone else must check it");
  expect(here()).toContain("JONES Amelia");
  await user.keyboard(" ");
  expect(here()).not.toContain("JONES Amelia");
  expect(progress()).toBe("0 of 3 checked");
});

it("someone who never pauses is saved all the same", async () => {
  const many = Array.from({ length: 30 }, (_, n) => row({ candidate: String(1051 + n), outcome: mark(45) }));
  const { user, saves } = await open({ rows: many });
  screen.getByRole("button", { name: /^Tick and go on/ }).focus();
  await user.keyboard(" ".repeat(24));
  expect(saves()).toEqual([]);
  await user.keyboard(" ");
  await waitFor(() => expect(saves()).toHaveLength(1));
});

it("names who entered each mark", async () => {
  const mine = row({ candidate: "1054", outcome: mark(3), entered_by: "Owen Reid", own: true });
  await open({ rows: [...rows, mine] });
  expect(screen.getByRole("row", { name: /KHAN Aisha/ }).textContent).toContain("Asha Patel");
  expect(screen.getByRole("row", { name: /1054/ }).textContent).toContain("You");
});

it("a mark someone changed meanwhile is shown with who did, taken over, and looked at again before it is ticked", async () => {
  const theirs = {
    candidate: "1051",
    result: "conflict",
    outcome: mark(47),
    checked: false,
    revision: 5,
    problem: null,
    entered_by: "A. Khan",
    own: false,
    query: null,
    flag: null,
  };
  const answer = { version: 9, status: "incomplete", candidates: 3, entered: 2, checked: 0, rows: [theirs] };
  const { user, save } = await open({}, { [`PATCH /api/v1/sheets/2027-06.64235.T${sheets + 1}/marks`]: [answer] });
  await user.click(screen.getByRole("button", { name: /^Tick and go on 1051/ }));
  await save();
  await user.click(await screen.findByRole("button", { name: "Go to the first" }));
  expect(here()).toContain("A. Khan saved 47 meanwhile.");
  await user.click(screen.getByRole("button", { name: /^Use 47/ }));
  expect(focused()).toBe("Tick and go on 1051 JONES Amelia, 47");
  expect(progress()).toBe("0 of 3 checked");
});

it("marks that were submitted, and those one may only see, are not walked", async () => {
  await open({ may: { enter: false, submit: false } });
  expect(screen.getByText(/To check them, ask your centre administrator/)).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
});

it.each([
  ["closed", "The board no longer accepts marks for this assessment."],
  ["not open", "The board accepts these marks from 1 September 2026."],
] as const)("offers no tick while the window is %s, and says so", async (window, sentence) => {
  await open({ window });
  expect(screen.getByText(new RegExp(sentence))).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Tick/ })).toBeNull();
});

it("asks why a mark is 0, keeps the reason with the tick, and does not ask again", async () => {
  const { user, save } = await open({ rows: [row({ outcome: mark(0), entered_by: "Asha Patel" }), ...rows.slice(1)] });
  await user.click(screen.getByRole("button", { name: "The work earned no marks 1051" }));
  expect(screen.queryByText("Why 0?")).toBeNull();
  expect(here()).toContain("0: the work earned no marks");
  await user.click(screen.getByRole("button", { name: /^Tick and go on/ }));
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: true, zero_reason: "worth-nothing" }]);
});

it("where no work was handed in the candidate becomes absent", async () => {
  const { user, save } = await open({ rows: [row({ outcome: mark(0), entered_by: "Asha Patel" }), ...rows.slice(1)] });
  screen.getByRole("button", { name: "No work was handed in: record absent 1051" }).focus();
  await user.keyboard("{Enter}");
  expect(here()).toContain("Absent");
  expect((await save()).rows).toEqual([{ candidate: "1051", revision: 1, checked: false, outcome: { kind: "absent" } }]);
});
