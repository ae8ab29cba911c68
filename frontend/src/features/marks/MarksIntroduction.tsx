import { lockOf, windowWords } from "../../sheet/lock";
import { type OpenSheet, isSupplementary } from "../../sheet/open-sheet";
import { SubmittedNote } from "../../sheet/SheetPage";
import { AskForRole } from "../people/ask/AskForRole";
import { LateEntries } from "./LateEntries";
import { markEntryWords } from "./words";

interface Props {
  sheet: OpenSheet;
  goTo: (candidate: string) => void;
}

/** What to know before entering marks. */
export function MarksIntroduction({ sheet, goTo }: Props) {
  const words = markEntryWords.value;
  const head = sheet.head.value;
  const supplementary = isSupplementary(head);
  const lock = lockOf(head);
  const submitted = lock === "submitted";
  const shut = windowWords(head);
  return (
    <>
      {submitted && <SubmittedNote sheet={head.id} />}
      {supplementary && <LateEntries sheet={sheet} goTo={goTo} />}
      {shut && <p class="govuk-inset-text">{shut}</p>}
      {lock === "no role" && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.viewOnly}</p>
          <AskForRole centre={head.centre} wanted="enter marks" assessment={head.assessment.code} />
        </div>
      )}
    </>
  );
}
