import type { Upload } from "./api";
import { uploadWords } from "./words";

const WAYS = ["accepted", "changed", "unchanged", "blank", "not_on_list", "refused"] as const;

/** How many lines of each assessment had each result. */
export function Tallies({ assessments }: { assessments: Upload["assessments"] }) {
  const words = uploadWords.value.report;
  return (
    <>
      <h2 class="govuk-heading-m">{words.assessments}</h2>
      <table class="govuk-table cm-table cm-list cm-tallies">
        <caption class="govuk-visually-hidden">{words.tally}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.assessment}</th>
            {WAYS.map((way) => (
              <th scope="col" class="cm-number" key={way}>
                {words.columns[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {assessments.map((tally) => (
            <tr key={tally.assessment}>
              <th scope="row">{tally.assessment || words.noCode}</th>
              {WAYS.map((way) => (
                <td class="cm-number" data-label={words.columns[way]} key={way}>
                  {tally[way]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
