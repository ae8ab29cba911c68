import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { sheetWords } from "../../sheet/words";
import { MarkRow, type Touch } from "./MarkRow";
import type { View } from "./use-view";
import { markEntryWords } from "./words";

/** The rows shown, as a table that screen readers can navigate. */
export function MarkTable({ sheet, view, locked, touch }: { sheet: OpenSheet; view: View; locked: boolean; touch: Touch }) {
  const words = markEntryWords.value;
  const { columns } = sheetWords.value;
  const { assessment, candidates } = sheet.head.value;
  const noun = t.value.outcomes.scale[assessment.scale.kind];
  const shown = view.shown.value;
  return (
    <>
      <table class="govuk-table cm-table cm-still cm-sheet">
        <caption class="govuk-visually-hidden">{sheetWords.value.caption(noun, assessment.code)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.candidate}</th>
            <th scope="col">{columns.group}</th>
            <th scope="col">{noun}</th>
            <th scope="col">{columns.checked}</th>
            {!locked && <th scope="col">{columns.state}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((candidate) => {
            const row = sheet.row(candidate);
            return row && <MarkRow key={`${candidate} ${row.value.uci}`} sheet={sheet} row={row} locked={locked} past={view.past} touch={touch} />;
          })}
        </tbody>
      </table>
      {shown.length === 0 && <p class="govuk-inset-text">{candidates === 0 ? words.nobody : words.noneFound}</p>}
    </>
  );
}
