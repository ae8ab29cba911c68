import { describe, expect, it } from "vitest";
import { speak } from "../i18n/words";
import { type Outcome, type Scale, boxText, parse } from "./parse";
import { gradesInWords, inWords, problemWords } from "./row-words";

const marks: Scale = { kind: "mark", maximum: 70 };
const grades: Scale = {
  kind: "grade",
  grades: [
    { code: "D", title: "Distinction" },
    { code: "M", title: "Merit" },
    { code: "P", title: "Pass" },
    { code: "N", title: "Not classified" },
  ],
};

describe("a mark", () => {
  it("is a whole number from zero to the maximum", () => {
    expect(parse("0", marks)).toEqual({ outcome: { kind: "mark", mark: 0 } });
    expect(parse("70", marks)).toEqual({ outcome: { kind: "mark", mark: 70 } });
    expect(parse(" 07 ", marks)).toEqual({ outcome: { kind: "mark", mark: 7 } });
  });

  it("over the maximum is a problem that names the maximum", () => {
    expect(parse("71", marks)).toEqual({ fault: "over the maximum" });
  });

  it.each(["4.5", "-1", "x", "4O", "1e1", "４"])("is not guessed from %s", (typed) => {
    expect(parse(typed, marks)).toEqual({ fault: "not a mark" });
  });

  it.each(["A", "a", "abs", "Absent"])("typed as %s is an absence, not a zero", (typed) => {
    expect(parse(typed, marks)).toEqual({ outcome: { kind: "absent" } });
  });

  it("left empty clears the outcome", () => {
    expect(parse("  ", marks)).toEqual({ outcome: null });
  });
});

describe("an endorsement grade", () => {
  it("is its code or its title, in any case", () => {
    expect(parse("d", grades)).toEqual({ outcome: { kind: "grade", grade: "D" } });
    expect(parse("not classified", grades)).toEqual({ outcome: { kind: "grade", grade: "N" } });
  });

  it("called A wins over absence where the scale has an A", () => {
    const withA: Scale = { kind: "grade", grades: [{ code: "A", title: "Grade A" }] };
    expect(parse("A", withA)).toEqual({ outcome: { kind: "grade", grade: "A" } });
    expect(parse("absent", withA)).toEqual({ outcome: { kind: "absent" } });
  });

  it("not on the scale is a problem that lists the scale", () => {
    expect(parse("X", grades)).toEqual({ fault: "not a grade" });
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
  expect(gradesInWords({ kind: "grade", grades: [{ code: "M", title: "Merit" }, { code: "X", title: "Exemplary" }] })).toBe(
    "M am Teilyngdod, X am Exemplary",
  );
  await speak("en");
});

it("a problem names what may be typed", () => {
  expect(problemWords({ kind: "typed", fault: "over the maximum" }, marks)).toBe("The maximum mark is 70");
  expect(problemWords({ kind: "typed", fault: "not a mark" }, marks)).toBe("Type a whole mark from 0 to 70, or A for absent");
  expect(problemWords({ kind: "typed", fault: "not a grade" }, grades)).toBe(
    "Type D for Distinction, M for Merit, P for Pass, N for Not classified, or A for absent",
  );
});
