import { ExtensionNow } from "../../sheet/ExtensionNow";
import { lockOf, windowWords } from "../../sheet/lock";
import { type OpenSheet, isSupplementary } from "../../sheet/open-sheet";
import { absentTyped, gradesInWords } from "../../sheet/row-words";
import { SubmittedNote } from "../../sheet/SheetPage";
import { LateEntries } from "./LateEntries";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  locked: boolean;
  goTo: (candidate: string) => void;
}

/** What to know before entering marks, and how to enter them. */
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
      {!submitted && <ExtensionNow sheet={head.id} extension={head.extension} may={head.may.submit} />}
      {submitted && <SubmittedNote sheet={head.id} />}
      {supplementary && <LateEntries sheet={sheet} goTo={goTo} />}
      {shut && <p class="govuk-inset-text">{shut}</p>}
      {lock === "no role" && <p class="govuk-inset-text">{words.viewOnly}</p>}
      {!locked && (
        <p class="govuk-hint">{scale.kind === "mark" ? words.helpMarks(scale.maximum) : words.helpGrades(gradesInWords(scale), absentTyped(scale))}</p>
      )}
    </>
  );
}
