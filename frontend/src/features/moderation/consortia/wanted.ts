import type { Consortia } from "./api";

/** What is wrong with a request, and the text it is about. */
export interface Wrong {
  why: "few" | "notNumber" | "twice" | "taken";
  text: string;
}

const NUMBER = /^\d{5}$/;
const SEVERAL = 2;

/** Centre numbers as typed or pasted: a line each, or with commas or spaces between them. */
export const numbersIn = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== "");

/** An assessment code as typed, as the board prints it: h446-03 is H446/03. */
export const codeIn = (text: string): string => text.trim().toUpperCase().replace("-", "/");

/** What is wrong with these centres for an assessment, as far as the page can tell; undefined for nothing. */
export function wrongWith(numbers: readonly string[], code: string, { consortia }: Consortia): Wrong | undefined {
  for (const [place, text] of numbers.entries()) {
    if (!NUMBER.test(text)) return { why: "notNumber", text };
    if (numbers.indexOf(text) < place) return { why: "twice", text };
  }
  if (numbers.length < SEVERAL) return { why: "few", text: "" };
  const others = consortia.filter(({ assessment }) => assessment === code).flatMap(({ centres }) => centres);
  const taken = numbers.find((number) => others.some(({ centre }) => centre.number === number));
  return taken === undefined ? undefined : { why: "taken", text: taken };
}
