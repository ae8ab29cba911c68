import { type Row, isDirty } from "./row";
import type { Scale } from "./parse";

export const PAGE_ROWS = 50;

/** Which candidates to show: all, those with something to do, or a teaching group. */
export type Filter = "all" | "empty" | "problems" | "not checked" | `group:${string}`;

const WANTED: Record<Exclude<Filter, `group:${string}`>, (row: Row, scale: Scale) => boolean> = {
  all: () => true,
  empty: (row, scale) => row.text.trim() === "" && !isDirty(row, scale),
  problems: (row) => row.problem !== undefined || row.theirs !== undefined,
  "not checked": (row) => !row.checked,
};

/** The candidates a filter finds now. They stay while it is chosen: typing never moves a row away from under someone. */
export function found(rows: Row[], filter: Filter, scale: Scale): string[] {
  const wanted = filter.startsWith("group:")
    ? (row: Row) => row.group === filter.slice("group:".length)
    : (row: Row) => WANTED[filter as keyof typeof WANTED](row, scale);
  return rows.filter(wanted).map(({ candidate }) => candidate);
}

/** Each teaching group once, in order. */
export const groupsOf = (rows: Row[]): string[] =>
  [...new Set(rows.map(({ group }) => group))].filter((group) => group !== "").toSorted((a, b) => a.localeCompare(b));

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE_ROWS));

/** One page of a list, from 1. */
export const pageOf = <T>(list: T[], page: number): T[] => list.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
