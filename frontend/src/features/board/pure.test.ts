import { expect, it } from "vitest";
import { boardLine } from "../../testing/samples";
import { readAdjusted } from "./adjusted";
import { matching } from "./lines";

const lines = [
  boardLine(),
  boardLine({ assessment: "J277/03", stage: "in moderation", amendments_waiting: 1 }),
  boardLine({ centre: { number: "64999", name: "Test Town School" }, stage: "confirmed" }),
];
const found = (asked: object) => matching(lines, { assessment: "", centre: "", stage: "", ...asked }).map((line) => lines.indexOf(line));

it("sheets are found by assessment, by centre number or name, by state, and by what waits", () => {
  expect(found({})).toEqual([0, 1, 2]);
  expect(found({ assessment: "h446-" })).toEqual([0, 2]);
  expect(found({ centre: "649" })).toEqual([2]);
  expect(found({ centre: "harbour" })).toEqual([0, 1]);
  expect(found({ stage: "confirmed" })).toEqual([2]);
  expect(found({ stage: "waiting" })).toEqual([1]);
});

it("adjusted marks are read line by line, and nothing unread is dropped", () => {
  const text = "1051 42\n\n52, a\n9999 10\n1051 43\n1053 99\nwords";
  const read = readAdjusted(text, new Set(["1051", "0052", "1053"]), { kind: "mark", maximum: 70 });
  expect(read.adjusted).toEqual([
    { candidate: "1051", outcome: { kind: "mark", mark: 42 } },
    { candidate: "0052", outcome: { kind: "absent" } },
  ]);
  expect(read.unread.map(({ line, why }) => [line, why])).toEqual([
    [4, "candidate"],
    [5, "twice"],
    [6, "mark"],
    [7, "candidate"],
  ]);
});
