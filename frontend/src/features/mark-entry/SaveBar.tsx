import { useComputed } from "@preact/signals";
import { clock } from "../../lib/dates";
import { barWords, isSpoken } from "./bar-words";
import { type OpenPage, tally } from "./use-sheet";

/** Always true: what is saved, what is not, and why. Only the outcome of a save is spoken, never each key. */
export function SaveBar({ page, locked }: { page: OpenPage; locked: boolean }) {
  const seen = useComputed(() => ({
    ...tally(page.rows.map((row) => row.value)),
    queue: page.queue.value,
    savedAt: page.savedAt.value && clock(page.savedAt.value),
    refusal: page.refusal.value,
  }));
  const spoken = useComputed(() => isSpoken(seen.value));
  const sheet = page.sheet.value;
  return (
    <div class="cm-bar">
      <div>
        {!locked && (
          <p class="govuk-body cm-bar__words" role="status" aria-live={spoken.value ? "polite" : "off"}>
            {barWords(seen.value)}
          </p>
        )}
        <p class="cm-hint cm-bar__words">
          {sheet.entered} of {sheet.candidates} entered, {sheet.checked} of {sheet.candidates} checked
        </p>
      </div>
      {!locked && (
        <div class="cm-bar__buttons">
          {seen.value.problems > 0 && (
            <button type="button" class="cm-link-button" onClick={goToProblem}>
              Go to the first
            </button>
          )}
          <button type="button" class="govuk-button" onClick={() => void page.flush()}>
            Save
          </button>
        </div>
      )}
    </div>
  );
}

function goToProblem(): void {
  document.querySelector<HTMLElement>(".cm-row--problem [data-column], .cm-row--changed-elsewhere [data-column]")?.focus();
}
