import { Link } from "wouter-preact";
import { t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import type { Upload } from "./api";
import { sheetsOf } from "./report";
import { uploadWords } from "./words";

/** What became of the marks, and where to go on with them. */
export function Applied({ upload }: { upload: Upload }) {
  const { applied } = upload;
  if (!applied) return null;
  const skipped = applied.sheets.filter(({ code }) => code !== "");
  const codesOf = (sheets: typeof skipped) => sheets.map(({ assessment }) => assessment);
  const left = codesOf(skipped);
  const full = codesOf(skipped.filter(({ code }) => code === "no-room"));
  const moved = codesOf(skipped.filter(({ code }) => code !== "no-room"));
  const submitted = applied.references.length > 0;
  const isSubmitted = (code: string) => submitted && !left.includes(code);
  const words = uploadWords.value.applied;
  return (
    <>
      <p class="govuk-body-l">
        {applied.saved === 0 ? words.nothing : words.saved(applied.saved)} {submitted ? words.submitted : words.next}
      </p>
      {moved.length > 0 && <p class="govuk-inset-text">{words.left(moved.join(", "))}</p>}
      {full.length > 0 && <p class="govuk-inset-text">{words.full(full.join(", "))}</p>}
      <p class="govuk-body cm-hint">{t.value.dates.by(moment(applied.at), applied.by)}</p>
      <ul class="govuk-list cm-next">
        {sheetsOf(upload).map(({ code, sheet }) => (
          <li key={sheet}>
            <Link class="govuk-link" href={`/sheets/${sheet}`}>
              {words.marks(code)}
            </Link>
            <Link class="govuk-link" href={`/sheets/${sheet}/${isSubmitted(code) ? "submitted" : "submit"}`}>
              {isSubmitted(code) ? words.receipt(code) : words.review(code)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
