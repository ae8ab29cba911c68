import type { Head } from "../../../sheet/open-sheet";
import { type Parsed, type Scale, parse } from "../../../sheet/parse";
import { firstOf, isTotal, normal } from "./headings";
import { type Name, nameIn, nameOf } from "./names";
import { People, type Person, isUci, numberIn, uciIn } from "./people";
import { type Reading, type Role, areAlike, isHeading } from "./roles";

/** Why a row with a mark is not matched with a candidate. */
export type Stop =
  | "nobody"
  | "not a number"
  | "not on the sheet"
  | "part of a name"
  | "several have the name"
  | "two people"
  | "twice"
  | "another sheet"
  | "other headings"
  | "longer than its headings"
  | "mark and absent"
  | "absent unclear";

/** The result for a row of a table. */
export type Line =
  | { kind: "title" | "heading" | "total" | "empty" | "blank" }
  | { kind: "matched"; candidate: string; written: string; parsed: Parsed; absent: boolean; name: string; differs: boolean; revision?: number }
  | { kind: "stopped"; why: Stop; said: string; written: string };

/** The sheet that a table is compared with. */
export interface Target {
  people: People;
  scale: Scale;
  assessment: string;
  centre: string;
  series: string;
}

/** A mark sheet as a target, with its candidates. */
export const targetOf = ({ assessment, centre, series }: Pick<Head, "assessment" | "centre" | "series">, people: readonly Person[]): Target => ({
  people: new People(people),
  scale: assessment.scale,
  assessment: assessment.code,
  centre: centre.number,
  series: series.id,
});

const YES = new Set(["a", "abs", "absent", "absennol", "y", "yes", "x", "1", "true"]);
/** Words for absent that cannot also be a class, a tier or a grade. */
const ABSENCES = new Set(["abs", "absent", "absennol"]);
const NO = new Set(["", "n", "no", "0", "false", "p", "present", "-"]);

/**
 * Compare every row of a table with the sheet: it is matched, has no mark, or is refused with the reason. The roles
 * apply below one row of headings: a candidate's row above it, or below other headings, is not read with them.
 */
export function match(table: readonly string[][], { heading, roles }: Reading, target: Target): Line[] {
  const places = Object.fromEntries([...new Set(roles)].map((role) => [role, roles.indexOf(role)])) as Partial<Record<Role, number>>;
  const headings = heading === undefined ? [] : (table[heading] ?? []);
  const head = headings.map(normal).join("\n");
  let apart = heading !== undefined;
  const lines = table.map((row, number): Line => {
    if (row.every((cell) => cell === "")) return { kind: "empty" };
    const cell = (role: Role): string => row[places[role] ?? -1] ?? "";
    const whose = personOf(cell, target.people);
    const heads = number === heading || (heading !== undefined && row.map(normal).join("\n") === head);
    if (heads || ("why" in whose && isHeading(row, roles))) {
      apart = !heads && !areAlike(row, headings, roles);
      return { kind: "heading" };
    }
    if ("why" in whose && heading !== undefined && number < heading && !mayBeOne(whose.why, cell)) return { kind: "title" };
    if ("why" in whose && isTotal(firstOf(row))) return { kind: "total" };
    const beyond = heading !== undefined && row.slice(headings.length).some((one) => one !== "");
    const absence = sayAbsent(row, roles) && cell("mark") !== "" && !isAbsent(cell("mark"), target.scale);
    return lineOf(cell, whose, target, apart ? "other headings" : beyond ? "longer than its headings" : absence ? "mark and absent" : undefined);
  });
  return withoutRepeated(lines);
}

type Cell = (role: Role) => string;

/** Whether a row above the headings may be a candidate's, though of nobody on the sheet. */
const mayBeOne = (why: Stop, cell: Cell): boolean =>
  why === "two people" || why === "several have the name" || (numberIn(cell("candidate")) !== undefined && cell("mark") !== "");

type Whose = { person: Person; differs: boolean } | { why: Stop };

/** The result for a row that is read, or refused because it cannot be: `unread` says why. */
function lineOf(cell: Cell, whose: Whose, target: Target, unread: Stop | undefined): Line {
  const mark = cell("mark");
  const absent = cell("absent").toLowerCase();
  if (mark === "" && NO.has(absent) && (!unread || "why" in whose)) return { kind: "blank" };
  const written = mark === "" ? cell("absent") : mark;
  const said = [cell("candidate"), cell("uci"), nameSaid(cell)].filter((one) => one !== "").join(" ");
  const stop = (why: Stop): Line => ({ kind: "stopped", why, said, written });
  if (unread) return stop(unread);
  if (isOther(cell, target)) return stop("another sheet");
  if ("why" in whose) return stop(whose.why);
  if (!YES.has(absent) && !NO.has(absent)) return stop("absent unclear");
  const parsed = YES.has(absent) ? ({ outcome: { kind: "absent" } } as const) : parse(mark, target.scale);
  if (YES.has(absent) && mark !== "" && !isAbsent(mark, target.scale)) return stop("mark and absent");
  return {
    kind: "matched",
    candidate: whose.person.candidate,
    written,
    parsed,
    absent: YES.has(absent),
    name: nameSaid(cell),
    differs: whose.differs,
    ...revisionOf(cell),
  };
}

/** Whether an ignored column says absent, as a Status may. */
const sayAbsent = (row: readonly string[], roles: readonly Role[]): boolean =>
  row.some((cell, place) => (roles[place] ?? "ignored") === "ignored" && ABSENCES.has(cell.toLowerCase()));

/** The version that the candidate's row had when the table was made, if it is our own table. */
const revisionOf = (cell: Cell): { revision?: number } => (/^\d{1,9}$/.test(cell("revision")) ? { revision: Number(cell("revision")) } : {});

function isAbsent(mark: string, scale: Scale): boolean {
  const parsed = parse(mark, scale);
  return "outcome" in parsed && parsed.outcome?.kind === "absent";
}

const nameSaid = (cell: Cell): string => [cell("name"), cell("surname"), cell("forename")].filter((one) => one !== "").join(" ");

const CODE = /^([A-Z0-9]+)[/-]([A-Z0-9]+)$/;
const SERIES = /^\d{4}-\d{2}$/;

/** Whether a row names another assessment, centre or series; other words for them are not compared. */
function isOther(cell: Cell, { assessment, centre, series }: Target): boolean {
  const [, unit, part] = CODE.exec(cell("assessment").toUpperCase()) ?? [];
  return (
    (unit !== undefined && `${unit}/${part}` !== assessment) ||
    (/^\d{1,5}$/.test(cell("centre")) && cell("centre").padStart(5, "0") !== centre) ||
    (SERIES.test(cell("series")) && cell("series") !== series)
  );
}

/** The one candidate that everything in a row names; a number or a UCI in the same cell as the name is compared too. */
function personOf(cell: Cell, people: People): Whose {
  const whose = identified(cell, people);
  if ("why" in whose) return whose;
  const { candidate, uci } = whose.person;
  const beside = writtenName(cell).words.filter((word) => /^(?!0000)\d{4}$/.test(word) || isUci(word));
  return beside.every((word) => word === candidate || uciIn(word) === uciIn(uci)) ? whose : { why: "two people" };
}

function identified(cell: Cell, people: People): Whose {
  const number = cell("candidate");
  const uci = cell("uci");
  const name = writtenName(cell);
  const numbered = people.numbered(numberIn(number) ?? "");
  const withUci = people.withUci(uci);
  if (number !== "" && numberIn(number) === undefined) return { why: "not a number" };
  if (number !== "" && !numbered) return { why: "not on the sheet" };
  const one = numbered ?? withUci;
  if (!one && uci !== "") return { why: "not on the sheet" };
  if (!one) return calledOnly(name, people);
  if (uci !== "" && one.uci !== "" && withUci !== one) return { why: "two people" };
  const how = name.words.length === 0 ? "same" : people.agrees(name, one);
  return how === "somebody else" ? { why: "two people" } : { person: one, differs: how === "another form" };
}

function writtenName(cell: Cell): Name {
  const apart = nameIn(cell("surname"), cell("forename"));
  return cell("name") === "" ? apart : nameOf(cell("name"));
}

function calledOnly(name: Name, people: People): Whose {
  if (name.words.length === 0) return { why: "nobody" };
  const [person, ...more] = people.called(name);
  if (person) return more.length > 0 ? { why: "several have the name" } : { person, differs: false };
  return { why: people.isPart(name) ? "part of a name" : "not on the sheet" };
}

/** A candidate who has a mark in two rows gets neither. */
function withoutRepeated(lines: readonly Line[]): Line[] {
  const times = new Map<string, number>();
  for (const line of lines) if (line.kind === "matched") times.set(line.candidate, (times.get(line.candidate) ?? 0) + 1);
  return lines.map((line) =>
    line.kind === "matched" && (times.get(line.candidate) ?? 0) > 1
      ? { kind: "stopped", why: "twice", said: [line.candidate, line.name].filter((one) => one !== "").join(" "), written: line.written }
      : line,
  );
}
