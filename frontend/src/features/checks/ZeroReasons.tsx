import type { Signal } from "@preact/signals";
import type { OpenSheet } from "../../sheet/open-sheet";
import { type Row, ZERO_REASONS, explain, lacksReason, type } from "../../sheet/row";
import { checkWords } from "./words";

/** Asks why a mark is 0, where nobody has said so; where no work was handed in the candidate is absent. */
export function ZeroReasons({ sheet, row }: { sheet: OpenSheet; row: Signal<Row> }) {
  if (!lacksReason(row.value)) return null;
  const words = checkWords.value.zero;
  const who = <span class="govuk-visually-hidden">{row.value.candidate}</span>;
  return (
    <div class="cm-zero" role="group" aria-label={words.why(row.value.candidate)}>
      <span class="cm-zero__why" aria-hidden="true">
        {words.question}
      </span>
      {ZERO_REASONS.map((reason) => (
        <button type="button" class="cm-link-button" key={reason} onClick={() => sheet.edit(row, explain(row.peek(), reason))}>
          {words[reason]} {who}
        </button>
      ))}
      <button type="button" class="cm-link-button" onClick={() => sheet.edit(row, type(row.peek(), "A", sheet.scale))}>
        {words.noWork} {who}
      </button>
    </div>
  );
}
