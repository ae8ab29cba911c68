import { batch, signal } from "@preact/signals";
import { en } from "./en/index";
import { type Language, language } from "./language";

/** Words of the same shape, in another language. */
export type Alike<T> = T extends string ? string : T extends (...args: infer Args) => string ? (...args: Args) => string : { [Key in keyof T]: Alike<T[Key]> };

/** The words each language needs for a first visit: every word of the English ones. */
export type Words = Alike<typeof en>;

/** A text in the language of the moment it is called; whoever shows it calls it again when the language changes. */
export type Say = () => string;

/** The words of a first visit, in the current language. */
export const t = signal<Words>(en);

const KEPT = "centremark.language";

let asked: Language = "en";

/** Change the language, on this page and for the next visit. */
export async function speak(next: Language): Promise<void> {
  asked = next;
  const words = next === "cy" ? (await import("./cy/index")).cy : en;
  if (asked !== next) return;
  batch(() => {
    language.value = next;
    t.value = words;
  });
  document.documentElement.lang = next === "cy" ? "cy" : "en-GB";
  localStorage.setItem(KEPT, next);
}

/** The language chosen on the last visit, or else the browser's. */
export function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "cy") return kept;
  return navigator.language.startsWith("cy") ? "cy" : "en";
}

/** The word for a code of the API, or the code itself if it is unknown. */
export const wordFor = (words: Record<string, string>, code: string): string => words[code] ?? code;
