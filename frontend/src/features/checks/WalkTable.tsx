import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { PAGE_ROWS, pageOf, pagesOf } from "../../sheet/pages";
import { sheetWords } from "../../sheet/words";
import { WalkRow } from "./WalkRow";
import type { Walking } from "./use-walk";
import type { Act } from "./walk";
import { checkWords } from "./words";

interface Props {
  sheet: OpenSheet;
  walking: Walking;
  act: (act: Act) => boolean;
  typing: boolean;
}

/** The candidates around the current one, fifty at a time. */
export function WalkTable({ sheet, walking, act, typing }: Props) {
  const words = checkWords.value;
  const { columns } = sheetWords.value;
  const { stops } = walking.route.value;
  const walk = walking.walk.value;
  if (stops.length === 0) return null;
  const place = stops.findIndex(({ candidate }) => candidate === walk.at);
  const page = pagesOf(walk.at === undefined ? stops.length : place + 1);
  const shown = pageOf(stops, page);
  const first = (page - 1) * PAGE_ROWS + 1;
  return (
    <table class={`govuk-table cm-table cm-still cm-walk${sheet.scale.kind === "grade" ? " cm-walk--words" : ""}`}>
      <caption class={stops.length > shown.length ? "cm-walk__caption" : "govuk-visually-hidden"}>
        {words.caption(first, first + shown.length - 1, stops.length)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.candidate}</th>
          <th scope="col">{t.value.outcomes.scale[sheet.scale.kind]}</th>
          <th scope="col">{words.enteredBy}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((stop) => {
          const row = sheet.row(stop.candidate);
          return row && <WalkRow key={stop.candidate} sheet={sheet} row={row} stop={stop} walking={walking} act={act} typing={typing} />;
        })}
      </tbody>
    </table>
  );
}
