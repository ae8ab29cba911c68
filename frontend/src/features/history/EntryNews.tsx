import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { historyWords } from "./words";

/** More candidates than this are only counted. */
const NAMED = 10;

/** Names by candidate number, as the list of candidates has them now. */
export type Names = Readonly<Record<string, string>>;

/** A candidate by number and, where the list has it, name. */
export const called = (candidate: string, names: Names): string => [candidate, names[candidate]].filter(Boolean).join(" ");

/** What changed about entries: whose, what was corrected, where they moved from or to, and why. */
export function EntryNews({ entry, names }: { entry: Schemas["HistoryEntry"]; names: Names }) {
  const words = historyWords.value.entries;
  const { entered, corrected, corrections, withdrawn, reason, other_centre: other } = entry;
  const numbers = (some: string[], say: (candidate: string) => string = (candidate) => called(candidate, names)) =>
    some.length > NAMED ? t.value.outcomes.candidates(some.length) : some.map(say).join(", ");
  const parts = (candidate: string) => corrections[candidate]?.map((part) => words.parts[part]).join(", ") ?? words.somePart;
  const said = [
    entered.length > 0 ? words.entered(numbers(entered)) : "",
    corrected.length > 0 ? words.corrected(numbers(corrected, (candidate) => `${called(candidate, names)} (${parts(candidate)})`)) : "",
    withdrawn.length > 0 ? words.withdrawn(numbers(withdrawn)) : "",
    other ? (withdrawn.length > 0 ? words.movedTo(other) : words.movedFrom(other)) : "",
    reason && words.reason(reason),
  ];
  return said.filter(Boolean).map((sentence) => (
    <span key={sentence} class="cm-hint">
      {sentence}
    </span>
  ));
}
