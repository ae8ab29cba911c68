import { senseWords } from "./words";

/** A note that odd patterns could not be looked for, which blocks nothing. */
export const NotLooked = ({ again }: { again: () => Promise<void> }) => (
  <p class="govuk-body cm-hint-inline">
    {senseWords.value.failed}{" "}
    <button type="button" class="cm-link-button" onClick={() => void again()}>
      {senseWords.value.again}
    </button>
  </p>
);
