import { useComputed } from "@preact/signals";
import { clock } from "../../lib/dates";
import { type OpenPage, tally } from "./use-sheet";

/** Always true: what is saved, what is not, and why. */
export function SaveBar({ page, locked }: { page: OpenPage; locked: boolean }) {
  const words = useComputed(() => {
    const { unsaved, problems } = tally(page.rows.map((row) => row.value));
    const waiting = unsaved === 1 ? "1 row not saved" : `${unsaved} rows not saved`;
    const looks = problems === 0 ? "" : ` ${problems === 1 ? "1 row needs" : `${problems} rows need`} attention.`;
    switch (page.queue.value) {
      case "retrying":
        return `No answer from the service. ${waiting}; trying again.${looks}`;
      case "signed out":
        return `You are signed out. ${waiting}.${looks}`;
      case "refused":
        return `Not saved: ${page.refusal.value}${looks}`;
      case "saving":
        return `Saving…${looks}`;
      default:
        if (unsaved > 0) return `${waiting}.${looks}`;
        return `${page.savedAt.value ? `All saved ${clock(page.savedAt.value)}.` : "Nothing to save."}${looks}`;
    }
  });
  const sheet = page.sheet.value;
  return (
    <div class="cm-bar">
      <p class="govuk-body cm-bar__words">
        <span role="status">{words}</span>{" "}
        <span class="cm-hint-inline">
          {sheet.entered} of {sheet.candidates} entered, {sheet.checked} checked
        </span>
      </p>
      {!locked && (
        <button type="button" class="govuk-button" onClick={() => void page.flush()}>
          Save
        </button>
      )}
    </div>
  );
}
