import { describe, expect, it } from "vitest";
import { type ColumnSeen, type Role, readingOf, saidAtFirst, unreadable } from "./reading";

const seen = (...roles: (Role | null)[]): ColumnSeen[] => roles.map((role, place) => ({ place, heading: `H${place}`, role, samples: [] }));
const said = (roles: (Role | null)[], assessment = "") => saidAtFirst(seen(...roles), assessment);
const told = (roles: (Role | null)[]) => unreadable("columns", said(roles)).map(({ say, at }) => [say(), at]);

describe("what keeps a file from being read", () => {
  it.each<[(Role | null)[], [string, string][]]>([
    [["candidate", "mark"], []],
    [["uci", "mark", "ignored", "ignored"], []],
    [["candidate", "grade"], []],
    [["surname", "forename", "mark"], []],
    [["candidate", null], [["Say which column has the mark or grade", "column-0"]]],
    [["surname", "mark"], [["Say which column has the candidate number, or the UCI or name", "column-0"]]],
    [["mark", "centre"], [["Say which column has the candidate number, or the UCI or name", "column-0"]]],
    [["candidate", "mark", "mark"], [["Only one column can be: Mark or grade", "column-2"]]],
  ])("%j", (roles, troubles) => {
    expect(told(roles)).toEqual(troubles);
  });

  it("an assessment that is needed is chosen", () => {
    expect(unreadable("assessment", said([])).map(({ at }) => at)).toEqual(["reading-assessment"]);
    expect(unreadable("assessment", said([], "H446/03"))).toEqual([]);
  });
});

it("columns are said all together, and only when one is not as it was read", () => {
  const columns = seen("candidate", null);
  const before = saidAtFirst(columns, "H446/03");
  expect(readingOf(columns, before)).toEqual({ assessment: "H446/03" });
  expect(readingOf(columns, { roles: new Map(before.roles).set(1, "mark"), assessment: "" })).toEqual({
    columns: [
      { place: 0, role: "candidate" },
      { place: 1, role: "mark" },
    ],
  });
});
