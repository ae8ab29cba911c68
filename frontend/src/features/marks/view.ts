import type { Scale } from "../../sheet/parse";
import { type Row, isDirty } from "../../sheet/row";

/** Which candidates to show: all, those with something to do, or a teaching group. */
export type Filter = "all" | "empty" | "problems" | "not checked" | "flagged" | `group:${string}`;

const WANTED: Record<Exclude<Filter, `group:${string}`>, (row: Row, scale: Scale) => boolean> = {
  all: () => true,
  empty: (row, scale) => "outcome" in row.parsed && row.parsed.outcome === null && !isDirty(row, scale),
  problems: (row) => row.problem !== undefined || row.theirs !== undefined,
  "not checked": (row) => !row.checked,
  flagged: (row) => row.flagged,
};

/** By candidate number, as the service gives the rows, or by name. */
export type Order = "number" | "name";

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
export function found(rows: Row[], filter: Filter, scale: Scale, order: Order = "number"): string[] {
  const wanted = filter.startsWith("group:")
    ? (row: Row) => row.group === filter.slice("group:".length)
    : (row: Row) => WANTED[filter as keyof typeof WANTED](row, scale);
  return ordered(rows.filter(wanted), order).map(({ candidate }) => candidate);
}

const BY_NAME = new Intl.Collator("en-GB");

export const ordered = (rows: Row[], order: Order): Row[] => (order === "name" ? rows.toSorted((a, b) => BY_NAME.compare(a.name, b.name)) : rows);

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The rows whose number and name have each word that was typed, however it is accented; those with that number or name first. */
export function matching(rows: Row[], typed: string): Row[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = rows.filter(({ candidate, name }) => words.every((word) => plain(`${candidate} ${name}`).includes(word)));
  const starts = ({ candidate, name }: Row) => [candidate, plain(name)].some((text) => text.startsWith(words[0] ?? ""));
  return [...hits.filter(starts), ...hits.filter((row) => !starts(row))];
}
