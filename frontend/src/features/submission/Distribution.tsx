import type { Schemas } from "../../api/client";
import { t, wordFor } from "../../i18n/words";
import { submitWords } from "./words";

const FULL = 240;
const BAND = /^(\d+) to (\d+)$/;

interface Props {
  bands: Schemas["BandOut"][];
  /** The name of the scale's outcomes. */
  noun: string;
}

/** How the marks are spread: a table with a bar in each row. */
export function Distribution({ bands, noun }: Props) {
  const words = submitWords.value.spread;
  const most = Math.max(1, ...bands.map((band) => band.count));
  return (
    <table class="govuk-table cm-table cm-distribution">
      <caption class="govuk-table__caption govuk-table__caption--m">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{noun}</th>
          <th scope="col">{words.candidates}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.label}>
            <th scope="row">{bandWords(band.label)}</th>
            <td>
              <svg width={FULL} height="14" aria-hidden="true" viewBox={`0 0 ${FULL} 14`}>
                <rect width={(FULL * band.count) / most} height="14" />
              </svg>{" "}
              {band.count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of a band of marks, or of a grade, in the current language. */
function bandWords(label: string): string {
  const [, low, high] = BAND.exec(label) ?? [];
  return low && high ? submitWords.value.spread.band(low, high) : wordFor(t.value.outcomes.named, label);
}
