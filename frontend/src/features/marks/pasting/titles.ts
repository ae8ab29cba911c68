import type { Line } from "./match";

/** The form of assessment codes in a title; 2026/27 has it too. The service reads titles by the same form. */
const CODE = /(?<![A-Z0-9/-])([A-Z0-9]{3,6}) ?[/-] ?([A-Z0-9]{1,4})(?![A-Z0-9/-])/g;

/** Possible codes of other assessments than the sheet's, in rows of a table that are no candidate's. */
export function othersNamed(table: readonly string[][], lines: readonly Line[], own: string): string[] {
  const titles = table.filter((_, number) => isTitle(lines[number]));
  const codes = titles.flatMap((row) => [...row.join(" ").toUpperCase().matchAll(CODE)].map(([, unit, part]) => `${unit}/${part}`));
  return [...new Set(codes)].filter((code) => code !== own);
}

const isTitle = (line: Line | undefined): boolean =>
  line?.kind === "title" || line?.kind === "total" || (line?.kind === "stopped" && line.why !== "another sheet");
