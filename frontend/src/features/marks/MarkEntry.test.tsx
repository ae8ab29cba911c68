import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { session } from "../../auth/session";
import { online } from "../../lib/online";
import { renderFor } from "../../testing/place";
import { head, row, submission } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

function paste(into: HTMLElement, text: string) {
  const clipboardData = { getData: () => text };
  return fireEvent(into, Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData }));
}

const SHEET = "2027-06.64235.H446-03";
const LOAD = `GET /api/v1/sheets/${SHEET}?page=all`;
const SAVE = `PATCH /api/v1/sheets/${SHEET}/marks`;

const rows = [row({ outcome: { kind: "mark", mark: 40 }, checked: true }), row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "absent" } })];
const sheet = (change = {}) => ({ ...head({ status: "incomplete" }), page: null, pages: 1, rows, ...change });

const saved = (answer: object) => ({
  version: 8,
  status: "incomplete",
  candidates: 2,
  entered: 2,
  checked: 0,
  rows: [
    {
      candidate: "1051",
      result: "saved",
      outcome: { kind: "mark", mark: 45 },
      checked: false,
      revision: 2,
      problem: null,
      entered_by: "Asha Patel",
      own: true,
      query: null,
      flag: null,
      ...answer,
    },
  ],
});

async function open(script: Record<string, unknown[]>) {
  const service = Service.open({ [LOAD]: [sheet()], ...script });
  renderFor({ name: "Asha Patel" }, <MarkEntry sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(50);
  return service;
}

const box = (name = "Mark for 1051 JONES Amelia") => screen.getByLabelText<HTMLInputElement>(name);
const pressable = (name: RegExp) => screen.getByRole("button", { name });
const bar = () => document.querySelector(".cm-bar [role=status]")?.textContent;
const note = () => document.getElementById("note-1051")?.textContent;
const clearShown = () => fireEvent.click(screen.getByRole("button", { name: "Clear the marks shown" }));
const saves = (service: Service) => service.calls.filter(({ what }) => what === SAVE);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  Service.close();
  vi.useRealTimers();
});

it("saves a mark in the background and says when", async () => {
  const service = await open({ [SAVE]: [saved({})] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(bar()).toBe("1 not saved.");
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toBe("All saved 10:42.");
  expect(saves(service)[0]?.body).toEqual({
    rows: [{ candidate: "1051", revision: 1, outcome: { kind: "mark", mark: 45 }, checked: false }],
  });
});

it("takes the tick off a mark that changes and says so in its row", async () => {
  await open({ [SAVE]: [saved({})] });
  const tick = screen.getByLabelText<HTMLInputElement>("Checked 1051 JONES Amelia");
  expect(tick.checked).toBe(true);
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(tick.checked).toBe(false);
  expect(note()).toContain("Unticked because the mark changed");
});

it("a mark over the maximum is marked invalid beside its box and is not sent", async () => {
  const service = await open({});
  fireEvent.input(box(), { target: { value: "71" } });
  await vi.advanceTimersByTimeAsync(3000);
  expect(box().getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(box().getAttribute("aria-describedby") ?? "")?.textContent).toBe("The maximum mark is 70");
  expect(saves(service)).toEqual([]);
});

it("a row someone else changed shows who saved what, and keeping one's own sends it again", async () => {
  const theirs = saved({ result: "conflict", outcome: { kind: "mark", mark: 47 }, revision: 5, entered_by: "A. Khan", own: false });
  const service = await open({ [SAVE]: [theirs, saved({ revision: 6 })] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(note()).toContain("A. Khan saved 47 meanwhile");
  fireEvent.click(screen.getByRole("button", { name: /Keep 45/ }));
  await vi.advanceTimersByTimeAsync(1600);
  expect(saves(service)[1]?.body).toMatchObject({ rows: [{ revision: 5, outcome: { kind: "mark", mark: 45 } }] });
  expect(bar()).toBe("All saved 10:42.");
});

it("a save without an answer is tried again with the same key while the bar stays honest", async () => {
  const service = await open({ [SAVE]: ["lost", saved({})] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toBe("No answer from the service: 1 mark kept on this computer, trying again.");
  await vi.advanceTimersByTimeAsync(1100);
  const keys = saves(service).map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys[0]).toBe(keys[1]);
  expect(bar()).toBe("All saved 10:42.");
});

const between = (status: number) => new Response("<html>Blocked</html>", { status, headers: { "Content-Type": "text/html" } });

it.each([200, 400, 403, 407, 413, 511])("an answer %i that is not the service's keeps the mark, says so in time and sends it again", async (status) => {
  const service = await open({ [SAVE]: [between(status), between(status), between(status), saved({})] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toBe("No answer from the service: 1 mark kept on this computer, trying again.");
  expect(note()).toContain("Not saved");
  await vi.advanceTimersByTimeAsync(3100);
  expect(bar()).toContain("Your network is answering instead of Centremark.");
  await vi.advanceTimersByTimeAsync(4100);
  expect(bar()).toBe("All saved 10:42.");
  expect(new Set(saves(service).map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(1);
});

it("signed out with marks unsaved, the bar offers to sign in again and the row says that it is not saved", async () => {
  await open({ [SAVE]: [Response.json({ message: "Unauthorized" }, { status: 401 })] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toBe("You are signed out: 1 mark is kept on this computer. Sign in again to save it.");
  expect(note()).toContain("Not saved");
  expect(screen.getByRole("button", { name: "Sign in again" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

it("offline and signed out, nothing is said to be saving", async () => {
  await open({ [SAVE]: ["lost"] });
  online.value = false;
  session.value = "expired";
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toContain("There is no connection and you are signed out.");
  expect(note()).toContain("Not saved");
  online.value = true;
  session.value = "out";
});

it("Enter moves down, Escape brings back what is saved", async () => {
  await open({});
  box().focus();
  fireEvent.input(box(), { target: { value: "9" } });
  fireEvent.keyDown(box(), { key: "Escape" });
  await vi.advanceTimersByTimeAsync(0);
  expect(box().value).toBe("40");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(document.activeElement).toBe(box("Mark for 1052 KHAN Aisha"));
});

it("a phone's keyboard has no A, so a button types it for the candidate and takes it back", async () => {
  const service = await open({ [SAVE]: [saved({ outcome: { kind: "absent" } })] });
  fireEvent.click(pressable(/^Absent for 1051 JONES Amelia/));
  await vi.advanceTimersByTimeAsync(0);
  expect(box().value).toBe("A");
  expect(document.querySelector(".cm-said")?.textContent).toContain("Candidate 1051 is absent.");
  fireEvent.click(pressable(/^Undo for 1051 JONES Amelia/));
  await vi.advanceTimersByTimeAsync(0);
  expect([box().value, screen.queryByRole("button", { name: /^Undo for/ })]).toEqual(["40", null]);
  fireEvent.click(pressable(/^Absent for 1051 JONES Amelia/));
  await vi.advanceTimersByTimeAsync(2500);
  expect(saves(service).at(-1)?.body).toMatchObject({ rows: [{ candidate: "1051", outcome: { kind: "absent" } }] });
});

it("what is printed from here says whom it leaves out, and how to print them all", async () => {
  await open({});
  expect(document.querySelector(".cm-on-paper")).toBeNull();
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "not checked" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(document.querySelector(".cm-on-paper")?.textContent).toBe(
    "This printout has 1 of 2 candidates. To print every mark, use Print at the top of the page.",
  );
});

it("Enter that ends composing stays in the row", async () => {
  await open({});
  box().focus();
  fireEvent.keyDown(box(), { key: "Enter", keyCode: 229 });
  expect(document.activeElement).toBe(box());
});

it("Ctrl+S and Ctrl+Z work under Caps Lock, and AltGr types its letter", async () => {
  const service = await open({});
  paste(box(), "41\n42\n");
  await vi.advanceTimersByTimeAsync(0);
  expect(fireEvent.keyDown(box(), { key: "Ż", code: "KeyZ", ctrlKey: true, altKey: true })).toBe(true);
  expect(box().value).toBe("41");
  expect(fireEvent.keyDown(box(), { key: "Z", code: "KeyZ", ctrlKey: true })).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(box().value).toBe("40");
  fireEvent.input(box(), { target: { value: "43" } });
  fireEvent.keyDown(box(), { key: "S", code: "KeyS", metaKey: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(saves(service)).toHaveLength(1);
});

it("what is submitted can be read and not typed in, absences in words", async () => {
  await open({ [LOAD]: [sheet({ may: { enter: false, submit: false } })] });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByRole("row", { name: /KHAN Aisha/ }).textContent).toContain("Absent");
});

it("a pasted column fills downwards, says what needs attention, and one Undo takes it back", async () => {
  await open({ [SAVE]: [saved({})] });
  paste(box(), "45\r\n99\r\n12\r\n");
  await vi.advanceTimersByTimeAsync(0);
  expect([box().value, box("Mark for 1052 KHAN Aisha").value]).toEqual(["45", "99"]);
  expect(document.querySelector(".cm-said")?.textContent).toContain(
    "2 marks pasted from candidate 1051. 2 change an existing mark. 1 needs attention. 1 value did not fit: 12.",
  );
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  await vi.advanceTimersByTimeAsync(0);
  expect([box().value, box("Mark for 1052 KHAN Aisha").value]).toEqual(["40", "A"]);
  expect(screen.getByLabelText<HTMLInputElement>("Checked 1051 JONES Amelia").checked).toBe(true);
});

it("clearing the marks shown asks first with their number, and one Undo takes it back", async () => {
  const carried = row({ candidate: "1053", name: "LEE Kai", outcome: { kind: "mark", mark: 41 }, checked: true, note: about({ carried_from: "2026-06" }) });
  const service = await open({ [LOAD]: [sheet({ rows: [...rows, carried, row({ candidate: "1054" })] })], [SAVE]: [saved({})] });
  clearShown();
  await vi.advanceTimersByTimeAsync(0);
  const asked = screen.getByRole("dialog", { name: "Clear 2 marks shown?" });
  expect(asked.textContent).toContain("You can undo this until you paste or clear again, or leave this page.");
  expect(asked.textContent).toContain("1 mark is carried forward and stays as it is.");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await vi.advanceTimersByTimeAsync(3000);
  expect([box().value, saves(service)]).toEqual(["40", []]);
  clearShown();
  await vi.advanceTimersByTimeAsync(0);
  fireEvent.click(screen.getByRole("button", { name: "Clear 2 marks" }));
  await vi.advanceTimersByTimeAsync(0);
  expect([box().value, box("Mark for 1052 KHAN Aisha").value]).toEqual(["", ""]);
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  await vi.advanceTimersByTimeAsync(0);
  expect([box().value, box("Mark for 1052 KHAN Aisha").value]).toEqual(["40", "A"]);
});

it("a single pasted value is left to the box", async () => {
  await open({});
  expect(paste(box(), "45\n")).toBe(true);
});

it("a filter keeps its rows while one types in them", async () => {
  await open({ [LOAD]: [sheet({ rows: [...rows, row({ candidate: "1053", name: "LEE Kai" })] })] });
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "empty" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(screen.getAllByRole("textbox")).toHaveLength(1);
  fireEvent.input(box("Mark for 1053 LEE Kai"), { target: { value: "12" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(box("Mark for 1053 LEE Kai").value).toBe("12");
});

it("what is shown is shown again after a reload", async () => {
  await open({});
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "not checked" } });
  cleanup();
  Service.close();
  await open({});
  expect(screen.getByLabelText<HTMLSelectElement>("Show").value).toBe("not checked");
  expect(screen.getAllByRole("textbox")).toHaveLength(1);
});

it("where a second person checks, one's own mark cannot be ticked and says why", async () => {
  const own = row({ outcome: { kind: "mark", mark: 40 }, entered_by: "Asha Patel", own: true });
  await open({ [LOAD]: [sheet({ second_checker: true, rows: [own] })] });
  const tick = screen.getByLabelText<HTMLInputElement>("Checked 1051 JONES Amelia");
  const why = "You entered this mark, so someone else must check it";
  expect([tick.getAttribute("aria-disabled"), tick.title]).toEqual(["true", why]);
  expect(document.getElementById(tick.getAttribute("aria-describedby") ?? "")?.textContent).toContain(why);
  fireEvent.click(tick);
  expect(tick.checked).toBe(false);
});

it("an empty row that was ticked needs attention only until one leaves it", async () => {
  await open({ [LOAD]: [sheet({ rows: [row(), rows[1]] })] });
  const tick = screen.getByLabelText<HTMLInputElement>("Checked 1051 JONES Amelia");
  tick.focus();
  fireEvent.click(tick);
  expect(note()).toBe("Enter a mark, a grade or absent before you tick Checked");
  expect(bar()).toContain("1 row needs attention.");
  box("Mark for 1052 KHAN Aisha").focus();
  await vi.advanceTimersByTimeAsync(0);
  expect(bar()).not.toContain("attention");
  expect(note()).toBe("");
});

it("a mark worth a second look says so once it is saved", async () => {
  const zero = row({ outcome: { kind: "mark", mark: 0 }, query: { code: "zero-mark", figure: null } });
  await open({ [LOAD]: [sheet({ rows: [zero] })] });
  expect(note()).toBe("0: work seen, no marks · Saved · Zero entered. Was the candidate absent?");
});

it("a colleague's flag is shown at its row, among the flagged, and can be taken off there", async () => {
  const flagged = row({ outcome: { kind: "mark", mark: 40 }, flag: { by: "Owen Reid", at: "2026-11-24T10:30:00Z", own: false } });
  const service = await open({ [LOAD]: [sheet({ rows: [flagged, rows[1]] })], [SAVE]: [saved({})] });
  expect(note()).toContain("Flagged for another look by Owen Reid, 24 November 2026 at 10:30");
  fireEvent.change(screen.getByLabelText("Show"), { target: { value: "flagged" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(screen.getAllByRole("textbox")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Remove the flag for 1051" }));
  await vi.advanceTimersByTimeAsync(1600);
  expect(saves(service)[0]?.body).toEqual({ rows: [{ candidate: "1051", revision: 1, checked: false, flagged: false }] });
  expect(note()).not.toContain("Flagged");
});

it("a tick or another mark on a flagged row says whose flag it answers, and the flag can be set again", async () => {
  const flag = { by: "Owen Reid", at: "2026-11-24T10:30:00Z", own: false };
  const service = await open({ [LOAD]: [sheet({ rows: [row({ outcome: { kind: "mark", mark: 40 }, flag }), rows[1]] })], [SAVE]: [saved({})] });
  fireEvent.click(screen.getByLabelText("Checked 1051 JONES Amelia"));
  await vi.advanceTimersByTimeAsync(0);
  expect(note()).toContain("The flag of Owen Reid is answered");
  fireEvent.click(screen.getByRole("button", { name: "Flag it again for 1051" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(note()).toContain("Flagged for another look by Owen Reid");
  fireEvent.input(box(), { target: { value: "41" } });
  await vi.advanceTimersByTimeAsync(0);
  expect(note()).toContain("The flag of Owen Reid is answered");
  await vi.advanceTimersByTimeAsync(1600);
  expect(saves(service)).toHaveLength(1);
});

it("a tick on a mark that a colleague flagged meanwhile asks which it is to be", async () => {
  const theirs = saved({
    result: "conflict",
    outcome: { kind: "absent" },
    candidate: "1052",
    revision: 5,
    own: false,
    flag: { by: "Owen Reid", at: "2026-11-24T10:30:00Z", own: false },
  });
  await open({ [SAVE]: [theirs] });
  fireEvent.click(screen.getByLabelText("Checked 1052 KHAN Aisha"));
  await vi.advanceTimersByTimeAsync(1600);
  expect(document.getElementById("note-1052")?.textContent).toContain("Owen Reid flagged this mark meanwhile.");
  expect(screen.getByRole("button", { name: "Keep A, checked for 1052" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Use A, flagged for 1052" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(document.getElementById("note-1052")?.textContent).toContain("Flagged for another look by Owen Reid");
});

const about = (change: object) => ({ former: null, moved_from: null, carried_from: null, circumstance: null, ...change });

it("shows a mark carried forward as text with its source, and goes past it on Enter", async () => {
  const carried = about({ carried_from: "2026-06", moved_from: "58410", former: "SMITH Ann" });
  const three = [
    rows[0],
    row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "mark", mark: 41 }, checked: true, note: carried }),
    row({ candidate: "1053", name: "OWEN Rhys" }),
  ];
  await open({ [LOAD]: [sheet({ rows: three, candidates: 3 })] });
  const line = document.getElementById("c1052")?.textContent;
  expect(line).toContain("KHAN AishaFormerly SMITH AnnMoved from centre 58410Carried forward from June 2026");
  expect(line).toContain("41YesThe board carried this mark forward, so you cannot change it");
  expect(screen.queryByLabelText("Mark for 1052 KHAN Aisha")).toBeNull();
  box().focus();
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Mark for 1053 OWEN Rhys");
});

it("leaves a mark carried forward as it is when a column is pasted over it, and says so", async () => {
  const carried = row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "mark", mark: 41 }, checked: true, note: about({ carried_from: "2026-06" }) });
  await open({ [LOAD]: [sheet({ rows: [rows[0], carried] })], [SAVE]: [saved({})] });
  paste(box(), "45\n46");
  await vi.advanceTimersByTimeAsync(0);
  expect(document.querySelector(".cm-said")?.textContent).toContain("1 is carried forward and stays as it is.");
  expect(document.getElementById("c1052")?.textContent).toContain("41Yes");
});

it("marks typed while a colleague submitted are named above what the board has", async () => {
  const confirmed = sheet({ status: "confirmed", submission: submission({ status: "confirmed" }) });
  await open({ [LOAD]: [sheet(), confirmed], [SAVE]: [problem(409, "already-submitted", "These marks were submitted.")] });
  fireEvent.input(box("Mark for 1052 KHAN Aisha"), { target: { value: "99" } });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1700);
  expect(document.getElementById("c1051")?.textContent).toContain("40");
  expect(screen.queryByRole("textbox")).toBeNull();
  const told = screen.getByRole("region", { name: "2 marks you typed were not sent" });
  expect(told.textContent).toContain("1051 JONES Amelia4540");
  expect(told.textContent).toContain("1052 KHAN Aisha99Absent");
  expect(screen.getByRole("link", { name: /request an amendment/ }).getAttribute("href")).toBe(`/sheets/${SHEET}/amend`);
});

it("offers to record a circumstance where the assessment has any", async () => {
  await open({});
  expect(screen.queryByRole("button", { name: /Record lost work/ })).toBeNull();
});

it("takes in names, new entries and withdrawals when it is looked at again, and tells what was typed for who has left", async () => {
  const [jones, khan] = rows;
  const lee = row({ candidate: "1050", name: "LEE Bo", uci: "64235A260003B" });
  const later = sheet({ version: 9, rows: [lee, { ...jones, name: "JONES-LEE Amelia" }] });
  await open({ [LOAD]: [sheet({ rows: [jones, { ...khan, uci: "64235A260002A", outcome: null }] }), later] });
  fireEvent.input(box("Mark for 1052 KHAN Aisha"), { target: { value: "33" } });
  await vi.advanceTimersByTimeAsync(1000);
  box().focus();
  vi.setSystemTime(Date.now() + 40_000);
  fireEvent.focus(window);
  await vi.advanceTimersByTimeAsync(20);
  expect([...document.querySelectorAll(".cm-row th")].map((name) => name.textContent)).toEqual(["LEE Bo", "JONES-LEE Amelia"]);
  expect(document.activeElement).toBe(box("Mark for 1051 JONES-LEE Amelia"));
  const told = screen.getByRole("region", { name: "1 mark you typed was not sent" });
  expect(told.textContent).toContain("1052 KHAN Aisha33Not on this sheet");
});
