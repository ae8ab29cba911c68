import { type Draft, EMPTY } from "./draft";

// Signing out deletes what is kept under the person's name: lib/local-copy.ts.
const keyOf = (person: string, sheet: string) => `${person}|${sheet}|amendment`;

/** What this person has written in this tab about amending this sheet, also before a reload. */
export function keptDraft(person: string, sheet: string): Draft {
  try {
    const { marks, ...texts } = JSON.parse(sessionStorage.getItem(keyOf(person, sheet)) ?? "");
    return { ...EMPTY, ...texts, marks: new Map(marks) };
  } catch {
    return EMPTY;
  }
}

/** Keep a draft in this tab; an empty one is deleted. */
export function keepDraft(person: string, sheet: string, draft: Draft): void {
  const { marks, ...texts } = draft;
  try {
    if (marks.size === 0 && Object.values(texts).every((text) => text === "")) sessionStorage.removeItem(keyOf(person, sheet));
    else sessionStorage.setItem(keyOf(person, sheet), JSON.stringify({ ...texts, marks: [...marks] }));
  } catch {
    // A browser that stores nothing: the draft lasts as long as the page.
  }
}
