import { type Row, isDirty } from "./sheet-store";

type Draft = Record<string, { text: string; checked: boolean; revision: number }>;

const place = (person: string, sheet: string) => `centremark.draft.${person}.${sheet}`;

/** Keep what is not saved in this tab while it is away to sign in: candidate numbers and values, no names. */
export function keepDraft(person: string, sheet: string, rows: Row[]): void {
  const draft: Draft = {};
  for (const row of rows) {
    if (isDirty(row)) draft[row.candidate] = { text: row.text, checked: row.checked, revision: row.revision };
  }
  if (Object.keys(draft).length > 0) sessionStorage.setItem(place(person, sheet), JSON.stringify(draft));
  else sessionStorage.removeItem(place(person, sheet));
}

/** Put back what was kept for this person; another person's is never read. */
export function takeDraft(person: string, sheet: string): Draft {
  const kept = sessionStorage.getItem(place(person, sheet));
  sessionStorage.removeItem(place(person, sheet));
  return kept ? (JSON.parse(kept) as Draft) : {};
}
