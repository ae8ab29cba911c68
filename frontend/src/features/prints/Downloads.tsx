import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { download } from "../../lib/download";
import { csv } from "../../lib/csv";
import { linesOf, tableOf, widthsOf } from "./lines";
import { printWords } from "./words";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The printed rows as files; the code that writes workbooks is loaded when one is requested. */
export function Downloads({ sheet }: { sheet: Schemas["SheetOut"] }) {
  const failed = useSignal(false);
  const words = printWords.value;
  const rows = () => tableOf(linesOf(sheet.rows, sheet.assessment.scale, sheet.criteria), sheet);
  const name = sheet.submission ? sheet.submission.reference : `${sheet.id}-${words.draft}`;

  const workbook = async () => {
    failed.value = false;
    try {
      const { xlsx } = await import("./xlsx");
      download(`${name}.xlsx`, xlsx(words.sheet, rows(), widthsOf(sheet)), XLSX);
    } catch {
      failed.value = true;
    }
  };
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => download(`${name}.csv`, csv(rows()), "text/csv;charset=utf-8")}>
        {words.csv}
      </button>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void workbook()}>
        {words.xlsx}
      </button>
      {failed.value && (
        <p class="cm-problem" role="alert">
          {t.value.problems.noAnswer}
        </p>
      )}
    </>
  );
}
