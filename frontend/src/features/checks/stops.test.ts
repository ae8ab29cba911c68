import { expect, it } from "vitest";
import type { Scale } from "../../sheet/parse";
import { fromServer, resumed, tick, type } from "../../sheet/row";
import { row } from "../../testing/samples";
import { routeOf } from "./stops";

const scale: Scale = { kind: "mark", maximum: 70 };
const held = (change: Parameters<typeof row>[0] = {}) => fromServer(row({ outcome: { kind: "mark", mark: 45 }, ...change }), scale);

it("walks past everyone who has an outcome, absent ones too, and names the rest", () => {
  const rows = [held(), held({ candidate: "1052", outcome: { kind: "absent" } }), held({ candidate: "1053", outcome: null })];
  const { stops, left } = routeOf(rows, scale, false);
  expect(stops.map(({ candidate, text }) => [candidate, text])).toEqual([
    ["1051", "45"],
    ["1052", "A"],
  ]);
  expect(left).toEqual([{ candidate: "1053", name: "JONES Amelia", page: 1 }]);
});

it("knows the page of the entry sheet that each is on", () => {
  const rows = Array.from({ length: 51 }, (_, n) => held({ candidate: String(1001 + n) }));
  expect(routeOf(rows, scale, false).stops.at(-1)?.page).toBe(2);
});

it("bars one's own mark only where a second person checks, and only while it is not ticked", () => {
  const rows = [held({ own: true }), held({ candidate: "1052", own: true, checked: true }), held({ candidate: "1053" })];
  expect(routeOf(rows, scale, true).stops.map(({ barred }) => barred)).toEqual(["own", undefined, undefined]);
  expect(routeOf(rows, scale, false).stops.map(({ barred }) => barred)).toEqual([undefined, undefined, undefined]);
});

it("a mark typed here and not yet saved is one's own", () => {
  expect(routeOf([type(held(), "46", scale)], scale, true).stops[0]?.barred).toBe("own");
});

it("a mark someone changed under the tick is looked at again, and is not counted as checked", () => {
  const ticked = { ...tick(held(), true), theirs: { text: "47", checked: false, flagged: false, by: "A. Khan" } };
  expect(routeOf([ticked], scale, false).stops[0]).toMatchObject({ barred: "changed", checked: false });
});

it("what cannot be read, or is still to settle against someone else's mark, is left to the entry page", () => {
  const unread = type(held(), "99", scale);
  const contested = resumed(held({ revision: 3 }), { text: "40", checked: false, flagged: false, revision: 1 }, scale);
  expect(routeOf([unread, contested], scale, false)).toMatchObject({ stops: [], left: [{}, {}] });
});

it("walks past nobody whose mark was submitted", () => {
  const rows = [row({ outcome: { kind: "mark", mark: 45 } }), row({ candidate: "2001", late: true })].map((one) => fromServer(one, scale, true));
  expect(routeOf(rows, scale, false)).toEqual({ stops: [], left: [{ candidate: "2001", name: "JONES Amelia", page: 1 }] });
});

it("offers no tick for a mark the board carried forward", () => {
  const note = { former: null, moved_from: null, circumstance: null, carried_from: "2026-06" };
  expect(routeOf([held({ note, checked: true }), held({ candidate: "1052", note, outcome: null })], scale, false)).toEqual({ stops: [], left: [] });
});
