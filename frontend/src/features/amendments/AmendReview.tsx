import type { Schemas } from "../../api/client";
import { useCentre } from "../../auth/centre";
import { wordFor } from "../../i18n/words";
import { outcomeColumn, outcomeWords } from "../../sheet/outcome-words";
import { Facts } from "../../ui/Facts";
import { type Draft, type Line, approvesOwn } from "./draft";
import { amendWords } from "./words";

interface Props {
  draft: Draft;
  lines: Line[];
  scale: Schemas["AssessmentOut"]["scale"];
  /** Whether the new marks replace the old ones straight away, or the board decides. */
  atOnce: boolean;
  busy: boolean;
  send: () => void;
  back: () => void;
}

/** The amendment as it will be sent: each mark before and after, why, who approved it and who requests it. */
export function AmendReview({ draft, lines, scale, atOnce, busy, send, back }: Props) {
  const { me } = useCentre();
  const words = amendWords.value.form;
  return (
    <>
      <table class="govuk-table cm-table cm-list cm-amend-review">
        <caption class="govuk-visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.candidate}</th>
            <th scope="col" class={outcomeColumn(scale)}>
              {words.columns.before}
            </th>
            <th scope="col" class={outcomeColumn(scale)}>
              {words.columns.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ candidate, name, before, after }) => (
            <tr key={candidate}>
              <th scope="row">
                {candidate} {name}
              </th>
              <td class={outcomeColumn(scale)} data-label={words.columns.before}>
                {outcomeWords(before, scale)}
              </td>
              <td class={outcomeColumn(scale)} data-label={words.columns.after}>
                <strong>{outcomeWords(after, scale)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Facts
        facts={[
          [words.reason, wordFor(amendWords.value.reasons, draft.reason)],
          [words.explanation, draft.explanation.trim()],
          [words.approvedBy, draft.approvedBy.trim()],
          [words.requestedBy, me.name],
        ]}
      />
      {approvesOwn(draft, me.name) && <p class="govuk-inset-text">{words.approvesOwn}</p>}
      <h3 class="govuk-heading-s">{words.after}</h3>
      <p class="govuk-inset-text">{atOnce ? words.atOnce : words.waits}</p>
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button" aria-disabled={busy} onClick={send}>
          {busy ? words.sending : atOnce ? words.send : words.request}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={back}>
          {words.back}
        </button>
      </div>
    </>
  );
}
