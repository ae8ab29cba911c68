import { t } from "../i18n/words";
import { sheetWords } from "./words";

interface Props {
  /** Number and name. */
  candidate: string;
  press: () => void;
  /** The button's text where it removes the absence. */
  undo?: string | undefined;
}

/** Types A for people whose keyboard has only digits; hidden elsewhere. */
export const AbsentButton = ({ candidate, press, undo }: Props) => (
  <button type="button" class="cm-link-button cm-absent" onClick={press}>
    {undo ?? t.value.outcomes.absent} <span class="govuk-visually-hidden">{sheetWords.value.conflict.forCandidate(candidate)}</span>
  </button>
);
