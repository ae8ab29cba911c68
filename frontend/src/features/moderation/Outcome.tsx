import type { Schemas } from "../../api/client";
import { day, hasPassed } from "../../lib/dates";
import { outcomeColumn, outcomeWords } from "../../sheet/outcome-words";
import type { Scale } from "../../sheet/parse";
import { moderationWords } from "./words";

/** What moderation found: the centre's marks, and the board's beside them. */
export function Outcome({ outcome, scale, of }: { outcome: Schemas["ModerationOutcomeOut"]; scale: Scale; of: "yours" | "theirs" }) {
  const words = moderationWords.value.outcome;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">
        {words[of][outcome.result]} {(hasPassed(outcome.release_at) ? words.released : words.awaited)(day(outcome.release_at))}
      </p>
      {outcome.note && <p class="govuk-inset-text">{outcome.note}</p>}
      {outcome.adjusted.length > 0 && (
        <div class="cm-scroll">
          <table class="govuk-table cm-table cm-list cm-changes">
            <caption class="govuk-visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{moderationWords.value.sample.candidate}</th>
                <th scope="col" class={outcomeColumn(scale)}>
                  {words.centre}
                </th>
                <th scope="col" class={outcomeColumn(scale)}>
                  {words.board}
                </th>
              </tr>
            </thead>
            <tbody>
              {outcome.adjusted.map(({ candidate, name, centre, adjusted }) => (
                <tr key={candidate}>
                  <th scope="row">
                    {candidate} {name}
                  </th>
                  <td class={outcomeColumn(scale)} data-label={words.centre}>
                    {outcomeWords(centre, scale)}
                  </td>
                  <td class={outcomeColumn(scale)} data-label={words.board}>
                    <strong>{outcomeWords(adjusted, scale)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
