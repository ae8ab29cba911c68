import { expect, it } from "vitest";
import { line, upload } from "../../testing/samples";
import { centreOf, isOverdue, isUnderWay, sheetsOf, sortLines, totalsOf } from "./report";

it("a line is a fault, a warning, a change, or nothing to look at", () => {
  const lines = [
    line(),
    line({ line: 3, result: "refused", code: "mark-unreadable" }),
    line({ line: 4, result: "not on the list", code: "candidate-not-entered" }),
    line({ line: 5, result: "changed" }),
    line({ line: 6, result: "changed", code: "name-differs" }),
    line({ line: 7, result: "blank" }),
    line({ line: 8, result: "changed", since: { by: "", at: null } }),
  ];
  const { faults, warnings, newer, entered, changes } = sortLines(lines);
  const numbers = [faults, warnings, newer, entered, changes].map((some) => some.map((one) => one.line));
  expect(numbers).toEqual([[3, 4], [6], [8], [2], [5, 6]]);
});

it("what an assessment's lines do is added up", () => {
  const [tally] = upload().assessments;
  expect(totalsOf([tally!, tally!])).toEqual({ accepted: 2, changed: 2, unchanged: 2, blank: 0, number: 6, uci: 0, name: 0 });
});

it("the sheets of a file are those it has marks for", () => {
  const [tally] = upload().assessments;
  const none = { assessment: "", accepted: 0, changed: 0, unchanged: 0, blank: 0, not_on_list: 0, refused: 2, by_number: 0, by_uci: 0, by_name: 0 };
  expect(sheetsOf(upload({ assessments: [tally!, none] }))).toEqual([{ code: "H446/03", sheet: "2027-06.64235.H446-03", accepted: 1 }]);
  expect(centreOf(upload().id)).toBe("64235");
});

it("a file is under way until there is something to decide", () => {
  const states = ["expected", "received", "checking", "ready", "applied", "refused", "cancelled"] as const;
  expect(states.filter((state) => isUnderWay(upload({ state })))).toEqual(["expected", "received", "checking"]);
});

it("a file is missed when it has not come for minutes, not when it is still on its way", () => {
  const expected = upload({ state: "expected" });
  expect(isOverdue(expected, Date.parse("2026-11-24T10:43:00Z"))).toBe(false);
  expect(isOverdue(expected, Date.parse("2026-11-24T10:45:00Z"))).toBe(true);
  expect(isOverdue(upload(), Date.parse("2026-11-24T10:45:00Z"))).toBe(false);
});
