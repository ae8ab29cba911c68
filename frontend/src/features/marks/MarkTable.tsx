import type { Signal } from "@preact/signals";
import { t } from "../../i18n/words";
import type { Criterion } from "../../sheet/criteria";
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
      {sheet.scale.criteria && <p class="govuk-hint cm-criteria__names">{sheet.scale.criteria.map(({ code, title }) => `${code} ${title}`).join(" · ")}</p>}
      <table class={classOf(sheet, shown.length, locked)} style={sheet.scale.criteria && `--criteria: ${sheet.scale.criteria.length}`} {...TABLE}>
        <caption class="govuk-visually-hidden">{sheetWords.value.caption(noun, assessment.code)}</caption>
        <thead {...ROWS}>
          <tr {...ROW}>
            <th {...HEADING}>{columns.number}</th>
            <th {...HEADING}>{columns.candidate}</th>
            <th {...HEADING}>{columns.group}</th>
            <th {...HEADING}>{sheet.scale.criteria ? <CriteriaHead criteria={sheet.scale.criteria} /> : noun}</th>
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

/** Each criterion above its boxes, with its maximum, and the total. */
const CriteriaHead = ({ criteria }: { criteria: readonly Criterion[] }) => (
  <span class="cm-criteria">
    {criteria.map(({ code, title, maximum }) => (
      <abbr class="cm-criteria__head" key={code} title={title}>
        {code} <span class="cm-criteria__most">/{maximum}</span>
      </abbr>
    ))}
    <span class="cm-criteria__total">{sheetWords.value.criteria.total}</span>
  </span>
);

function classOf({ scale }: OpenSheet, rows: number, locked: boolean): string {
  return [
    "cm-table cm-sheet",
    rows > PAGE_ROWS ? "cm-sheet--long" : "",
    locked ? "cm-sheet--locked" : "",
    scale.kind === "grade" ? "cm-sheet--words" : "",
    scale.criteria ? "cm-sheet--criteria" : "",
  ]
    .filter((one) => one !== "")
    .join(" ");
}

const keyOf = (row: Signal<Row>): string => `${row.peek().candidate} ${row.peek().uci}`;
