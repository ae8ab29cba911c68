import { expect, it } from "vitest";
import { groupsOf } from "./groups";
import { pageOf, pagesOf } from "./pages";

it("names each teaching group once, in order, and nobody's not at all", () => {
  const rows = ["13B", "", "13A", "13B"].map((group) => ({ group }));
  expect(groupsOf(rows)).toEqual(["13A", "13B"]);
});

it("shows fifty rows a page, and one page even of nothing", () => {
  const list = Array.from({ length: 120 }, (_, n) => n);
  expect([pagesOf(0), pagesOf(50), pagesOf(51), pagesOf(120)]).toEqual([1, 1, 2, 3]);
  expect(pageOf(list, 3)).toEqual(list.slice(100));
});
