import { t } from "../i18n/words";
import { sheetWords } from "./words";

interface Props {
  /** Number and name. */
  candidate: string;
  press: () => void;
  /** What the button says instead, where it takes the absence back. */
  undo?: string | undefined;
}

/** Types A for those whose keyboard has only digits; elsewhere nobody sees it. */
export const AbsentButton = ({ candidate, press, undo }: Props) => (
  <button type="button" class="cm-link-button cm-absent" onClick={press}>
    {undo ?? t.value.outcomes.absent} <span class="govuk-visually-hidden">{sheetWords.value.conflict.forCandidate(candidate)}</span>
  </button>
);
