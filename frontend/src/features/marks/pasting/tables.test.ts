import { describe, expect, it } from "vitest";
import shared from "../../../../../tests/cases/tables.json";
import values from "../../../../../tests/cases/values.json";
import type { Scale } from "../../../sheet/parse";
import { type Line, type Target, match } from "./match";
import { People } from "./people";
import { askedOf, guess } from "./roles";

type Case = (typeof shared.cases)[number];

const targetOf = ({ sheet = "class", scale = "marks" }: Partial<Case>): Target => ({
  people: new People(shared.sheets[sheet as keyof typeof shared.sheets]),
  scale: values.scales[scale as keyof typeof values.scales] as Scale,
  assessment: "H446/03",
  centre: "64235",
  series: "2027-06",
});

/** A line as the shared table writes it. */
function written(line: Line): unknown {
  if (line.kind === "stopped") return { stopped: line.why };
  if (line.kind !== "matched") return line.kind;
  const { candidate, written: mark, parsed, differs, absent } = line;
  return {
    candidate,
    mark,
    ...("fault" in parsed ? { fault: parsed.fault } : {}),
    ...(differs ? { differs } : {}),
    ...(absent ? { absent } : {}),
  };
}

describe("tables that page and service share", () => {
  it.each(shared.cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const target = targetOf(one);
    const table = one.table.map((row) => row.split("\t"));
    const { heading, roles } = guess(table, target.people, target.scale);

    expect(roles).toEqual(one.roles);
    expect(heading ?? null).toBe(one.heading);
    expect(askedOf(roles).toSorted()).toEqual((one.asked ?? []).toSorted());
    if (!one.rows) return;
    expect(match(table, { heading, roles }, target).map(written)).toEqual(one.rows);
  });
});
