import vocabulary from "../../../../../functions/core/centremark/adapters/files/headings.json";

/** What a heading may mean; the service reads files by the same words. */
export type Meaning = keyof typeof vocabulary.headings;

/** A maximum at the end of a heading, which is no part of its word: (70), [max 70], /70, out of 70. */
const TAIL = /\s*(?:[([]\s*(?:max(?:imum)?\.?|out of|allan o|\/|uchafswm)?\s*\d+\s*(?:marks?|marc|marciau)?\s*[)\]]|\/\s*\d+|(?:out of|allan o|max(?:imum)?\.?)\s*\d+)\s*$/i;

/** Words without case, accents, spaces and punctuation. */
export const normal = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const MEANT_BY = new Map<string, Meaning>(
  (Object.keys(vocabulary.headings) as Meaning[]).flatMap((meaning) =>
    vocabulary.headings[meaning].map((word) => [normal(word), meaning] as const),
  ),
);
const TOTALS = new Set(vocabulary.totals.map(normal));

const PLAIN = { mark: new Set(vocabulary.plain.mark.map(normal)), grade: new Set(vocabulary.plain.grade.map(normal)) };

/** Whether a heading says mark, or grade, and nothing that could tell it from another. */
export const isPlainly = (kind: keyof typeof PLAIN, heading: string): boolean => PLAIN[kind].has(normal(heading.replace(TAIL, "")));

/** The maximum at the end of a heading: 70 of Mark (max 70). */
export const maximumIn = (heading: string): number | undefined => {
  const digits = TAIL.exec(heading)?.[0].replaceAll(/\D/g, "");
  return digits ? Number(digits) : undefined;
};

/** What a heading means, or nothing where it is not known; a percentage is never the mark. */
export function meaningOf(heading: string): Meaning | undefined {
  if (heading.includes("%")) return "other";
  return MEANT_BY.get(normal(heading)) ?? MEANT_BY.get(normal(heading.replace(TAIL, "")));
}

/** Whether a heading has a maximum and nothing else. */
export const isMaximum = (heading: string): boolean => heading !== "" && normal(heading.replace(TAIL, "")) === "";

/** What a row begins with. */
export const firstOf = (row: readonly string[]): string => row.find((cell) => cell !== "") ?? "";

/** Whether a row that begins with this cell is a total, a mean or the like. */
export const isTotal = (cell: string): boolean => TOTALS.has(normal(cell.replace(/[:=].*$/s, "").replace(TAIL, "")));
