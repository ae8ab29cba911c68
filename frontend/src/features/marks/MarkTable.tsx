import type { Signal } from "@preact/signals";
import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { PAGE_ROWS, pageOf, pagesOf } from "../../sheet/pages";
import type { Row } from "../../sheet/row";
import { sheetWords } from "../../sheet/words";
import { MarkRow, type RowActs } from "./MarkRow";
import { HEADING, ROW, ROWS, TABLE } from "./table-roles";
import type { View } from "./use-view";
import { markEntryWords } from "./words";

/**
 * The rows shown, as a table that screen readers can navigate. Each row is a grid of the same fixed columns, so that no
 * text moves them; a browser lays out only those fifties of rows that can be seen. Tables laid out so keep their meaning
 * by their roles.
 */
export function MarkTable({ sheet, view, locked, acts }: { sheet: OpenSheet; view: View; locked: boolean; acts: RowActs }) {
  const words = markEntryWords.value;
  const { columns } = sheetWords.value;
  const { assessment, candidates } = sheet.head.value;
  const noun = t.value.outcomes.scale[assessment.scale.kind];
  const shown = view.shown.value;
  const blocks = Array.from({ length: shown.length === 0 ? 0 : pagesOf(shown.length) }, (_, place) => pageOf(shown, place + 1));
  return (
    <>
      <table
        class={`cm-table cm-sheet${shown.length > PAGE_ROWS ? " cm-sheet--long" : ""}${locked ? " cm-sheet--locked" : ""}${assessment.scale.kind === "grade" ? " cm-sheet--words" : ""}`}
        {...TABLE}
      >
        <caption class="govuk-visually-hidden">{sheetWords.value.caption(noun, assessment.code)}</caption>
        <thead {...ROWS}>
          <tr {...ROW}>
            <th {...HEADING}>{columns.number}</th>
            <th {...HEADING}>{columns.candidate}</th>
            <th {...HEADING}>{columns.group}</th>
            <th {...HEADING}>{noun}</th>
            <th {...HEADING}>{columns.checked}</th>
            {!locked && (
              <th {...HEADING}>
                <span class="govuk-visually-hidden">{words.more.column}</span>
              </th>
            )}
            {!locked && <th {...HEADING}>{columns.state}</th>}
          </tr>
        </thead>
        {blocks.map((block, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a fifty is its place: a candidate who joins moves rows on, not fifties
          <tbody key={place} {...ROWS}>
            {block.map((candidate) => {
              const row = sheet.row(candidate);
              return row && <MarkRow key={keyOf(row)} sheet={sheet} row={row} locked={locked} past={view.past} acts={acts} />;
            })}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p class="govuk-inset-text">{candidates === 0 ? words.nobody : words.noneFound}</p>}
    </>
  );
}

const keyOf = (row: Signal<Row>): string => `${row.peek().candidate} ${row.peek().uci}`;
