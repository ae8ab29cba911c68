import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";

const SHOWN = 20;

/** Review incomplete: every candidate who lacks something, linked to the row. */
export function Incomplete({ sheet, missing }: { sheet: string; missing: Schemas["MissingOut"][] }) {
  if (missing.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m cm-heading" id="incomplete" tabIndex={-1}>Review incomplete</h2>
      <p class="govuk-body">
        {missing.length === 1 ? "1 candidate is" : `${missing.length} candidates are`} still to complete.
      </p>
      <ul class="govuk-list cm-missing">
        {missing.slice(0, SHOWN).map((one) => (
          <li key={one.candidate}>
            <Link class="govuk-link" href={`/sheets/${sheet}?page=${one.page}#c${one.candidate}`}>
              {one.candidate} {one.name}
            </Link>{" "}
            {one.missing === "mark" ? "has no mark or absence" : "is not ticked as checked"}
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && <p class="govuk-body">and {missing.length - SHOWN} more</p>}
    </section>
  );
}
