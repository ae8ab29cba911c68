import * as fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { head, row } from "../../testing/samples";
import { linesOf, tableOf } from "./lines";
import { totalsOf } from "./totals";

type Outcome = Schemas["RowOut"]["outcome"];

const marks: Schemas["AssessmentOut"]["scale"] = { kind: "mark", maximum: 70 };
const grades: Schemas["AssessmentOut"]["scale"] = {
  kind: "grade",
  grades: [
    { code: "M", title: "Merit" },
    { code: "P", title: "Pass" },
  ],
};
const rowsOf = (...outcomes: Outcome[]) => outcomes.map((outcome, n) => row({ candidate: String(1051 + n), outcome }));

afterEach(() => speak("en"));

it("adds up marks; absent and blank are counted apart, and zero is a mark", () => {
  const rows = rowsOf({ kind: "mark", mark: 45 }, { kind: "mark", mark: 0 }, { kind: "absent" }, null);
  expect(totalsOf(rows, marks)).toEqual({ candidates: 4, marked: 2, absent: 1, blank: 1, sum: 45 });
});

it("counts each grade in the order of the scale, those nobody has too", () => {
  const rows = rowsOf({ kind: "grade", grade: "P" }, { kind: "grade", grade: "P" }, { kind: "absent" });
  expect(totalsOf(rows, grades).sum).toEqual([
    ["M", 0],
    ["P", 2],
  ]);
});

it("every candidate is counted once", () => {
  const outcome = fc.constantFrom<Outcome>(null, { kind: "absent" }, { kind: "mark", mark: 0 }, { kind: "mark", mark: 9 });
  fc.assert(
    fc.property(fc.array(outcome), (outcomes) => {
      const { candidates, marked, absent, blank } = totalsOf(rowsOf(...outcomes), marks);
      expect(marked + absent + blank).toBe(candidates);
    }),
  );
});

it("puts absences and grades in words, of the language spoken, and leaves what is not there empty", async () => {
  const rows = rowsOf({ kind: "grade", grade: "M" }, { kind: "absent" }, null);
  expect(linesOf(rows, grades).map(({ mark }) => mark)).toEqual(["Merit", "Absent", ""]);
  await speak("cy");
  expect(linesOf(rows, grades).map(({ mark }) => mark)).toEqual(["Teilyngdod", "Absennol", ""]);
});

it("a file has a heading and one row for each candidate", () => {
  expect(tableOf(linesOf(rowsOf({ kind: "mark", mark: 0 }), marks), head())).toEqual([
    ["Candidate number", "Candidate name", "Group", "Mark", "Row version", "Assessment code", "Centre number"],
    ["1051", "JONES Amelia", "13A", 0, 1, "H446/03", "64235"],
  ]);
});
