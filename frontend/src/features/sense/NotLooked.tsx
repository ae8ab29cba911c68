import { t } from "../../i18n/words";

/** That the marks as a whole could not be looked at, which is nobody's fault here and stops nothing. */
export const NotLooked = ({ again }: { again: () => Promise<void> }) => (
  <p class="govuk-body cm-hint-inline">
    {t.value.sense.failed}{" "}
    <button type="button" class="cm-link-button" onClick={() => void again()}>
      {t.value.sense.again}
    </button>
  </p>
);
