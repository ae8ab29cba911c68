import type { Schemas } from "../api/client";

export type Criterion = Schemas["CriterionOut"];

/**
 * The marks of criteria as one text: "8 + 12 + 30" adds up to the mark, "8 +  + " lacks two, and "8 +  +  = 50" has a
 * total that somebody gave before.
 */
export interface Parts {
  parts: readonly string[];
  total: string;
}

/** The marks of criteria in a text; a text without any is a total alone. */
export function partsOf(text: string, count: number): Parts {
  if (!text.includes("+")) return { parts: Array.from({ length: count }, () => ""), total: /^\s*\d/.test(text) ? text.trim() : "" };
  const [marks = "", total = ""] = text.split("=");
  const parts = marks.split("+").map((part) => part.trim());
  return { parts: Array.from({ length: Math.max(count, parts.length) }, (_, place) => parts[place] ?? ""), total: total.trim() };
}

export function textOf({ parts, total }: Parts): string {
  if (parts.every((part) => part === "")) return total;
  return `${parts.join(" + ")}${total === "" ? "" : ` = ${total}`}`;
}

/** What they add up to; undefined while one is missing. */
export function sumOf(marks: readonly (number | null)[]): number | undefined {
  return marks.length > 0 && marks.every((mark) => mark !== null) ? marks.reduce((sum, mark) => sum + mark, 0) : undefined;
}

/** A text after something was typed for one criterion; a sum goes with its parts, and a total that was given stays. */
export function withPart(text: string, count: number, place: number, typed: string): string {
  const { parts, total } = partsOf(text, count);
  const changed = parts.map((part, at) => (at === place ? typed.replaceAll(/[+=]/g, "") : part));
  return textOf({ parts: changed, total });
}

/** A total typed or pasted over the marks of criteria: the same changes nothing, another stands beside them. */
export function withTotal(text: string, typed: string): string {
  if (!/^\s*\d+\s*$/.test(typed) || !text.includes("+")) return typed;
  const { parts } = partsOf(text, 0);
  const sum = sumOf(parts.map((part) => (/^\d+$/.test(part) ? Number(part) : null)));
  return sum === undefined ? typed : sum === Number(typed) ? text : textOf({ parts, total: typed.trim() });
}
