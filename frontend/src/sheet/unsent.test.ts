import { afterEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { LocalCopy, forget, held, keep } from "../lib/local-copy";
import { head, row, submission } from "../testing/samples";
import { Service, problem } from "../testing/service";
import { OpenSheet } from "./open-sheet";
import { setMemo, type } from "./row";

const ID = head().id;
const LOAD = `GET /api/v1/sheets/${ID}?page=all`;
const SAVE = `PATCH /api/v1/sheets/${ID}/marks`;
const mark = (given: number) => ({ kind: "mark" as const, mark: given });
const rows = [row({ outcome: mark(40), checked: true }), row({ candidate: "1052", outcome: mark(41), checked: true })];
const sheet = (change: Partial<Schemas["SheetOut"]> = {}): Schemas["SheetOut"] => ({ ...head(), page: null, pages: 1, rows, ...change });
const confirmed = (change: Partial<Schemas["SheetOut"]> = {}) => sheet({ status: "confirmed", submission: submission({ status: "confirmed" }), ...change });

const at = (open: OpenSheet, candidate: string) => {
  const found = open.row(candidate);
  if (!found) throw new Error(`no row ${candidate}`);
  return found;
};
const write = (open: OpenSheet, candidate: string, text: string) => open.edit(at(open, candidate), type(at(open, candidate).peek(), text, open.scale));
const shown = (open: OpenSheet) => open.rows.map((one) => one.peek().text);
const written = () => new Promise((resolve) => setTimeout(resolve, 10));

afterEach(async () => {
  await written();
  await forget("u1");
  Service.close();
  vi.useRealTimers();
});

it("a note typed before a colleague submitted is set aside and kept, though the mark is the same", async () => {
  Service.open({ [SAVE]: ["lost"] });
  const open = new OpenSheet(sheet(), "u1");
  open.edit(at(open, "1051"), setMemo(at(open, "1051").peek(), "Criterion 3?"));
  open.refresh(confirmed());
  expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed: "40", memo: "Criterion 3?" }]);
  await written();
  const again = new OpenSheet(confirmed(), "u1");
  await again.resume();
  expect(again.unsent.peek()).toEqual([{ candidate: "1051", typed: "40", memo: "Criterion 3?" }]);
});

it.each(["45", "99", "4x", ""])("%j typed before a colleague submitted is never shown as submitted; it is set aside and named", async (typed) => {
  Service.open({ [SAVE]: ["lost"] });
  const open = new OpenSheet(sheet(), "u1");
  write(open, "1051", typed);
  open.refresh(confirmed());
  expect(shown(open)).toEqual(["40", "41"]);
  expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed }]);
  expect(open.unsaved()).toBe(0);
  expect(open.tally()).toEqual({ unsaved: 0, problems: 0 });
});

it.each(["45", "99"])("%j kept by an earlier visit is not laid over submitted rows, on any later visit, until it is removed", async (typed) => {
  Service.open({ [SAVE]: ["lost"] });
  const before = new OpenSheet(sheet(), "u1");
  write(before, "1051", typed);
  await written();
  for (let visit = 0; visit < 2; visit++) {
    const open = new OpenSheet(confirmed(), "u1");
    await open.resume();
    await written();
    expect(shown(open)).toEqual(["40", "41"]);
    expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed }]);
  }
  const last = new OpenSheet(confirmed(), "u1");
  await last.resume();
  const removed = last.dismiss();
  expect(last.unsent.peek()).toHaveLength(1);
  await removed;
  expect(last.unsent.peek()).toEqual([]);
  expect(await held("u1")).toEqual([]);
});

it("what can no longer be sent is not forgotten after a day, as what can be is", async () => {
  Service.open({ [SAVE]: ["lost"] });
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-05-14T16:00:00Z") });
  const open = new OpenSheet(sheet(), "u1");
  write(open, "1051", "45");
  write(open, "1052", "46");
  open.refresh(confirmed({ late_entries: 1, rows: [rows[0] as Schemas["RowOut"], row({ candidate: "1052", late: true })] }));
  await written();
  vi.setSystemTime(new Date("2027-05-17T08:00:00Z"));
  expect([...(await new LocalCopy("u1", ID).read()).keys()]).toEqual(["1051"]);
});

it("a save that the service refuses because the marks were submitted brings what the board has", async () => {
  Service.open({ [SAVE]: [problem(409, "already-submitted", "These marks were submitted.")], [LOAD]: [confirmed()] });
  const open = new OpenSheet(sheet(), "u1");
  write(open, "1051", "45");
  await open.flush();
  await written();
  expect(shown(open)).toEqual(["40", "41"]);
  expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed: "45" }]);
  expect(open.head.peek().status).toBe("confirmed");
});

it("what was saved before the submission and not acknowledged is not called unsent", async () => {
  Service.open({ [SAVE]: ["lost"] });
  const before = new OpenSheet(sheet(), "u1");
  write(before, "1051", " 45 ");
  await written();
  const open = new OpenSheet(confirmed({ rows: [row({ outcome: mark(45), checked: true, revision: 2 })] }), "u1");
  await open.resume();
  await written();
  expect(open.unsent.peek()).toEqual([]);
  expect(await held("u1")).toEqual([]);
});

it.each([
  [
    "the board carried the mark forward",
    confirmed({
      submission: null,
      rows: [row({ outcome: mark(50), checked: true, note: { former: null, moved_from: null, carried_from: "2026-06", circumstance: null } })],
    }),
    "50",
  ],
  ["the role to enter marks was taken away", sheet({ may: { enter: false, submit: false } }), "40"],
] as const)("so is what was typed when %s", async (_, now, has) => {
  Service.open({ [SAVE]: ["lost"] });
  const open = new OpenSheet(sheet(), "u1");
  write(open, "1051", "45");
  open.refresh(now);
  expect(shown(open)[0]).toBe(has);
  expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed: "45" }]);
});

it("what was kept of a candidate who is no longer on the sheet is named too", async () => {
  new LocalCopy("u1", ID).note("1099", { text: "12", checked: false, revision: 1 });
  await written();
  const open = new OpenSheet(sheet(), "u1");
  await open.resume();
  expect(open.unsent.peek()).toEqual([{ candidate: "1099", typed: "12", gone: "" }]);
});

it("beside late entries only their rows take back what was kept", async () => {
  Service.open({ [SAVE]: ["lost"] });
  const before = new OpenSheet(sheet(), "u1");
  write(before, "1051", "45");
  write(before, "1052", "46");
  await written();
  const now = confirmed({ late_entries: 1, rows: [rows[0] as Schemas["RowOut"], row({ candidate: "1052", late: true, outcome: mark(41), checked: true })] });
  const open = new OpenSheet(now, "u1");
  await open.resume();
  expect(shown(open)).toEqual(["40", "46"]);
  expect(open.unsent.peek()).toEqual([{ candidate: "1051", typed: "45" }]);
});

it("nothing goes into a closed row any more: not an Undo, not an answer that comes late", async () => {
  Service.open({ [SAVE]: ["lost"] });
  const open = new OpenSheet(sheet(), "u1");
  open.apply([{ candidate: "1051", text: "45" }]);
  open.refresh(confirmed({ rows: [row({ outcome: mark(45), checked: true, revision: 2 })] }));
  open.undo();
  expect(shown(open)[0]).toBe("45");
});

it("after signing out nothing is kept, though a box is left as the page goes", async () => {
  Service.open({ [SAVE]: ["lost"] });
  const open = new OpenSheet(sheet(), "u1");
  keep(false);
  await forget("u1");
  write(open, "1051", "45");
  await written();
  expect(await held("u1")).toEqual([]);
  keep(true);
});

it("what was kept and is on the sheet already does not count as unsaved", async () => {
  new LocalCopy("u1", ID).note("1051", { text: "40", checked: true, revision: 1 });
  await written();
  const open = new OpenSheet(sheet(), "u1");
  await open.resume();
  await written();
  expect(await held("u1")).toEqual([]);
});
