import vocabulary from "../../../../../functions/core/centremark/adapters/files/headings.json";

/** What a heading may mean; the service reads files with the same words. */
export type Meaning = keyof typeof vocabulary.headings;

/** A maximum at the end of a heading: (70), [max 70], /70, out of 70. It is removed before the words are looked up. */
const TAIL =
  /\s*(?:[([]\s*(?:max(?:imum)?\.?|out of|allan o|\/|uchafswm)?\s*\d+\s*(?:marks?|marc|marciau)?\s*[)\]]|\/\s*\d+|(?:out of|allan o|max(?:imum)?\.?)\s*\d+)\s*$/i;

/** Words without case, accents, spaces and punctuation. */
export const normal = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const MEANT_BY = new Map<string, Meaning>(
  (Object.keys(vocabulary.headings) as Meaning[]).flatMap((meaning) => vocabulary.headings[meaning].map((word) => [normal(word), meaning] as const)),
);
const TOTALS = new Set(vocabulary.totals.map(normal));

const PLAIN = { mark: new Set(vocabulary.plain.mark.map(normal)), grade: new Set(vocabulary.plain.grade.map(normal)) };

/** Whether a heading says just mark, or grade, with nothing that could make it another one. */
export const isPlainly = (kind: keyof typeof PLAIN, heading: string): boolean => PLAIN[kind].has(normal(heading.replace(TAIL, "")));

/** A heading without the maximum at its end. */
export const withoutMaximum = (heading: string): string => heading.replace(TAIL, "");

/** The maximum at the end of a heading: 70 of Mark (max 70). */
export const maximumIn = (heading: string): number | undefined => {
  const digits = TAIL.exec(heading)?.[0].replaceAll(/\D/g, "");
  return digits ? Number(digits) : undefined;
};

/** The meaning of a heading, or undefined where it is not known; a percentage is never the mark. */
export function meaningOf(heading: string): Meaning | undefined {
  if (heading.includes("%")) return "other";
  return MEANT_BY.get(normal(heading)) ?? MEANT_BY.get(normal(heading.replace(TAIL, "")));
}

/** Whether a heading is a maximum and nothing else. */
export const isMaximum = (heading: string): boolean => heading !== "" && normal(heading.replace(TAIL, "")) === "";

/** The first filled cell of a row. */
export const firstOf = (row: readonly string[]): string => row.find((cell) => cell !== "") ?? "";

/** Whether a row that begins with this cell is a total, a mean or similar. */
export const isTotal = (cell: string): boolean => TOTALS.has(normal(cell.replace(/[:=].*$/s, "").replace(TAIL, "")));
