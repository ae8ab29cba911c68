import { useEffect } from "preact/hooks";
import { faultWords } from "../i18n/fault-words";
import { OpenPrint } from "./OpenPrint";
import { PrintFailed } from "./PrintFailed";
import { askForReport, getReport } from "./api";
import "./sheet.scss";
import { usePrint } from "./use-print";
import { sheetWords } from "./words";

interface Props {
  sheet: string;
  /** The text of the button when there is no report yet. */
  ask: string;
  /** Look at once, without a click: a submitted sheet's report is made by itself. */
  awaited?: boolean;
  /** Whether opening it is what the page is for. */
  primary?: boolean;
  /** Changes when the report would show something new. */
  version?: number;
}

/** Request the printed report, wait for it, open it. */
export function ReportLink({ sheet, ask, awaited = false, primary = false, version = 0 }: Props) {
  const report = usePrint(
    `${sheet}|${version}`,
    () => getReport(sheet),
    () => askForReport(sheet),
  );
  const { follow } = report;
  useEffect(() => {
    if (awaited) follow();
  }, [sheet, version, awaited, follow]);

  const seen = report.seen.value;
  const trouble = report.trouble.value;
  const words = sheetWords.value.report;
  return (
    <div class="cm-report" aria-live="polite">
      {seen?.status === "ready" && seen.link && <OpenPrint link={seen.link} words={seen.draft ? words.openDraft : words.open} primary={primary} />}
      {(seen ? seen.status === "preparing" : awaited && !trouble) && <p class="govuk-body">{words.preparing}</p>}
      {(seen ? seen.status === "none" : !awaited) && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void report.request()}>
          {ask}
        </button>
      )}
      {seen?.failed_at && <PrintFailed at={seen.failed_at} retry={() => void report.request()} />}
      {trouble && <p class="cm-problem">{faultWords(trouble)}</p>}
    </div>
  );
}
