import { assert, integer, option, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { row as serverRow } from "../testing/samples";
import { partsOf, sumOf, textOf, withPart, withTotal } from "./criteria";
import { type Scale, boxText, parse } from "./parse";
import { explain, fromServer, isDirty, lacksReason, tick, toChange, type } from "./row";
import { problemWords } from "./row-words";

const criteria = [
  { code: "A01", title: "Analysis", maximum: 10 },
  { code: "A02", title: "Design", maximum: 15 },
  { code: "A03", title: "Making", maximum: 45 },
];
const scale: Scale = { kind: "mark", maximum: 70, criteria };
const mark = (value: number) => ({ kind: "mark" as const, mark: value });
const held = (change: Parameters<typeof serverRow>[0]) => fromServer(serverRow(change), scale);
const whole = held({ outcome: mark(50), criteria: [8, 12, 30] });

describe("what was typed for criteria", () => {
  it.each([
    ["8 + 12 + 30", { outcome: mark(50), criteria: [8, 12, 30] }],
    ["8 +  + 30", { outcome: null, criteria: [8, null, 30] }],
    ["8 +  + 30 = 50", { fault: "criteria missing", at: 1, lacking: ["A02"] }],
    ["8 + 12 + 30 = 50", { outcome: mark(50), criteria: [8, 12, 30] }],
    ["8 + 12 + 30 = 51", { fault: "total differs", sum: 50 }],
    ["11 + 12 + 30", { fault: "over the maximum", at: 0 }],
    ["8 + 1.5 + 30", { fault: "not whole", at: 1 }],
    ["8 + A + 30", { fault: "absent and marks", at: 1 }],
    ["A + A + A", { outcome: { kind: "absent" } }],
    ["50", { outcome: mark(50) }],
    ["A", { outcome: { kind: "absent" } }],
    ["", { outcome: null }],
  ])("%s is %o", (text, read) => {
    expect(parse(text, scale)).toEqual(read);
  });

  it("is said with the criterion it is wrong for", () => {
    expect(problemWords({ kind: "typed", fault: "over the maximum", at: 1 }, scale)).toBe("A02: The maximum mark is 15");
    expect(problemWords({ kind: "typed", fault: "criteria missing", lacking: ["A01", "A03"] }, scale)).toBe("A01, A03 are missing");
    expect(problemWords({ kind: "typed", fault: "absent and marks", at: 1 }, scale)).toContain("Clear the marks, or choose Absent");
    expect(problemWords({ kind: "typed", fault: "total differs", sum: 50 }, scale)).toContain("add up to 50");
  });

  it("is written as it is read, whatever it is", () => {
    const part = option(integer({ min: 0, max: 10 }), { nil: null });
    assert(
      property(tuple(part, part, part), option(integer({ min: 0, max: 70 }), { nil: null }), (marks, given) => {
        const sum = sumOf(marks);
        const filled = marks.some((one) => one !== null);
        const outcome = sum !== undefined ? mark(sum) : given === null || filled ? null : mark(given);
        expect(parse(boxText(outcome, scale, filled ? marks : []), scale)).toEqual({ outcome, ...(filled ? { criteria: marks } : {}) });
      }),
    );
  });
});

describe("a box of a criterion", () => {
  it("changes its own part, and the total follows", () => {
    const row = type(whole, withPart(whole.text, 3, 1, "13"), scale);
    expect(row.text).toBe("8 + 13 + 30");
    expect(toChange(row, scale)).toMatchObject({ outcome: mark(51), criteria: [8, 13, 30] });
  });

  it("leaves a total that was given on the service until all are there", () => {
    const given = held({ outcome: mark(50) });
    const begun = type(given, withPart(given.text, 3, 0, "8"), scale);
    expect(begun.text).toBe("8 +  +  = 50");
    expect(begun.problem).toMatchObject({ fault: "criteria missing", lacking: ["A02", "A03"] });
    expect(toChange(begun, scale)).toBeUndefined();
    expect(withPart(begun.text, 3, 0, "")).toBe("50");
  });

  it("takes no sign that parts the criteria", () => {
    expect(withPart("8 + 12 + 30", 3, 0, "8+1=9")).toBe("819 + 12 + 30");
  });

  it("sends what lacks a mark without a total, and nothing while the total differs", () => {
    expect(toChange(type(whole, "8 +  + 30", scale), scale)).toMatchObject({ outcome: null, criteria: [8, null, 30] });
    expect(toChange(type(whole, withTotal(whole.text, "51"), scale), scale)).toBeUndefined();
  });

  it("cannot be ticked while it has no total", () => {
    expect(tick(type(held({}), "8 +  + 30", scale), true)).toMatchObject({ checked: false, problem: { kind: "nothing to tick" } });
    expect(problemWords({ kind: "refused", code: "criteria-incomplete", detail: "" }, scale)).toBe(
      "A criterion has no mark, so there is no total. Reload the page to see which",
    );
  });

  it("clears or makes absent the whole", () => {
    expect(toChange(type(whole, "", scale), scale)).toMatchObject({ outcome: null, criteria: [] });
    expect(toChange(type(whole, "A", scale), scale)).toMatchObject({ outcome: { kind: "absent" }, criteria: [] });
  });
});

it("a total put over criteria changes nothing where it agrees, and stands beside them where it differs", () => {
  expect([withTotal("8 + 12 + 30", "50"), withTotal("8 + 12 + 30", "51"), withTotal("8 +  + 30", "51")]).toEqual(["8 + 12 + 30", "8 + 12 + 30 = 51", "51"]);
  expect(textOf(partsOf("8 + 12 + 30 = 51", 3))).toBe("8 + 12 + 30 = 51");
});

describe("a reason for 0", () => {
  const zero = held({ outcome: mark(0), checked: true });

  it("is asked for until it is given, sent by itself, and keeps the tick", () => {
    const said = explain(zero, "worth-nothing");
    expect([lacksReason(zero), lacksReason(said), lacksReason(whole)]).toEqual([true, false, false]);
    expect(toChange(said, scale)).toEqual({ candidate: "1051", revision: 1, checked: true, zero_reason: "worth-nothing" });
  });

  it("goes with the mark, and can be taken back", () => {
    const said = held({ outcome: mark(0), zero_reason: { reason: "not-authenticated", by: "Owen Reid" } });
    expect(type(said, "5", scale).zero).toBeUndefined();
    expect(toChange(type(said, "5", scale), scale)).not.toHaveProperty("zero_reason");
    expect(toChange(explain(said, undefined), scale)).toMatchObject({ zero_reason: null });
    expect(isDirty(said, scale)).toBe(false);
  });
});
