import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { historyWords } from "./words";

/** More candidates than this are only counted. */
const NAMED = 10;
const numbers = (some: string[]): string => (some.length > NAMED ? t.value.outcomes.candidates(some.length) : some.join(", "));

/** What became of entries: whose, and why, or where to and where from they moved. */
export function EntryNews({ entry }: { entry: Schemas["HistoryEntry"] }) {
  const words = historyWords.value.entries;
  const { entered, corrected, withdrawn, reason, other_centre: other } = entry;
  const moved = other && (withdrawn.length > 0 ? words.movedTo(other) : words.movedFrom(other));
  const said = [
    entered.length > 0 ? words.entered(numbers(entered)) : "",
    corrected.length > 0 ? words.corrected(numbers(corrected)) : "",
    withdrawn.length > 0 ? words.withdrawn(numbers(withdrawn)) : "",
    moved || (reason && words.reason(reason)),
  ];
  return said.filter(Boolean).map((sentence) => (
    <span key={sentence} class="cm-hint">
      {sentence}
    </span>
  ));
}
