import { expect, it } from "vitest";
import type { Scale } from "../../../sheet/parse";
import { gathered, gatheredBlock } from "./gathered";

const scale: Scale = {
  kind: "mark",
  maximum: 25,
  criteria: [
    { code: "A01", title: "Analysis", maximum: 10 },
    { code: "A02", title: "Design", maximum: 15 },
  ],
};

it.each([
  [
    ["Candidate number", "A01", "A02"],
    ["1001", "8", "12"],
    ["1001", "8 + 12"],
  ],
  [
    ["A02 (15)", "Name", "Analysis", "Total"],
    ["12", "JONES", "8", "20"],
    ["JONES", "8 + 12 = 20"],
  ],
  [
    ["Candidate number", "a-01 Analysis", "A02 Design /15"],
    ["1001", "", ""],
    ["1001", ""],
  ],
])("the criteria under %o become one column of marks", (head, row, becomes) => {
  expect(gathered([["Year 13"], head, row], scale)[2]).toEqual(becomes);
});

it("a table without a heading of each criterion, or for an assessment without any, stays as it is", () => {
  const table = [
    ["Candidate number", "A01", "Mark"],
    ["1001", "8", "20"],
  ];
  expect(gathered(table, scale)).toBe(table);
  expect(gathered(table, { kind: "mark", maximum: 25 })).toBe(table);
});

it("a block of marks has a column for each criterion, and perhaps the total", () => {
  expect(
    gatheredBlock(
      [
        ["8", "12"],
        ["A", "A"],
        ["", "7"],
      ],
      2,
    ),
  ).toEqual(["8 + 12", "A + A", " + 7"]);
  expect(gatheredBlock([["8", "12", "20"]], 2)).toEqual(["8 + 12 = 20"]);
  expect(gatheredBlock([["1001", "8", "12", "20"]], 2)).toBeUndefined();
  expect(gatheredBlock([["JONES", "12"]], 2)).toBeUndefined();
});
