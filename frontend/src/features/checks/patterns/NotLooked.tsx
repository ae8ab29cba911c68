import { senseWords } from "./words";

/** That the marks as a whole could not be looked at, which is nobody's fault here and stops nothing. */
export const NotLooked = ({ again }: { again: () => Promise<void> }) => (
  <p class="govuk-body cm-hint-inline">
    {senseWords.value.failed}{" "}
    <button type="button" class="cm-link-button" onClick={() => void again()}>
      {senseWords.value.again}
    </button>
  </p>
);
