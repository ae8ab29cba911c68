import type { Schemas } from "../../api/client";

/** One thing in the way of submitting, in words, and the id of where on the page it is put right. */
export interface Blocker {
  words: string;
  at?: string;
}

/** What stands in the way of submitting. */
export function blockersOf(review: Schemas["ReviewOut"], agreed: ReadonlySet<string>): Blocker[] {
  const blockers: Blocker[] = [];
  const missing = review.missing.length;
  if (missing > 0) {
    blockers.push({ words: `${missing === 1 ? "1 candidate is" : `${missing} candidates are`} still to complete`, at: "incomplete" });
  }
  const statement = review.declaration.statements.find(({ key }) => !agreed.has(key));
  if (statement) blockers.push({ words: "Agree to every statement of the declaration", at: `agree-${statement.key}` });
  return blockers;
}
