import { useComputed } from "@preact/signals";
import { clock } from "../../lib/dates";
import { barWords, spokenWords } from "./bar-words";
import { type OpenPage, tally } from "./use-sheet";

/** Always true: what is saved, what is not, and why. Only the outcome of a save is spoken, never each key. */
export function SaveBar({ page, locked }: { page: OpenPage; locked: boolean }) {
  const seen = useComputed(() => ({
    ...tally(page.rows.map((row) => row.value)),
    queue: page.queue.value,
    savedAt: page.savedAt.value && clock(page.savedAt.value),
    refusal: page.refusal.value,
  }));
  const spoken = useComputed(() => spokenWords(seen.value));
  const sheet = page.sheet.value;
  return (
    <div class="cm-bar">
      <div>
        {!locked && <p class="govuk-body cm-bar__words">{barWords(seen.value)}</p>}
        <p class="cm-hint cm-bar__words">
          {sheet.entered} of {sheet.candidates} entered, {sheet.checked} of {sheet.candidates} checked
        </p>
        <p class="govuk-visually-hidden" role="status">
          {spoken.value}
        </p>
      </div>
      {!locked && (
        <button type="button" class="govuk-button" onClick={() => void page.flush()}>
          Save
        </button>
      )}
    </div>
  );
}
