import type { Schemas } from "../../api/client";

const FULL = 240;

/** How the marks are spread: a table with a bar in each line. */
export function Distribution({ bands, noun }: { bands: Schemas["BandOut"][]; noun: string }) {
  const most = Math.max(1, ...bands.map((band) => band.count));
  return (
    <table class="govuk-table cm-table cm-distribution">
      <caption class="govuk-table__caption govuk-table__caption--m">How the marks are spread</caption>
      <thead>
        <tr>
          <th scope="col">{noun}</th>
          <th scope="col">Candidates</th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.label}>
            <th scope="row">{band.label}</th>
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
