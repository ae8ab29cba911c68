import { expect, it } from "vitest";
import { row } from "../../testing/samples";
import type { Scale } from "./parse";
import { fromServer, tick, type } from "./row";
import { found, groupsOf, pageOf, pagesOf } from "./view";

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

it("names each teaching group once, in order", () => {
  expect(groupsOf([...rows, ...rows])).toEqual(["13A", "13B"]);
});

it("shows fifty rows a page, and one page even of nothing", () => {
  const list = Array.from({ length: 120 }, (_, n) => n);
  expect([pagesOf(0), pagesOf(50), pagesOf(51), pagesOf(120)]).toEqual([1, 1, 2, 3]);
  expect(pageOf(list, 3)).toEqual(list.slice(100));
});
