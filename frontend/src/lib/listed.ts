import type { Schemas } from "../api/client";
import { language } from "../i18n/language";

/** How a word, or a number read out, begins that has *ac* before it in Welsh in place of *a*. */
const VOWEL = /^[aeiouwy18]/;
const bare = (word: string) => word.normalize("NFD").toLowerCase();

/** A list in words: A, B and C, in the current language. The *and* is our own: Chromium's Intl has no Welsh one. */
export function listed(names: string[]): string {
  const [last = "", ...before] = names.toReversed();
  if (before.length === 0) return last;
  const and = language.value === "en" ? "and" : VOWEL.test(bare(last)) ? "ac" : "a";
  return `${before.toReversed().join(", ")} ${and} ${last}`;
}

export const centreWords = ({ number, name }: Schemas["CentreOut"]): string => `${number} ${name}`.trim();
