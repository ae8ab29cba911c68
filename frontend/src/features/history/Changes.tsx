import { t, wordFor } from "../../i18n/words";
import { NoteLines } from "../../sheet/NoteLines";
import { type Names, called } from "./EntryNews";
import type { Step } from "./story";
import { historyWords } from "./words";

/** A table with more lines than this opens on demand. */
const SHOWN = 10;

/** How each candidate's mark changed; `folded` where a sentence has said it already. */
export function Changes({ steps, names, folded = false }: { steps: readonly Step[]; names: Names; folded?: boolean }) {
  if (steps.length <= SHOWN && !folded) return <Table steps={steps} names={names} />;
  return (
    <details>
      <summary>{historyWords.value.changes.title(new Set(steps.map(({ candidate }) => candidate)).size)}</summary>
      <Table steps={steps} names={names} />
    </details>
  );
}

function Table({ steps, names }: { steps: readonly Step[]; names: Names }) {
  const words = historyWords.value.changes;
  return (
    <table class="govuk-table cm-table cm-list cm-changes">
      <caption class="govuk-visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.candidate}</th>
          <th scope="col">{words.mark}</th>
          <th scope="col">{words.checked}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a candidate may have several like lines
          <tr key={`${step.candidate} ${place}`}>
            <th scope="row">{called(step.candidate, names)}</th>
            <td data-label={words.mark}>
              <Path step={step} />
              <Beside step={step} />
            </td>
            <td data-label={words.checked}>
              {tickWords(step)}
              {step.flag && <span class="cm-hint">{words.flag[step.flag]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The mark, or each mark it had in turn; the last one stands out where it is another. */
function Path({ step: { path } }: { step: Step }) {
  const { nothing, arrow } = historyWords.value.changes;
  const said = path.map((outcome) => (outcome === null ? nothing : wordFor(t.value.outcomes.named, outcome)));
  if (said.length === 1) return <>{said[0]}</>;
  return (
    <>
      {said.slice(0, -1).map((mark, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a mark may come again
        <span key={place}>
          {mark} <span class="govuk-visually-hidden">{arrow}</span>
          <span aria-hidden="true">→</span>{" "}
        </span>
      ))}
      <strong>{said.at(-1)}</strong>
    </>
  );
}

/** What changed beside the mark: criteria, the note to the checker, the reason for a 0, where the mark comes from. */
function Beside({ step: { criteria, memo, last } }: { step: Step }) {
  const words = historyWords.value;
  const { circumstance, carried_from, zero_reason } = last;
  return (
    <>
      {criteria.length > 0 && (
        <span class="cm-hint">{criteria.map(({ code, before, after }) => `${code}: ${before ?? "–"} → ${after ?? "–"}`).join(", ")}</span>
      )}
      {memo !== null && <span class="cm-hint cm-break">{memo ? words.changes.memo(memo) : words.changes.resolved}</span>}
      {zero_reason && <span class="cm-hint">{words.zero[zero_reason]}</span>}
      <NoteLines note={{ former: null, moved_from: null, circumstance, carried_from }} />
    </>
  );
}

function tickWords({ wasChecked, checked }: Step): string {
  const words = historyWords.value.changes;
  if (checked) return wasChecked ? words.yes : words.ticked;
  return wasChecked ? words.unticked : words.no;
}
