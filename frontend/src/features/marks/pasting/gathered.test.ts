import { expect, it } from "vitest";
import type { Scale } from "../../../sheet/parse";
import { gathered, gatheredBlock, guessWithCriteria } from "./gathered";
import { match } from "./match";
import { People } from "./people";
import { planOf } from "./plan";
import { leftWords } from "./said";
import { fromServer } from "../../../sheet/row";
import { row as serverRow } from "../../../testing/samples";
import { type Reading, withRole } from "./roles";

const scale: Scale = {
  kind: "mark",
  maximum: 25,
  criteria: [
    { code: "A01", title: "Analysis", maximum: 10 },
    { code: "A02", title: "Design", maximum: 15 },
  ],
};
const served = [serverRow({ candidate: "1001", name: "JONES Amelia" }), serverRow({ candidate: "1002", name: "KHAN Aisha", uci: "641350261002B" })];
const people = new People(served);
const sheet = served.map((one) => fromServer(one, scale));
const HEAD = ["Candidate number", "A01", "A02", "Total"];

const planned = (table: string[][], reading: Reading = guessWithCriteria(table, people, scale)) => {
  const now = gathered(table, reading, scale);
  return planOf(match(now.table, now.reading, { people, scale, assessment: "H446/03", centre: "64235", series: "2027-06" }), sheet, scale);
};

it.each([
  [["Candidate number", "A01", "A02"], ["1001", "8", "12"], ["candidate", "criterion 0", "criterion 1"], "8 + 12"],
  [["A02 (15)", "Candidate number", "Analysis", "Total"], ["12", "1001", "8", "20"], ["criterion 1", "candidate", "criterion 0", "mark"], "8 + 12"],
  [["Candidate number", "a-01 Analysis", "A02 Design /15"], ["1001", "8", "12"], ["candidate", "criterion 0", "criterion 1"], "8 + 12"],
])("each criterion under %o keeps its own column", (head, row, roles, after) => {
  const table = [["Year 13"], head, row];
  expect(guessWithCriteria(table, people, scale).roles).toEqual(roles);
  expect(planned(table).brought).toMatchObject([{ candidate: "1001", after }]);
});

it("a column can be given to another criterion", () => {
  const table = [HEAD, ["1001", "8", "9", "17"]];
  const reading = guessWithCriteria(table, people, scale);
  const swapped = withRole(withRole(reading, 1, "criterion 1"), 2, "criterion 0");
  expect(planned(table, swapped).brought).toMatchObject([{ after: "9 + 8" }]);
});

it.each([
  [["1001", "5", "", "5"], "A02 is missing"],
  [["1001", "5", ""], "A02 is missing"],
  [["1001", "8", "12", "21"], "The criteria add up to 20, which is not the total that was given"],
  [["1001", "12", "12", "24"], "A01: The maximum mark is 10"],
  [["1001", "2.5", "12", ""], "A01: Marks are whole numbers. Type a mark from 0 to 10"],
])("%o is not used, and says why", (row, why) => {
  const plan = planned([HEAD, row, ["1002", "8", "12", "20"]]);
  expect(plan.left.map((one) => leftWords(one, scale))).toEqual([expect.stringContaining(why)]);
  expect(plan.brought).toMatchObject([{ candidate: "1002" }]);
});

it("headings that come again are headings, and a row without marks is blank", () => {
  const plan = planned([HEAD, ["1001", "8", "12", "20"], HEAD, ["1002", "", "", ""]]);
  expect([plan.brought.length, plan.left, plan.blank, plan.unread]).toEqual([1, [], 1, 2]);
});

it("a table without a heading of each criterion, or for an assessment without any, stays as it is", () => {
  const table = [
    ["Candidate number", "A01", "Mark"],
    ["1001", "8", "20"],
  ];
  const reading = guessWithCriteria(table, people, scale);
  expect(reading.roles).toEqual(["candidate", "ignored", "mark"]);
  expect(gathered(table, reading, scale).table).toBe(table);
  expect(guessWithCriteria(table, people, { kind: "mark", maximum: 25 }).roles).toEqual(["candidate", "ignored", "mark"]);
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
