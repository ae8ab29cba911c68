import { t } from "../i18n/words";
import { moment } from "../lib/dates";
import { sheetWords } from "./words";

/** Says that printing failed, and when, with a button to try again: one that sends its form, or calls `retry`. */
export const PrintFailed = ({ at, retry }: { at: string; retry?: () => void }) => (
  <>
    <p class="govuk-body cm-problem">{sheetWords.value.report.failed(moment(at))}</p>
    <button type={retry ? "button" : "submit"} class="govuk-button govuk-button--secondary" onClick={retry}>
      {t.value.shell.again}
    </button>
  </>
);
