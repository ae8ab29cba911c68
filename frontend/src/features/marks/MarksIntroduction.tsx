import { Link } from "wouter-preact";
import { t } from "../../i18n/words";
import { day } from "../../lib/dates";
import { ExtensionNow } from "../../sheet/ExtensionNow";
import { lockOf, timeWords, windowWords } from "../../sheet/lock";
import { type OpenSheet, isSupplementary } from "../../sheet/open-sheet";
import { absentTyped, gradesInWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import { StatusTag } from "../../ui/StatusTag";
import { LateEntries } from "./LateEntries";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  locked: boolean;
  goTo: (candidate: string) => void;
}

/** The sheet's status, its deadline, and how to enter marks. */
export function MarksIntroduction({ sheet, locked, goTo }: Props) {
  const words = markEntryWords.value;
  const head = sheet.head.value;
  const { scale } = head.assessment;
  const supplementary = isSupplementary(head);
  const lock = lockOf(head);
  const submitted = lock === "submitted";
  const shut = windowWords(head);
  return (
    <>
      <p class="govuk-body">
        <StatusTag status={head.status} /> {sheetWords.value.deadline(day(head.deadline), timeWords(head))}
        {scale.kind === "mark" && ` · ${words.maximum(scale.maximum)}`}
      </p>
      {!submitted && <ExtensionNow sheet={head.id} extension={head.extension} may={head.may.submit} />}
      {submitted && (
        <p class="govuk-inset-text">
          {sheetWords.value.submitted} <Link href={`/sheets/${head.id}/submitted`}>{t.value.links.submission}</Link>.
        </p>
      )}
      {supplementary && <LateEntries sheet={sheet} goTo={goTo} />}
      {shut && <p class="govuk-inset-text">{shut}</p>}
      {lock === "no role" && <p class="govuk-inset-text">{words.viewOnly}</p>}
      {!locked && (
        <p class="govuk-hint">{scale.kind === "mark" ? words.helpMarks(scale.maximum) : words.helpGrades(gradesInWords(scale), absentTyped(scale))}</p>
      )}
    </>
  );
}
