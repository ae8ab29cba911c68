import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import shared from "../../../../../tests/cases/tables.json";
import type { Scale } from "../../../sheet/parse";
import { fromServer } from "../../../sheet/row";
import { row } from "../../../testing/samples";
import { cellsOf, columnOf } from "./cells";
import { fill, marksIn } from "./fill";
import { type Line, match } from "./match";
import { People } from "./people";
import { editsOf, planOf } from "./plan";
import { type Reading, type Role, guess } from "./roles";

const scale: Scale = { kind: "mark", maximum: 70 };
const sheet = [...shared.sheets.class, ...shared.sheets.twins];
const target = { people: new People(sheet), scale, assessment: "H446/03", centre: "64235", series: "2027-06" };

const one = fc.constantFrom(...sheet);
const nobody = { candidate: "9999", uci: "642350259999A", name: "PATEL Ravi" };
const mark = fc.oneof(fc.integer({ min: 0, max: 70 }).map(String), fc.constantFrom("", "A", "45.5", "1,000", "x", "99"));

/** Good rows, and rows whose cells have slipped against each other or belong to nobody. */
const rowOf = fc
  .record({ whose: one, other: fc.oneof(one, fc.constant(nobody)), slipped: fc.subarray(["candidate", "uci", "name"] as const), mark })
  .map(({ whose, other, slipped, mark: given }) => {
    const from = (what: "candidate" | "uci" | "name") => (slipped.includes(what) ? other : whose)[what];
    return { candidate: from("candidate"), uci: from("uci"), name: from("name"), mark: given, max: "70", grade: "A" };
  });
const COLUMNS = ["candidate", "uci", "name", "mark", "max", "grade"] as const;
const HEADINGS = { candidate: "Candidate number", uci: "UCI", name: "Name", mark: "Mark", max: "Max", grade: "Grade" };
const SAYS = ["candidate", "uci", "name"] as const;

const tableOf = (rows: readonly Record<(typeof COLUMNS)[number], string>[], columns: readonly (typeof COLUMNS)[number][]) => [
  columns.map((column) => HEADINGS[column]),
  ...rows.map((cells) => columns.map((column) => cells[column])),
];
const outcome = (lines: Line[]) => lines.filter(({ kind }) => kind === "matched" || kind === "stopped" || kind === "blank");
const read = (table: string[][]) => match(table, guess(table, target.people, scale), target);

describe("whatever is pasted", () => {
  it("a mark never lands on a candidate whom the number, the UCI or the name beside it does not name", () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 12 }), fc.shuffledSubarray([...COLUMNS], { minLength: 2 }), (rows, columns) => {
        for (const [place, line] of read(tableOf(rows, columns)).slice(1).entries()) {
          if (line.kind !== "matched") continue;
          const person = sheet.find(({ candidate }) => candidate === line.candidate);
          const said = rows[place];
          for (const what of SAYS) if (columns.includes(what)) expect(said?.[what]).toBe(person?.[what]);
          expect(line.written).toBe(said?.mark);
        }
      }),
    );
  });

  it("whichever roles a person gives its columns, the same holds", () => {
    const role = fc.constantFrom<Role>("candidate", "uci", "name", "mark", "absent", "ignored");
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 8 }), fc.uniqueArray(role, { minLength: 6, maxLength: 6 }), (rows, roles) => {
        const table = tableOf(rows, COLUMNS);
        for (const [place, line] of match(table, { heading: 0, roles }, target).entries()) {
          if (line.kind !== "matched") continue;
          const number = roles.indexOf("candidate");
          if (number >= 0 && table[place]?.[number] !== "") expect(table[place]?.[number]).toBe(line.candidate);
        }
      }),
    );
  });

  it("every row is put on the sheet, blank, no row of marks, or named with its reason", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "1001", "1002", "1", "JONES Amelia", "Total", "Mark", "Candidate", "A", "45", "70", "45.5"),
      fc.string({ maxLength: 4 }),
    );
    const onSheet = sheet.map(({ candidate, uci, name }) => fromServer(row({ candidate, uci, name }), scale));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (table) => {
        const { brought, left, blank, unread } = planOf(read(table), onSheet, scale);
        expect(brought.length + left.length + blank + unread).toBe(table.length);
        expect(new Set(brought.map(({ candidate }) => candidate)).size).toBe(brought.length);
      }),
    );
  });

  it("the order of the columns and the title above them change nothing", () => {
    fc.assert(
      fc.property(
        fc.array(rowOf, { minLength: 1, maxLength: 8 }),
        fc.shuffledSubarray([...COLUMNS], { minLength: 6 }),
        fc.constantFrom("Class 11A", "Year 13 coursework", "Teacher: Mrs Patel", ""),
        (rows, columns, title) => {
          const moved = tableOf(rows, columns);
          expect(outcome(read([[title], ...moved]))).toEqual(outcome(read(tableOf(rows, COLUMNS))));
        },
      ),
    );
  });
});

describe("what a spreadsheet puts on the clipboard", () => {
  it("is its cells, whatever ends its lines", () => {
    for (const end of ["\r\n", "\n", "\r"])
      expect(cellsOf(["1001\t45", "1002\tA"].join(end) + end)).toEqual([
        ["1001", "45"],
        ["1002", "A"],
      ]);
  });

  it("is read where quoted cells hold tabs, line ends and quotes", () => {
    expect(cellsOf('"45"\t"a ""quote"""\n"two\nlines"\t"a\tb"')).toEqual([
      ["45", 'a "quote"'],
      ["two\nlines", "a\tb"],
    ]);
  });

  it("is parted by the commas or semicolons of a CSV file copied as text, but not by those of a mark", () => {
    expect(cellsOf('1001,"JONES, Amelia",45\n1002,KHAN Aisha,44')).toEqual([
      ["1001", "JONES, Amelia", "45"],
      ["1002", "KHAN Aisha", "44"],
    ]);
    expect(cellsOf("1001;45,5\n1002;44")).toEqual([
      ["1001", "45,5"],
      ["1002", "44"],
    ]);
    expect(cellsOf("1001,45\n1002,44")).toEqual([
      ["1001", "45"],
      ["1002", "44"],
    ]);
    expect(cellsOf("45,5\n1,000\n44")).toEqual([["45,5"], ["1,000"], ["44"]]);
    expect(read(cellsOf("Candidate number,Mark\n1002,44,5\n1003,1,000")).map((line) => "why" in line && line.why)).toEqual([
      false,
      "longer than its headings",
      "longer than its headings",
    ]);
    expect(cellsOf("JONES, Amelia\t45")).toEqual([["JONES, Amelia", "45"]]);
  });

  it("never fails to be read, and no cell of it goes missing", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom("1", "45.0", "A", "é x", ""), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const full = [...table, ["end", "end"]];
        expect(cellsOf(full.map((cells) => cells.join("\t")).join("\r\n"))).toEqual(full);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("1", "0", "A", "\t", "\n", "\r", '"', " ", "é") }), (text) => void read(cellsOf(text))));
  });
});

describe("one column and nothing else", () => {
  const rows = ["1051", "1052", "1053"].map((candidate) => fromServer(row({ candidate }), scale));

  it("is a column though empty cells stand beside it", () => {
    expect(columnOf(cellsOf("45\t\n46\t\n\t\n47\t"))).toEqual(["45", "46", "", "47"]);
    expect(columnOf(cellsOf("45\t\n46\t3"))).toBeUndefined();
  });

  it.each([
    ["Mark\n45\n46", { marks: ["45", "46"] }],
    ["Mark (70)\n45\n\n46", { marks: ["45", "", "46"] }],
    ["Marc terfynol\n45\n46", { marks: ["45", "46"] }],
    ["45\n46", { marks: ["45", "46"] }],
    ["x\n46", { marks: ["x", "46"] }],
    ["Absent\n46", { marks: ["Absent", "46"] }],
    ["\n46", { marks: ["", "46"] }],
    ["Percent\n64\n63", { unread: "Percent" }],
    ["Class 11A\n45\n46", { unread: "Class 11A" }],
    ["Candidate number\n1001\n1002", { unread: "Candidate number" }],
    ["JONES Amelia\nKHAN Aisha", { unread: "JONES Amelia" }],
    ["Grade\nA\nB", { unread: "Grade" }],
    ["Mark\nMax mark\n70", { unread: "Max mark" }],
    ["1051\n1052\n1053", { number: "1051" }],
    ["1051\n45\n1052\n44", { number: "1051" }],
    ["Mark\n45\n0007\n7", { number: "0007" }],
    ["45\n1099\n7", { marks: ["45", "1099", "7"] }],
  ])("%j is its marks, or is not filled in for what stands first", (text, expected) => {
    expect(marksIn(columnOf(cellsOf(text)) ?? [], scale, new Set(["1051", "1052", "1053", "0007"]))).toEqual(expected);
  });

  it("is of marks where the maximum is as high as a candidate number", () => {
    expect(marksIn(["1051"], { kind: "mark", maximum: 1200 }, new Set(["1051"]))).toEqual({ marks: ["1051"] });
  });

  it("fills downwards and names what does not fit", () => {
    const { edits, bad, empty, leftOver } = fill(rows, ["45.0", "", "99", "12", "13"], scale);
    expect(edits).toEqual([
      { candidate: "1051", text: "45" },
      { candidate: "1053", text: "99" },
    ]);
    expect([bad, empty, leftOver]).toEqual([1, 1, ["12", "13"]]);
  });

  it("drops no value without naming it", () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const { edits, empty, leftOver } = fill(rows, marks, scale);
        const below = marks.slice(rows.length).filter((one_) => one_ === "").length;
        expect(edits.length + leftOver.length + empty + below).toBe(marks.length);
      }),
    );
  });
});

describe("what a table would do to the sheet", () => {
  const reading: Reading = { heading: undefined, roles: ["candidate", "mark"] };

  it("changes nothing where the mark is there already, and puts no value that is no mark on the sheet", () => {
    const rows = [fromServer(row({ candidate: "1001", outcome: { kind: "mark", mark: 45 } }), scale), fromServer(row({ candidate: "1002" }), scale)];
    const plan = planOf(match(cellsOf("1001\t45.0\n1002\t45.5"), reading, target), rows, scale);
    expect(editsOf(plan)).toEqual([]);
    expect(plan.brought).toMatchObject([{ candidate: "1001", before: "45", after: "45" }]);
    expect(plan.left).toMatchObject([{ line: 2, written: "45.5", why: { fault: "not whole" } }]);
  });

  it("names a mark that was submitted or is carried forward, and leaves it as it is", () => {
    const submitted = fromServer(row({ candidate: "1001", outcome: { kind: "mark", mark: 40 } }), scale, true);
    const late = fromServer(row({ candidate: "1002", late: true }), scale, true);
    const carried = {
      ...fromServer(row({ candidate: "1012", outcome: { kind: "mark", mark: 41 }, late: true }), scale, true),
      note: { carried_from: "2026-06" },
    };
    const plan = planOf(match(cellsOf("1001\t45\n1002\t46\n1012\t47"), reading, target), [submitted, late, carried as typeof late], scale);
    expect(editsOf(plan)).toEqual([{ candidate: "1002", text: "46" }]);
    expect(plan.left.map(({ line, why }) => [line, why])).toEqual([
      [1, "submitted"],
      [3, "carried"],
    ]);
  });
});
