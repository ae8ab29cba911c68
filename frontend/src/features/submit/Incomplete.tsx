import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { rowOf } from "../../lib/addresses";

const SHOWN = 20;

/** Review incomplete: every candidate who lacks something, linked to the row. */
export function Incomplete({ sheet, missing }: { sheet: string; missing: Schemas["MissingOut"][] }) {
  if (missing.length === 0) return null;
  const words = t.value.review.incomplete;
  return (
    <section>
      <h2 class="govuk-heading-m cm-heading" id="incomplete" tabIndex={-1}>
        {words.title}
      </h2>
      <p class="govuk-body">{words.lead(missing.length)}</p>
      <ul class="govuk-list cm-missing">
        {missing.slice(0, SHOWN).map((one) => (
          <li key={one.candidate}>
            <Link class="govuk-link" href={rowOf(sheet, one)}>
              {one.candidate} {one.name}
            </Link>{" "}
            {words[one.missing]}
          </li>
        ))}
      </ul>
      {missing.length > SHOWN && <p class="govuk-body">{words.more(missing.length - SHOWN)}</p>}
    </section>
  );
}
