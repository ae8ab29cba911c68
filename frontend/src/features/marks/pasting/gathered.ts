import { type Criterion, textOf } from "../../../sheet/criteria";
import type { Scale } from "../../../sheet/parse";
import { meaningOf, normal, withoutMaximum } from "./headings";
import type { People } from "./people";
import { type CriterionRole, type Reading, type Role, guess } from "./roles";

/** How many rows may stand above the headings. */
const WITHIN = 30;

export const criterionRole = (place: number): CriterionRole => `criterion ${place}`;

/** Guess the roles of a table's columns; where every criterion has a heading, its column is that criterion's, and the mark beside them is the total. */
export function guessWithCriteria(table: readonly string[][], people: People, scale: Scale): Reading {
  const { criteria = [] } = scale;
  const at = criteria.length === 0 ? -1 : table.slice(0, WITHIN).findIndex((row) => criteria.every((one) => placeOf(row, one) >= 0));
  const head = table[at];
  if (!head) return guess(table, people, scale);
  const places = criteria.map((one) => placeOf(head, one));
  const totals = head.flatMap((heading, place) => (meaningOf(heading) === "mark" && !places.includes(place) ? [place] : []));
  const roles: Role[] = head.map((_, place) => (places.includes(place) ? criterionRole(places.indexOf(place)) : "ignored"));
  const [total] = totals.length === 1 ? totals : [];
  if (total !== undefined) roles[total] = "mark";
  const rest = gathered(table, { heading: at, roles }, scale);
  const guessed = guess(rest.table, people, scale);
  const free = (place: number) => (roles[place] ?? "ignored") === "ignored";
  return {
    heading: guessed.heading ?? at,
    roles: guessed.roles.map((role, place) => (free(place) ? (role === "mark" ? "ignored" : role) : (roles[place] ?? role))),
  };
}

/** A table with its columns of criteria, and the total beside them, as one column of marks; the same table where it has none. */
export function gathered(table: readonly string[][], { heading, roles }: Reading, { criteria = [] }: Scale): { table: readonly string[][]; reading: Reading } {
  const places = criteria.map((_, place) => roles.indexOf(criterionRole(place)));
  const first = places.find((place) => place >= 0);
  if (first === undefined) return { table, reading: { heading, roles } };
  const total = roles.indexOf("mark");
  const joined = new Set([...places, total]);
  const head = heading === undefined ? undefined : table[heading];
  const heads = (row: readonly string[]) => head !== undefined && places.every((place) => normal(row[place] ?? "") === normal(head[place] ?? ""));
  const markOf = (row: readonly string[]) => (heads(row) ? "Mark" : textOf({ parts: places.map((place) => row[place] ?? ""), total: row[total] ?? "" }));
  return {
    table: table.map((row) => {
      const mark = markOf(row);
      const cells = row.map((cell, place) => (joined.has(place) ? "" : cell));
      while (cells.length <= first) cells.push("");
      cells[first] = mark;
      return cells;
    }),
    reading: { heading, roles: roles.map((role, place) => (place === first ? "mark" : joined.has(place) ? "ignored" : role)) },
  };
}

/** The place of a criterion's column, headed by its code, its title or both; -1 where there is none. */
const placeOf = (row: readonly string[], { code, title }: Criterion): number => {
  const names = new Set([code, title, `${code} ${title}`].map(normal));
  return row.findIndex((heading) => names.has(normal(withoutMaximum(heading))));
};

/** A block of marks alone, a column for each criterion and perhaps one for the total, as one column. */
export function gatheredBlock(table: readonly string[][], count: number): string[] | undefined {
  const isBlock = table.every((row) => row.length >= count && row.length <= count + 1 && row.every((cell) => /^\d*$/.test(cell) || /^a/i.test(cell)));
  return isBlock ? table.map((row) => textOf({ parts: row.slice(0, count), total: row[count] ?? "" })) : undefined;
}
