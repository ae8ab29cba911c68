import type { Schemas } from "../../api/client";
import { agreeId } from "../../sheet/Declaration";
import { sheetWords } from "../../sheet/words";
import type { Trouble } from "../../ui/ErrorSummary";
import { submitWords } from "./words";

/** What prevents submitting. */
export function blockersOf(review: Schemas["ReviewOut"], agreed: ReadonlySet<string>): Trouble[] {
  const blockers: Trouble[] = [];
  const missing = review.missing.length;
  if (missing > 0) blockers.push({ say: () => submitWords.value.notSubmitted.incomplete(missing), at: "incomplete" });
  const statement = review.declaration.statements.find(({ key }) => !agreed.has(key));
  if (statement) blockers.push({ say: () => sheetWords.value.declaration.declare, at: agreeId(statement.key) });
  return blockers;
}
