import { describe, expect, it } from "vitest";
import table from "../../../tests/cases/values.json";
import { speak } from "../i18n/words";
import { type Fault, type Outcome, type Parsed, type Scale, boxText, parse } from "./parse";
import { gradesInWords, inWords, problemWords } from "./row-words";

const marks: Scale = { kind: "mark", maximum: 70 };
const grades = table.scales.grades as Scale;

/** What a case of the shared table says its text means. */
function meant(one: (typeof table.cases)[number]): Parsed {
  if (one.fault) return { fault: one.fault as Fault };
  if (one.mark !== undefined) return { outcome: { kind: "mark", mark: one.mark } };
  if (one.grade) return { outcome: { kind: "grade", grade: one.grade } };
  return { outcome: one.absent ? { kind: "absent" } : null };
}

describe("the table of cases that page and service share", () => {
  it.each(table.cases.map((one) => [one.scale, JSON.stringify(one.written), one] as const))("on %s reads %s", (scale, _, one) => {
    expect(parse(one.written, table.scales[scale as keyof typeof table.scales] as Scale)).toEqual(meant(one));
  });
});

it("an outcome stands in the box as one would type it", () => {
  expect(boxText({ kind: "mark", mark: 0 }, marks)).toBe("0");
  expect(boxText({ kind: "grade", grade: "M" }, grades)).toBe("M");
  expect(boxText({ kind: "absent" }, grades)).toBe("A");
  expect(boxText(null, marks)).toBe("");
});

it("what stands in the box is read as the outcome it stands for", () => {
  const withA: Scale = { kind: "grade", grades: [{ code: "A", title: "Grade A" }] };
  const outcomes: [Outcome | null, Scale][] = [
    [{ kind: "mark", mark: 12 }, marks],
    [{ kind: "absent" }, marks],
    [{ kind: "grade", grade: "N" }, grades],
    [{ kind: "absent" }, withA],
    [{ kind: "grade", grade: "A" }, withA],
    [null, marks],
  ];
  for (const [outcome, scale] of outcomes) expect(parse(boxText(outcome, scale), scale)).toEqual({ outcome });
});

it("absent and zero are told apart in words", () => {
  expect(inWords("0", marks)).toBe("0: work seen, no marks");
  expect(inWords("a", marks)).toBe("Absent");
  expect(inWords("45", marks)).toBe("45");
  expect(inWords("M", grades)).toBe("Merit");
});

it("grades are named in the language spoken, and one we have no word for as the board has it", async () => {
  await speak("cy");
  expect(inWords("M", grades)).toBe("Teilyngdod");
  expect(
    gradesInWords({
      kind: "grade",
      grades: [
        { code: "M", title: "Merit" },
        { code: "X", title: "Exemplary" },
      ],
    }),
  ).toBe("M am Teilyngdod, X am Exemplary");
  await speak("en");
});

it("a problem names what may be typed", () => {
  expect(problemWords({ kind: "typed", fault: "over the maximum" }, marks)).toBe("The maximum mark is 70");
  expect(problemWords({ kind: "typed", fault: "not a mark" }, marks)).toBe("Type a whole mark from 0 to 70, or A for absent");
  expect(problemWords({ kind: "typed", fault: "not whole" }, marks)).toBe("Marks are whole numbers. Type a mark from 0 to 70");
  expect(problemWords({ kind: "typed", fault: "not a grade" }, grades)).toBe(
    "Type D for Distinction, M for Merit, P for Pass, N for Not classified, or A for absent",
  );
  expect(problemWords({ kind: "typed", fault: "not a grade" }, { kind: "grade", grades: [{ code: "A", title: "Grade A" }] })).toBe(
    "Type A for Grade A, or Abs for absent",
  );
});
