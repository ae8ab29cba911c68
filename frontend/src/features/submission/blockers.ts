import type { Schemas } from "../../api/client";
import { notAgreed } from "../../sheet/Declaration";
import type { Trouble } from "../../ui/ErrorSummary";
import { submitWords } from "./words";

/** What prevents submitting. */
export function blockersOf(review: Schemas["ReviewOut"], agreed: ReadonlySet<string>): Trouble[] {
  const blockers: Trouble[] = [];
  const missing = review.missing.length;
  if (missing > 0) blockers.push({ say: () => submitWords.value.notSubmitted.incomplete(missing), at: "incomplete" });
  return [...blockers, ...notAgreed(review.declaration, agreed)];
}
