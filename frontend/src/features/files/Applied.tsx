import { Link } from "wouter-preact";
import { t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { getAssessments } from "../home/api";
import type { Upload } from "./api";
import { centreOf, seriesOf, sheetsOf } from "./report";
import { uploadWords } from "./words";

/** The statuses of a sheet that the board has every mark of. */
const SENT: ReadonlySet<string> = new Set(["submitted", "confirmed", "in moderation", "moderated"]);

/** The result for the marks, and links to go on with. */
export function Applied({ upload }: { upload: Upload }) {
  const { applied } = upload;
  const now = useResource(upload.id, async () => (await getAssessments(centreOf(upload.id), seriesOf(upload.id))).assessments);
  if (!applied) return null;
  const skipped = applied.sheets.filter(({ code }) => code !== "");
  const codesOf = (sheets: typeof skipped) => sheets.map(({ assessment }) => assessment);
  const left = codesOf(skipped);
  const full = codesOf(skipped.filter(({ code }) => code === "no-room"));
  const moved = codesOf(skipped.filter(({ code }) => code !== "no-room"));
  const submits = applied.references.length > 0;
  const statuses = new Map(now.data.value?.map(({ sheet, status }) => [sheet, status]));
  const sheets = sheetsOf(upload).map(({ code, sheet }) => ({
    code,
    sheet,
    sent: (submits && !left.includes(code)) || SENT.has(statuses.get(sheet) ?? ""),
  }));
  const unsent = sheets.filter(({ sent }) => !sent).length;
  const words = uploadWords.value.applied;
  const standing = unsent === 0 ? words.before : unsent === sheets.length ? words.next : words.some;
  return (
    <>
      <p class="govuk-body-l">
        {applied.saved === 0 ? words.nothing : words.saved(applied.saved)} {submits ? words.submitted : now.data.value && standing}
      </p>
      {moved.length > 0 && <p class="govuk-inset-text">{words.left(moved.join(", "))}</p>}
      {full.length > 0 && <p class="govuk-inset-text">{words.full(full.join(", "))}</p>}
      <p class="govuk-body cm-hint">{t.value.dates.by(moment(applied.at), applied.by)}</p>
      <ul class="govuk-list cm-next">
        {sheets.map(({ code, sheet, sent }) => (
          <li key={sheet}>
            <Link class="govuk-link" href={`/sheets/${sheet}`}>
              {words.marks(code)}
            </Link>
            <Link class="govuk-link" href={`/sheets/${sheet}/${sent ? "submitted" : "submit"}`}>
              {sent ? words.receipt(code) : words.review(code)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
