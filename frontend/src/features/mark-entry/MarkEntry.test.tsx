import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CentreContext } from "../../app/centre";
import { head, row } from "../../testing/samples";
import { Service } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

const SHEET = "2027-06.64235.H446-03";
const LOAD = `GET /api/v1/sheets/${SHEET}?page=1`;
const SAVE = `PATCH /api/v1/sheets/${SHEET}/marks`;

const rows = [
  row({ outcome: { kind: "mark", mark: 40 }, checked: true }),
  row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "absent" } }),
];
const sheet = (change = {}) => ({ ...head({ status: "incomplete" }), page: 1, pages: 1, rows, ...change });

const saved = (answer: object) => ({
  version: 8,
  status: "incomplete",
  candidates: 2,
  entered: 2,
  checked: 0,
  rows: [{ candidate: "1051", result: "saved", outcome: { kind: "mark", mark: 45 }, checked: false, revision: 2, problem: null, ...answer }],
});

async function open(script: Record<string, unknown[]>) {
  const service = Service.open({ [LOAD]: [sheet()], ...script });
  const { centre, series } = head();
  const me = { id: "u1", name: "Asha Patel", memberships: [] };
  render(
    <CentreContext.Provider value={{ me, centre, series, allSeries: [series], choose: () => {} }}>
      <MarkEntry sheet={SHEET} />
    </CentreContext.Provider>,
  );
  await vi.advanceTimersByTimeAsync(10);
  return service;
}

const box = (name = "Mark for 1051 JONES Amelia") => screen.getByLabelText<HTMLInputElement>(name);
const bar = () => screen.getByRole("status").textContent;
const saves = (service: Service) => service.calls.filter(({ what }) => what === SAVE);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
});
afterEach(() => {
  cleanup();
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
  expect(document.getElementById("note-1051")?.textContent).toContain("Checked was taken off");
});

it("a mark over the maximum is marked invalid beside its box and is not sent", async () => {
  const service = await open({});
  fireEvent.input(box(), { target: { value: "71" } });
  await vi.advanceTimersByTimeAsync(3000);
  expect(box().getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(box().getAttribute("aria-describedby") ?? "")?.textContent).toBe("The maximum mark is 70");
  expect(saves(service)).toEqual([]);
});

it("a row someone else changed shows their value, and Keep mine sends one's own again", async () => {
  const theirs = saved({ result: "conflict", outcome: { kind: "mark", mark: 47 }, revision: 5 });
  const service = await open({ [SAVE]: [theirs, saved({ revision: 6 })] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(document.getElementById("note-1051")?.textContent).toContain("Someone else saved 47");
  fireEvent.click(screen.getByRole("button", { name: /Keep mine: 45/ }));
  await vi.advanceTimersByTimeAsync(1600);
  expect(saves(service)[1]?.body).toMatchObject({ rows: [{ revision: 5, outcome: { kind: "mark", mark: 45 } }] });
  expect(bar()).toBe("All saved 10:42.");
});

it("a save without an answer is tried again with the same key while the bar stays honest", async () => {
  const service = await open({ [SAVE]: ["lost", saved({})] });
  fireEvent.input(box(), { target: { value: "45" } });
  await vi.advanceTimersByTimeAsync(1600);
  expect(bar()).toBe("No answer from the service: 1 not saved, trying again.");
  await vi.advanceTimersByTimeAsync(1100);
  const keys = saves(service).map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys[0]).toBe(keys[1]);
  expect(bar()).toBe("All saved 10:42.");
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

it("what is submitted can be read and not typed in, absences in words", async () => {
  await open({ [LOAD]: [sheet({ may: { enter: false, submit: false } })] });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByRole("row", { name: /KHAN Aisha/ }).textContent).toContain("Absent");
});
