import { Link } from "wouter-preact";
import { csv } from "../lib/csv";
import { download } from "../lib/download";
import type { OpenSheet } from "./open-sheet";
import { inWords } from "./row-words";
import "./sheet.scss";
import { sheetWords } from "./words";

/**
 * What was typed on this computer and can no longer be sent, beside what the sheet has, until the person removes it.
 */
export function Unsent({ sheet }: { sheet: OpenSheet }) {
  const list = sheet.unsent.value;
  if (list.length === 0) return null;
  const words = sheetWords.value.unsent;
  const { id, assessment, submission } = sheet.head.value;
  const lines = list.map(({ candidate, typed, memo, gone }) => {
    const row = gone === undefined ? sheet.row(candidate)?.value : undefined;
    const has = row ? inWords(row.saved.text, sheet.scale) || words.nothing : words.notThere;
    const said = [inWords(typed, sheet.scale) || words.nothing, memo && `${sheetWords.value.memo.title}: ${memo}`].filter(Boolean).join(". ");
    return [`${candidate} ${row?.name ?? gone ?? ""}`.trim(), said, has] as const;
  });
  const closed = list.some(({ gone }) => gone === undefined);
  const columns = [words.candidate, words.typed, words.has];
  return (
    <section class="cm-unsent" aria-labelledby="unsent">
      <h2 class="govuk-heading-m" id="unsent">
        {words.title(list.length)}
      </h2>
      {closed && <p class="govuk-body">{submission ? words.submitted : words.closed}</p>}
      {list.some(({ gone }) => gone !== undefined) && <p class="govuk-body">{words.gone}</p>}
      <div class="cm-scroll">
        <table class="govuk-table cm-table cm-list">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(([who, typed, has]) => (
              <tr key={who}>
                <th scope="row" class="cm-break">
                  {who}
                </th>
                <td data-label={words.typed}>{typed}</td>
                <td data-label={words.has}>{has}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {submission && (
        <p class="govuk-body">
          <Link class="govuk-link" href={`/sheets/${id}/amend`}>
            {words.amend}
          </Link>
        </p>
      )}
      <div class="cm-dialog__buttons">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => download(words.file(assessment.code.replace("/", "-")), csv([columns, ...lines]), "text/csv")}
        >
          {words.download}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void sheet.dismiss()}>
          {words.dismiss}
        </button>
      </div>
    </section>
  );
}
