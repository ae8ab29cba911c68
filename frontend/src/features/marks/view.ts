import type { Scale } from "../../sheet/parse";
import { type Row, isDirty } from "../../sheet/row";

/** Which candidates to show: all, those with something to do, or a teaching group. */
export type Filter = "all" | "empty" | "problems" | "not checked" | "flagged" | `group:${string}`;

const WANTED: Record<Exclude<Filter, `group:${string}`>, (row: Row, scale: Scale) => boolean> = {
  all: () => true,
  empty: (row, scale) => row.text.trim() === "" && !isDirty(row, scale),
  problems: (row) => row.problem !== undefined || row.theirs !== undefined,
  "not checked": (row) => !row.checked,
  flagged: (row) => row.flagged,
};

/** The filter in the address, or all where it has none that exists. */
export function filterIn(search: string, rows: Row[]): Filter {
  const asked = new URLSearchParams(search).get("show") ?? "all";
  const known = Object.hasOwn(WANTED, asked) || rows.some(({ group }) => asked === `group:${group}`);
  return known ? (asked as Filter) : "all";
}

/** The address with another filter, so that a reload shows the same. */
export function addressWith(filter: Filter, { search, hash }: Pick<Location, "search" | "hash">): string {
  const query = new URLSearchParams(search);
  query.delete("show");
  if (filter !== "all") query.set("show", filter);
  return `?${query}${hash}`;
}

/**
 * The candidates a filter finds now. They stay while it is chosen: typing never moves a row away from under someone.
 */
export function found(rows: Row[], filter: Filter, scale: Scale): string[] {
  const wanted = filter.startsWith("group:")
    ? (row: Row) => row.group === filter.slice("group:".length)
    : (row: Row) => WANTED[filter as keyof typeof WANTED](row, scale);
  return rows.filter(wanted).map(({ candidate }) => candidate);
}
