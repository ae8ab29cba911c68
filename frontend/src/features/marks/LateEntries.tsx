import { useComputed } from "@preact/signals";
import { Link } from "wouter-preact";
import { t } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { sheetWords } from "../../sheet/words";
import { markEntryWords } from "./words";

/** How many are named; the rest are only counted. */
const SHOWN = 5;

/** Who was entered after the submission, and that their marks are still to be sent. */
export function LateEntries({ sheet, goTo }: { sheet: OpenSheet; goTo: (candidate: string) => void }) {
  const words = markEntryWords.value.lateEntries;
  const { id } = sheet.head.value;
  const late = useComputed(() => sheet.rows.map((row) => row.value).filter(({ submitted }) => !submitted));
  const count = late.value.length;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{words.told(count)}</p>
      <ul class="govuk-list">
        {late.value.slice(0, SHOWN).map(({ candidate, name }) => (
          <li key={candidate}>
            <button type="button" class="cm-link-button" onClick={() => goTo(candidate)}>
              {candidate} {name}
            </button>
          </li>
        ))}
        {count > SHOWN && <li>{sheetWords.value.more(count - SHOWN)}</li>}
      </ul>
      <p class="govuk-body">
        {words.rest}{" "}
        <Link class="govuk-link" href={`/sheets/${id}/submitted`}>
          {t.value.links.submission}
        </Link>
        .
      </p>
    </div>
  );
}
