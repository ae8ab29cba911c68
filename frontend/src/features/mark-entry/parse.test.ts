import { describe, expect, it } from "vitest";
import { type Scale, boxText, inWords, parse } from "./parse";

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
    expect(parse("71", marks)).toEqual({ problem: "The maximum mark is 70" });
  });

  it.each(["4.5", "-1", "x", "4O", "1e1", "４"])("is not guessed from %s", (typed) => {
    expect(parse(typed, marks)).toEqual({ problem: "Type a whole mark from 0 to 70, or A for absent" });
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
    expect(parse("X", grades)).toEqual({
      problem: "Type D (Distinction), M (Merit), P (Pass), N (Not classified), or A for absent",
    });
  });
});

it("an outcome stands in the box as one would type it", () => {
  expect(boxText({ kind: "mark", mark: 0 })).toBe("0");
  expect(boxText({ kind: "grade", grade: "M" })).toBe("M");
  expect(boxText({ kind: "absent" })).toBe("A");
  expect(boxText(null)).toBe("");
});

it("absent and zero are told apart in words", () => {
  expect(inWords("0", marks)).toBe("0 (zero marks)");
  expect(inWords("a", marks)).toBe("Absent");
  expect(inWords("45", marks)).toBe("45");
  expect(inWords("M", grades)).toBe("M Merit");
});
