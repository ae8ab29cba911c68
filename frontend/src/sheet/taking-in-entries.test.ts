import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { forget } from "../lib/local-copy";
import { head, row } from "../testing/samples";
import { OpenSheet } from "./open-sheet";
import { isDirty, markSent, type } from "./row";

const ABBOTT = row({ candidate: "1001", uci: "64235A260001X", name: "ABBOTT Ann", revision: 0 });
const BAKER = row({ candidate: "1002", uci: "64235A260002A", name: "BAKER Ben", revision: 0 });
const ZEDD = row({ candidate: "1001", uci: "64235A262001D", name: "ZEDD Zoe", revision: 9 });
const LATE = row({ candidate: "1000", uci: "64235A260003B", name: "LATE Lee", revision: 0 });
const CARRIED = { former: null, moved_from: null, carried_from: "2026-06", circumstance: null };

const as = (version: number, rows: Schemas["RowOut"][]): Schemas["SheetOut"] => ({ ...head({ version }), page: null, pages: 1, rows });
const open = () => new OpenSheet(as(7, [ABBOTT, BAKER]), "u1");
const at = (sheet: OpenSheet, candidate: string) => {
  const found = sheet.row(candidate);
  if (!found) throw new Error(`no row ${candidate}`);
  return found;
};
const write = (sheet: OpenSheet, candidate: string, text: string) => sheet.edit(at(sheet, candidate), type(at(sheet, candidate).peek(), text, sheet.scale));
const names = (sheet: OpenSheet) => sheet.rows.map((one) => one.peek().name);

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(async () => {
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 5));
  vi.unstubAllGlobals();
  await forget("u1");
});

it("a corrected name is taken in while someone types, and is not shown as its own former name", () => {
  const sheet = open();
  write(sheet, "1001", "45");
  const note = { ...CARRIED, carried_from: null, former: "ABBOTT Ann" };
  sheet.refresh(as(8, [{ ...ABBOTT, name: "ABBOT Ann", group: "13B", note }, BAKER]));
  expect(at(sheet, "1001").peek()).toMatchObject({ name: "ABBOT Ann", group: "13B", note, text: "45" });
  expect(sheet.unsent.peek()).toEqual([]);
});

it("who was entered has a row in order of numbers, and who was withdrawn has none", () => {
  const sheet = open();
  const baker = at(sheet, "1002");
  sheet.refresh(as(8, [LATE, BAKER]));
  expect(names(sheet)).toEqual(["LATE Lee", "BAKER Ben"]);
  expect(sheet.row("1001")).toBeUndefined();
  expect(at(sheet, "1002")).toBe(baker);
  expect(sheet.unsent.peek()).toEqual([]);
});

it("what was typed for someone withdrawn is set aside with their name, and not sent", () => {
  const sheet = open();
  write(sheet, "1001", "45");
  sheet.refresh(as(8, [BAKER]));
  expect(sheet.unsent.peek()).toEqual([{ candidate: "1001", typed: "45", gone: "ABBOTT Ann" }]);
  expect(sheet.unsaved()).toBe(0);
});

it("what was typed for one is not put on another who has the number now", () => {
  const sheet = open();
  write(sheet, "1001", "45");
  sheet.refresh(as(9, [ZEDD, BAKER]));
  expect(at(sheet, "1001").peek()).toMatchObject({ name: "ZEDD Zoe", text: "", revision: 9 });
  expect(sheet.unsent.peek()).toMatchObject([{ candidate: "1001", typed: "45", gone: "ABBOTT Ann" }]);
});

it("the answer to a save for one says nothing of another who has the number by then", async () => {
  const answer: Schemas["SavedOut"] = {
    version: 8,
    status: "incomplete",
    candidates: 2,
    entered: 1,
    checked: 0,
    rows: [
      {
        candidate: "1001",
        result: "saved",
        outcome: { kind: "mark", mark: 45 },
        criteria: [],
        zero_reason: null,
        checked: false,
        revision: 1,
        entered_by: "Asha",
        own: true,
        query: null,
        flag: null,
        checker_note: null,
        problem: null,
      },
    ],
  };
  vi.stubGlobal("fetch", async () => {
    sheet.refresh(as(10, [ZEDD, BAKER]));
    return Response.json(answer);
  });
  const sheet = open();
  write(sheet, "1001", "45");
  void sheet.flush();
  await vi.advanceTimersByTimeAsync(2000);
  expect(at(sheet, "1001").peek()).toMatchObject({ name: "ZEDD Zoe", text: "", saved: { text: "" }, revision: 9 });
  expect(sheet.unsent.peek()).toMatchObject([{ typed: "45" }]);
});

it("one Undo does not put back for another what was there for the first", () => {
  const sheet = new OpenSheet(as(7, [{ ...ABBOTT, outcome: { kind: "mark", mark: 45 }, revision: 1 }, BAKER]), "u1");
  sheet.apply([{ candidate: "1001", text: "" }]);
  sheet.refresh(as(9, [ZEDD, BAKER]));
  sheet.undo();
  expect(at(sheet, "1001").peek().text).toBe("");
});

it("what was typed where the board has since carried a mark forward is told", () => {
  const sheet = open();
  write(sheet, "1001", "45");
  sheet.refresh(as(8, [{ ...ABBOTT, revision: 1, outcome: { kind: "mark", mark: 41 }, checked: true, note: CARRIED }, BAKER]));
  expect(at(sheet, "1001").peek().text).toBe("41");
  expect(sheet.unsent.peek()).toMatchObject([{ candidate: "1001", typed: "45" }]);
});

it("an answer older than what is known already changes nothing", () => {
  const sheet = open();
  sheet.refresh(as(9, [LATE, ABBOTT, BAKER]));
  sheet.refresh(as(8, [ABBOTT]));
  expect(names(sheet)).toEqual(["LATE Lee", "ABBOTT Ann", "BAKER Ben"]);
});

it.each([
  ["saved", 8, 2, false],
  ["saved", 9, 2, true],
  ["saved", 8, 3, true],
  ["unchanged", 7, 2, false],
  ["unchanged", 8, 2, true],
  ["conflict", 8, 2, true],
] as const)("a row answered as %s with version %i and %i candidates leaves the sheet behind: %s", async (result, version, candidates, behind) => {
  const { name: _name, group: _group, late: _late, note: _note, uci: _uci, ...given } = row({ candidate: "1001", revision: 1 });
  const answer = { version, status: "incomplete", candidates, entered: 0, checked: 0, rows: [{ ...given, result, problem: null }] };
  vi.stubGlobal("fetch", async () => Response.json(answer));
  const sheet = open();
  write(sheet, "1001", "45");
  void sheet.flush();
  await vi.advanceTimersByTimeAsync(100);
  expect(sheet.behind.peek()).toBe(behind);
});

it("the copy on this computer is put back for whom it was typed and for nobody else", async () => {
  const before = open();
  write(before, "1001", "45");
  write(before, "1002", "46");
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const after = new OpenSheet(as(9, [ZEDD]), "u1");
  await after.resume();
  expect(at(after, "1001").peek().text).toBe("");
  expect(after.unsent.peek().map(({ candidate, typed, gone }) => [candidate, typed, gone])).toEqual([
    ["1001", "45", ""],
    ["1002", "46", ""],
  ]);
});

it("a row on its way to the service keeps what was typed when a name changes", () => {
  const sheet = open();
  write(sheet, "1001", "45");
  at(sheet, "1001").value = markSent(at(sheet, "1001").peek(), sheet.scale);
  sheet.refresh(as(8, [{ ...ABBOTT, name: "ABBOT Ann" }, BAKER]));
  expect(at(sheet, "1001").peek()).toMatchObject({ name: "ABBOT Ann", text: "45", sent: { text: "45" } });
  expect(isDirty(at(sheet, "1001").peek(), sheet.scale)).toBe(true);
});

it("what a colleague saves in the row someone is at is shown when they leave it", () => {
  const sheet = open();
  const fresh = [
    { ...ABBOTT, revision: 1, outcome: { kind: "mark" as const, mark: 41 } },
    { ...BAKER, revision: 1, outcome: { kind: "mark" as const, mark: 42 } },
  ];
  sheet.visit("1001");
  sheet.refresh(as(8, fresh));
  expect(["1001", "1002"].map((candidate) => at(sheet, candidate).peek().text)).toEqual(["", "42"]);
  sheet.visit("1002");
  expect(at(sheet, "1001").peek()).toMatchObject({ text: "41", revision: 1 });
});

it("what is typed in a row that a colleague has just saved is sent against what was seen, and stays when the row is left", () => {
  const sheet = open();
  sheet.visit("1001");
  sheet.refresh(as(8, [{ ...ABBOTT, revision: 1, outcome: { kind: "mark", mark: 41 } }, BAKER]));
  write(sheet, "1001", "45");
  sheet.visit(undefined);
  expect(at(sheet, "1001").peek()).toMatchObject({ text: "45", revision: 0 });
});

it("a row that closed is shown so at once, also to whoever is at it", () => {
  const sheet = open();
  sheet.visit("1001");
  sheet.refresh(as(8, [{ ...ABBOTT, revision: 1, outcome: { kind: "mark", mark: 41 }, note: CARRIED }, BAKER]));
  expect(at(sheet, "1001").peek().text).toBe("41");
});
