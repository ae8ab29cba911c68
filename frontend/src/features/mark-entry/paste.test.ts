import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scale } from "../../sheet/parse";
import { fromServer } from "../../sheet/row";
import { row } from "../../testing/samples";
import { readPaste } from "./paste";
import { planColumn, planPairs } from "./paste-plan";

const scale: Scale = { kind: "mark", maximum: 70 };
const rows = ["1051", "1052", "1053"].map((candidate) => fromServer(row({ candidate }), scale));
const column = (text: string) => {
  const paste = readPaste(text);
  return paste.kind === "column" ? paste.values : paste;
};
const pairs = (text: string) => {
  const paste = readPaste(text);
  return paste.kind === "pairs" ? paste.pairs.map(({ candidate, value }) => [candidate, value]) : paste;
};

describe("a column from a spreadsheet", () => {
  it("is its values, whatever ends its lines", () => {
    for (const end of ["\r\n", "\n", "\r"]) expect(column(["45", "46", "A"].join(end) + end)).toEqual(["45", "46", "A"]);
  });

  it("loses its heading, its spaces and a decimal point that says nothing", () => {
    expect(column("Mark\n 45 \n46.0\n47,00\n\u00a048")).toEqual(["45", "46", "47", "48"]);
    expect(column("45.5")).toEqual(["45.5"]);
  });

  it("keeps its empty cells in their place", () => {
    expect(column("45\n\n47\n")).toEqual(["45", "", "47"]);
  });

  it("reads quoted cells as a spreadsheet writes them", () => {
    expect(column('"45"\n"a ""quote"""\n"two\nlines"')).toEqual(["45", 'a "quote"', "two\nlines"]);
  });
});

describe("columns that begin with candidate numbers", () => {
  it("are pairs of number and mark, with or without a name between", () => {
    expect(pairs("1051\t45\n1052\tA")).toEqual([["1051", "45"], ["1052", "A"]]);
    expect(pairs("1051\tJONES Amelia\t45\n1052\tKHAN Aisha\tA")).toEqual([["1051", "45"], ["1052", "A"]]);
  });

  it("follow a heading to the column of marks", () => {
    expect(pairs("No\tMark\tComment\n1051\t45\tgood\n1052\t\tlate")).toEqual([["1051", "45"], ["1052", ""]]);
  });

  it("get back the zeros that a spreadsheet took off", () => {
    expect(pairs("51\t45\n7\t46")).toEqual([["0051", "45"], ["0007", "46"]]);
  });
});

describe("what a paste would do", () => {
  it("fills downwards and names what does not fit", () => {
    const plan = planColumn(rows, ["45", "", "99", "12", "13"], scale);
    expect(plan.edits).toEqual([{ candidate: "1051", text: "45" }, { candidate: "1053", text: "99" }]);
    expect(plan.bad).toEqual([{ candidate: "1053", text: "99" }]);
    expect([plan.empty, plan.leftOver]).toEqual([1, ["12", "13"]]);
  });

  it("names candidates who are not on the sheet or come twice, and marks it would change", () => {
    const marked = [fromServer(row({ candidate: "1051", outcome: { kind: "mark", mark: 40 } }), scale), ...rows.slice(1)];
    const pasted = ["1051", "9999", "1052", "1052"].map((candidate, n) => ({ line: n + 1, candidate, value: String(41 + n) }));
    const plan = planPairs(marked, pasted, scale);
    expect(plan.edits.map(({ candidate }) => candidate)).toEqual(["1051", "1052"]);
    expect(plan.changing.map(({ candidate }) => candidate)).toEqual(["1051"]);
    expect(plan.unknown.map(({ line }) => line)).toEqual([2]);
    expect(plan.repeated.map(({ line }) => line)).toEqual([4]);
  });

  it("never drops a value without naming it", () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 90 }).map(String), fc.constantFrom("", "A", "abs", "x", "4.0"));
    const candidate = fc.constantFrom("1051", "1052", "1053", "9999");
    fc.assert(
      fc.property(fc.array(fc.record({ candidate, value }), { maxLength: 12 }), (given) => {
        const plan = planPairs(rows, given.map((pair, n) => ({ line: n + 1, ...pair })), scale);
        const told = plan.edits.length + plan.unknown.length + plan.repeated.length + plan.carried.length + plan.empty;
        expect(told).toBe(given.length);
      }),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (values) => {
        const plan = planColumn(rows, values, scale);
        const dropped = values.slice(rows.length).filter((v) => v === "").length;
        expect(plan.edits.length + plan.leftOver.length + plan.empty + dropped).toBe(values.length);
      }),
    );
  });
});

it("reading the clipboard never fails, whatever is on it", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("1", "0", "A", "\t", "\n", "\r", '"', " ", "é") }), (text) => void readPaste(text)));
});

it("a mark that was submitted is named and left out", () => {
  const sheet = [fromServer(row({ outcome: { kind: "mark", mark: 40 } }), scale, true), fromServer(row({ candidate: "2001", late: true }), scale, true)];
  const plan = planPairs(sheet, [{ line: 1, candidate: "1051", value: "45" }, { line: 2, candidate: "2001", value: "46" }], scale);
  expect(plan.edits).toEqual([{ candidate: "2001", text: "46" }]);
  expect(plan.submitted.map(({ candidate }) => candidate)).toEqual(["1051"]);
});
