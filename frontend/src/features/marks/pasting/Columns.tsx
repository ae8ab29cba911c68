import type { Scale } from "../../../sheet/parse";
import { sheetWords } from "../../../sheet/words";
import { criterionRole } from "./gathered";
import type { Line } from "./match";
import { ROLES, type Reading, type Role } from "./roles";
import { pastingWords } from "./words";

interface Props {
  table: string[][];
  reading: Reading;
  lines: readonly Line[];
  scale: Scale;
  give: (place: number, role: Role) => void;
}

/** What the column of marks is called; beside criteria it is their total. */
const wordsOfMark = ({ kind, criteria }: Scale): string => (criteria ? sheetWords.value.criteria.total : pastingWords.value.role.mark[kind]);

/** How many rows are shown, from the first. */
const SHOWN = 8;

/** The first pasted rows, with a choice of role above each column. */
export function Columns({ table, reading, lines, scale, give }: Props) {
  const shown = [...table.slice(0, SHOWN).keys()];
  const places = [...reading.roles.keys()];
  const cell = (number: number, place: number) => table[number]?.[place] ?? "";
  const heading = (place: number) => (reading.heading === undefined ? "" : cell(reading.heading, place));
  return (
    <section aria-labelledby="paste-columns">
      <h3 class="govuk-heading-s" id="paste-columns">
        {pastingWords.value.columns}
      </h3>
      <p class="govuk-hint">
        {pastingWords.value.caption(shown.length, table.length)} {pastingWords.value.columnsHint}
      </p>
      <div class="cm-scroll cm-pasting__columns">
        <table class="cm-table" aria-labelledby="paste-columns">
          <thead>
            <tr>
              <th scope="col">{pastingWords.value.line}</th>
              {places.map((place) => (
                <th key={place} scope="col" data-role={reading.roles[place]}>
                  <select
                    class="govuk-select"
                    aria-label={pastingWords.value.column(place + 1, heading(place))}
                    value={reading.roles[place]}
                    onChange={(event) => give(place, event.currentTarget.value as Role)}
                  >
                    {scale.criteria?.map(({ code, title }, criterion) => (
                      <option key={code} value={criterionRole(criterion)}>
                        {code} {title}
                      </option>
                    ))}
                    {ROLES.map((one) => (
                      <option key={one} value={one}>
                        {one === "mark" ? wordsOfMark(scale) : pastingWords.value.role[one]}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((number) => (
              <tr key={number} data-kind={lines[number]?.kind}>
                <th scope="row">{number + 1}</th>
                {places.map((place) => (
                  <td key={place} data-role={reading.roles[place]}>
                    {cell(number, place)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
