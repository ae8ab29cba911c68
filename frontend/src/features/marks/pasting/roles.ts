import { type Scale, parse } from "../../../sheet/parse";
import { type Meaning, firstOf, isMaximum, isPlainly, isTotal, maximumIn, meaningOf, normal } from "./headings";
import { nameOf } from "./names";
import { type People, isUci, numberIn } from "./people";

export const ROLES = ["candidate", "uci", "surname", "forename", "name", "mark", "absent", "assessment", "centre", "series", "revision", "ignored"] as const;

/** The role of a column with the marks for one of the assessment's criteria, by its place. */
export type CriterionRole = `criterion ${number}`;
/** The role of a whole column. Only `ignored` can be given to more than one. */
export type Role = (typeof ROLES)[number] | CriterionRole;

/** How a table is read: the row of headings, from 0, and the role of each column. */
export interface Reading {
  heading: number | undefined;
  roles: Role[];
}

/** What is not guessed when it is in doubt: a person has to choose. */
export type Asked = "mark" | "person";

export const askedOf = (roles: readonly Role[]): Asked[] => [
  ...(roles.some((role) => role === "mark" || role === "absent" || role.startsWith("criterion")) ? [] : ["mark" as const]),
  ...(roles.some((role) => PERSON.has(role)) ? [] : ["person" as const]),
];

/** The reading with another role for one column; the column that had the role is then ignored. */
export const withRole = ({ heading, roles }: Reading, place: number, role: Role): Reading => ({
  heading,
  roles: roles.map((had, other) => (other === place ? role : had === role ? "ignored" : had)),
});

const PERSON: ReadonlySet<Role> = new Set(["candidate", "uci", "surname", "name"]);
/** How many rows may stand above the headings. */
const WITHIN = 30;
const WHOSE: ReadonlySet<Meaning | undefined> = new Set(["candidate", "person", "number", "uci", "surname", "forename", "name"]);
const RESULT: ReadonlySet<Meaning | undefined> = new Set(["mark", "grade", "outcome", "absent"]);
const BARE_NUMBER = /^\d+(?:[.,]\d+)?$/;
const LETTERS = /\p{L}.*\p{L}/u;

/** Guess the roles of a table's columns from headings and contents; what could be two things is left to a person. */
export function guess(table: readonly string[][], people: People, scale: Scale): Reading {
  const first = headingIn(table, people, scale);
  const heading = first !== undefined && goesOn(table[first + 1] ?? [], people) ? first + 1 : first;
  const said = heading === undefined ? [] : saidIn(table, heading, heading !== first);
  const width = Math.max(0, ...table.map((row) => row.length));
  const rest = table.slice(heading === undefined ? 0 : heading + 1);
  const others = rest.findIndex((row) => isHeading(row, []));
  const below = (others === -1 ? rest : rest.slice(0, others)).filter((row) => !isTotal(firstOf(row)));
  const columns = Array.from({ length: width }, (_, place) =>
    columnOf(
      said[place] ?? "",
      below.map((row) => row[place] ?? ""),
      people,
      scale,
    ),
  );
  const roles: Role[] = columns.map(() => "ignored");
  give(roles, columns, whoseOf(columns));
  give(
    roles,
    columns,
    new Map(
      [
        ...markOf(
          columns.filter((_, place) => roles[place] === "ignored"),
          scale,
        ),
      ].map((one) => [one, "mark"] as const),
    ),
  );
  const left = columns.filter((_, place) => roles[place] === "ignored");
  for (const role of ["absent", "assessment", "centre", "series", "revision"] as const)
    give(
      roles,
      columns,
      alone(left, (one) => one.meaning === role, role),
    );
  return { heading, roles };
}

/** The row of headings: the first that names whose a mark is and the mark, or else the first that names one of them. */
function headingIn(table: readonly string[][], people: People, scale: Scale): number | undefined {
  const rows = table.slice(0, WITHIN);
  const meant = rows.map((row) => (mayHead(row, people) ? row.map((cell) => meaningOf(cell)) : []));
  const below = (place: number, number: number) => table.slice(number + 1).flatMap((row) => row[place] || []);
  const both = meant.findIndex((row) => row.some((one) => WHOSE.has(one)) && row.some((one) => RESULT.has(one)));
  if (both >= 0) return both;
  const one = meant.findIndex((row, number) => row.some((cell, place) => WHOSE.has(cell) || (RESULT.has(cell) && !areUnlike(below(place, number), scale))));
  return one === -1 ? undefined : one;
}

/** Whether a row right below the headings belongs to them: it has headings or a maximum in every cell. */
function goesOn(row: readonly string[], people: People): boolean {
  const filled = row.filter((cell) => cell !== "");
  const heads = filled.length > 1 || filled.some(isMaximum);
  return heads && filled.every((cell) => meaningOf(cell) !== undefined || isMaximum(cell)) && mayHead(row, people);
}

/**
 * What the headings say about each column: of two rows both together where that is known, else the lower, else the
 * upper.
 */
function saidIn(table: readonly string[][], heading: number, two: boolean): string[] {
  const lower = table[heading] ?? [];
  const upper = two ? (table[heading - 1] ?? []) : [];
  return Array.from({ length: Math.max(lower.length, upper.length) }, (_, place) => {
    const [above = "", below = ""] = [upper[place], lower[place]];
    const both = `${above} ${below}`.trim();
    return [both, below, above].find((text) => text !== "" && meaningOf(text) !== undefined) ?? both;
  });
}

/** Headings that on their own say whose a mark is, whatever stands beside them. */
const NO_VALUE: Partial<Record<Role, ReadonlySet<Meaning | undefined>>> = {
  candidate: WHOSE,
  uci: new Set([...WHOSE].filter((one) => one !== "number")),
  name: new Set(["name"]),
  surname: new Set(["surname"]),
  forename: new Set(["forename"]),
};

/** Whether a row has headings of whose a mark is and of the mark; the caller makes sure that it is no candidate's. */
export function isHeading(row: readonly string[], roles: readonly Role[]): boolean {
  if (roles.some((role, place) => NO_VALUE[role]?.has(meaningOf(row[place] ?? "")))) return true;
  const meant = row.filter((cell) => cell !== "").map((cell) => meaningOf(cell));
  const known = meant.every((one) => one !== undefined);
  const named = meant.some((one) => WHOSE.has(one) && (known || one !== "number"));
  return named && meant.some((one) => one !== "absent" && RESULT.has(one)) && !row.some((cell) => BARE_NUMBER.test(cell));
}

const LIKE: Partial<Record<Meaning, Meaning>> = { candidate: "number", person: "number", outcome: "mark" };

/** Whether two rows of headings agree in the columns that are used, and wherever a mark or a candidate is. */
export function areAlike(one: readonly string[], other: readonly string[], roles: readonly Role[]): boolean {
  const says = (cell: string, role: Role): string => {
    const meaning = meaningOf(cell);
    if (meaning && (WHOSE.has(meaning) || RESULT.has(meaning))) return LIKE[meaning] ?? meaning;
    return role === "ignored" ? "" : normal(cell);
  };
  return roles.every((role, place) => says(one[place] ?? "", role) === says(other[place] ?? "", role));
}

/** A row of headings has no number in it, and is not a candidate called Mark. */
const mayHead = (row: readonly string[], people: People): boolean =>
  !row.some((cell) => BARE_NUMBER.test(cell) || isUci(cell)) && people.called(nameOf(row.join(" "))).length === 0;

/** What a column looks like by itself. */
interface Column {
  heading: string;
  meaning: Meaning | undefined;
  /** Whether most cells are numbers, numbers of candidates on the sheet, UCIs, names on the sheet or parts of them. */
  most: Record<"digits" | "candidates" | "ucis" | "letters" | "names" | "surnames" | "forenames", boolean>;
  /** Whether every number has four digits, as candidate numbers have. */
  full: boolean;
  /** Whether it counts the lines: 1, 2, 3. */
  counts: boolean;
  /** Whether it could be the mark without such a heading. */
  results: boolean;
  /**
   * Whether it may not be the mark despite its heading: grades on a mark scale, numbers on one of grades, marks out of
   * another maximum.
   */
  unlike: boolean;
  empty: boolean;
}

function columnOf(heading: string, below: readonly string[], people: People, scale: Scale): Column {
  const cells = below.filter((cell) => cell !== "");
  const most = (is: (cell: string) => boolean) => cells.length > 0 && cells.filter((cell) => is(cell)).length * 2 > cells.length;
  const numbers = cells.filter((cell) => numberIn(cell) !== undefined);
  return {
    heading,
    meaning: meaningOf(heading),
    most: {
      digits: most((cell) => numberIn(cell) !== undefined),
      candidates: most((cell) => people.numbered(numberIn(cell) ?? "") !== undefined),
      ucis: most(isUci),
      letters: most((cell) => LETTERS.test(cell) && !isUci(cell)),
      names: most((cell) => people.called(nameOf(cell)).length > 0),
      surnames: most((cell) => people.isFamily(nameOf(cell))),
      forenames: most((cell) => people.isForename(nameOf(cell))),
    },
    full: numbers.every((cell) => /^\d{4}/.test(cell)),
    counts: numbers.length > 2 && numbers.every((cell, place) => Number(cell) === Number(numbers[0]) + place) && Number(numbers[0]) < 2,
    results: areResults(cells, scale),
    unlike: areUnlike(cells, scale) || isOutOfAnother(heading, scale),
    empty: cells.length === 0,
  };
}

function areResults(cells: readonly string[], scale: Scale): boolean {
  const read = cells.map((cell) => parse(cell, scale));
  const some = read.some((one) => "outcome" in one && one.outcome);
  if (scale.kind === "grade") return some;
  return some && (read.some((one) => "outcome" in one && one.outcome?.kind === "mark") || read.every((one) => "outcome" in one));
}

function areUnlike(cells: readonly string[], scale: Scale): boolean {
  const outcomes = cells.filter((cell) => "outcome" in parse(cell, scale)).length;
  if (scale.kind === "grade") return cells.length > 0 && outcomes === 0 && cells.some((cell) => BARE_NUMBER.test(cell));
  return outcomes < cells.length && !cells.some((cell) => /\d/.test(cell));
}

const isOutOfAnother = (heading: string, scale: Scale): boolean => scale.kind === "mark" && (maximumIn(heading) ?? scale.maximum) !== scale.maximum;

type Guess = ReadonlyMap<Column, Role>;

function give(roles: Role[], columns: readonly Column[], guessed: Guess): void {
  for (const [column, role] of guessed) roles[columns.indexOf(column)] = role;
}

/** The one column that passes, with this role; undefined where two do. */
function alone(columns: readonly Column[], is: (column: Column) => boolean, role: Role): Guess {
  const found = columns.filter((column) => is(column));
  return new Map(found.length === 1 && found[0] ? [[found[0], role]] : []);
}

/** The columns that say whose a row is. */
function whoseOf(columns: readonly Column[]): Map<Column, Role> {
  const given = new Map<Column, Role>();
  const free = () => columns.filter((one) => !given.has(one));
  const add = (role: Role, ...is: ((column: Column) => boolean)[]) => {
    for (const test of is) {
      const found = free().filter((one) => test(one));
      if (found.length > 0) return void (found.length === 1 && found[0] && given.set(found[0], role));
    }
  };
  const headed = (column: Column, ...meanings: Meaning[]) => column.meaning !== undefined && meanings.includes(column.meaning);
  const unknown = ({ meaning }: Column) => meaning === undefined;
  const nameLike = ({ most }: Column) => !most.digits && !most.ucis;

  add(
    "uci",
    (one) => headed(one, "uci"),
    (one) => one.most.ucis && (unknown(one) || headed(one, "candidate", "person", "number")),
  );
  add(
    "name",
    (one) => headed(one, "name") && nameLike(one),
    (one) => headed(one, "candidate", "person") && one.most.letters,
  );
  add("surname", (one) => headed(one, "surname") && nameLike(one));
  add("forename", (one) => headed(one, "forename") && nameLike(one));
  add("name", ...(has(given, "name") ? [] : [(one: Column) => unknown(one) && one.most.names]));
  add("surname", ...(has(given, "surname") || has(given, "name") ? [] : [(one: Column) => unknown(one) && one.most.surnames]));
  add("forename", ...(has(given, "forename") || has(given, "name") ? [] : [(one: Column) => unknown(one) && one.most.forenames]));
  const named = given.size > 0;
  const numbered = (one: Column) => columns.some((other) => other !== one && other.most.candidates && other.full);
  const only = (one: Column) => named && free().every((other) => other === one || !other.results || !unknown(other));
  add(
    "candidate",
    (one) => headed(one, "candidate") && !one.most.letters,
    (one) => (headed(one, "person") && !one.most.letters) || (headed(one, "name") && one.most.candidates),
    (one) => headed(one, "number") && one.most.candidates && !(one.counts && (named || numbered(one))),
    (one) => unknown(one) && one.most.candidates && one.full,
    (one) => unknown(one) && one.most.candidates && !one.counts && !(one.heading === "" && only(one)),
    (one) => unknown(one) && one.most.candidates && !named,
    (one) => headed(one, "candidate"),
  );
  return given;
}

const has = (given: ReadonlyMap<Column, Role>, role: Role): boolean => [...given.values()].includes(role);

/**
 * The column that is the mark: the one with such a heading; without any heading, the only one that could be. Empty
 * columns are passed over beside one whose heading is just Mark, but beside no other: a Raw mark may mean something
 * else than the empty Mark beside it.
 */
function markOf(columns: readonly Column[], scale: Scale): Column[] {
  const words: readonly (Meaning | undefined)[] = scale.kind === "grade" ? ["mark", "grade", "outcome"] : ["mark", "outcome"];
  const headed = columns.filter(({ meaning, unlike }) => words.includes(meaning) && !unlike);
  const filled = headed.filter(({ empty }) => !empty);
  const plain = filled.length === 1 && filled.every(({ heading }) => isPlainly(scale.kind, heading));
  const found = headed.length > 0 ? (plain ? filled : headed) : columns.filter((one) => one.heading === "" && one.results);
  const others = found.filter(({ counts }) => !counts);
  if (headed.length === 0 && others.length > 0) return others.length === 1 ? others : [];
  return found.length === 1 ? found : [];
}
