import { expect, it } from "vitest";
import type { Scale } from "../../sheet/parse";
import { fromServer, tick, type } from "../../sheet/row";
import { row } from "../../testing/samples";
import { addressWith, filterIn, found, matching } from "./view";

const scale: Scale = { kind: "mark", maximum: 70 };
const blank = fromServer(row({ candidate: "1001", group: "13B" }), scale);
const bad = type(fromServer(row({ candidate: "1002" }), scale), "99", scale);
const done = tick(fromServer(row({ candidate: "1003", outcome: { kind: "mark", mark: 4 } }), scale), true);
const rows = [blank, bad, done];

it("finds the rows that have something to do, and those of a teaching group", () => {
  expect(found(rows, "all", scale)).toEqual(["1001", "1002", "1003"]);
  expect(found(rows, "empty", scale)).toEqual(["1001"]);
  expect(found(rows, "problems", scale)).toEqual(["1002"]);
  expect(found(rows, "not checked", scale)).toEqual(["1001", "1002"]);
  expect(found(rows, "group:13B", scale)).toEqual(["1001"]);
});

it.each([
  ["", "all"],
  ["?page=2", "all"],
  ["?show=empty", "empty"],
  ["?show=group%3A13B", "group:13B"],
  ["?show=group%3A99Z", "all"],
  ["?show=toString", "all"],
])("an address with %s shows %s", (search, filter) => {
  expect(filterIn(search, rows)).toBe(filter);
});

it("the address keeps the filter beside what else it says, and nothing of it where all are shown", () => {
  expect(addressWith("group:13B", { search: "?page=2&show=empty", hash: "#c1001" })).toBe("?page=2&show=group%3A13B#c1001");
  expect(addressWith("all", { search: "?show=empty", hash: "" })).toBe("?");
});

const named = (candidate: string, name: string) => fromServer(row({ candidate, name }), scale);
const people = [named("1001", "ÓLAFSDÓTTIR Sigríður"), named("1002", "JONES-LEE Amelia"), named("1010", "LEE Bo"), named("2100", "ÁBEL Jones")];

it("by name the rows stand as in a list of names, whatever filter chose them", () => {
  expect(found(people, "all", scale, "name")).toEqual(["2100", "1002", "1010", "1001"]);
  expect(found(people, "problems", scale, "name")).toEqual([]);
});

it.each([
  ["1002", ["1002"]],
  ["100", ["1001", "1002", "2100"]],
  ["lee", ["1010", "1002"]],
  ["olafs", ["1001"]],
  ["SIGRÍÐUR", ["1001"]],
  ["jones am", ["1002"]],
  [" lee  1010 ", ["1010"]],
  ["1002 JONES-LEE Amelia", ["1002"]],
  ["nobody", []],
  ["  ", []],
])("typing “%s” finds %j", (typed, candidates) => {
  expect(matching(people, typed).map(({ candidate }) => candidate)).toEqual(candidates);
});
