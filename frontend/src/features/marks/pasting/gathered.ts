import { type Criterion, textOf } from "../../../sheet/criteria";
import type { Scale } from "../../../sheet/parse";
import { meaningOf, normal, withoutMaximum } from "./headings";

/** How many rows may stand above the headings. */
const WITHIN = 30;

/**
 * A table with its columns of criteria, and of the total beside them, as one column of marks; the same table where it
 * has no heading of each criterion.
 */
export function gathered(table: string[][], { criteria = [] }: Scale): string[][] {
  if (criteria.length === 0) return table;
  const at = table.slice(0, WITHIN).findIndex((row) => criteria.every((one) => placeOf(row, one) >= 0));
  const head = table[at];
  if (!head) return table;
  const places = criteria.map((one) => placeOf(head, one));
  const totals = head.flatMap((heading, place) => (meaningOf(heading) === "mark" && !places.includes(place) ? [place] : []));
  const [total] = totals.length === 1 ? totals : [];
  const left = new Set([...places, ...(total === undefined ? [] : [total])]);
  return table.map((row, number) => {
    if (number < at) return row;
    const parts = places.map((place) => row[place] ?? "");
    const mark = number === at ? "Mark" : textOf({ parts, total: total === undefined ? "" : (row[total] ?? "") });
    return [...row.filter((_, place) => !left.has(place)), mark];
  });
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
