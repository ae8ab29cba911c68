import type { Row } from "./row";
import { memoWords } from "./row-words";
import { sheetWords } from "./words";

/** The note to the checker, below the name; it is for colleagues and not printed. */
export function CheckerNote({ row }: { row: Row }) {
  const { memo } = row;
  if (!memo) return null;
  const by = memoWords(row);
  return (
    <span class="cm-second cm-not-printed">
      <strong class="govuk-tag govuk-tag--blue">{sheetWords.value.memo.title}</strong>{" "}
      <span class="cm-hint cm-break">
        {memo}
        {by && ` (${by})`}
      </span>
    </span>
  );
}
