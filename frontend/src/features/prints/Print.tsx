import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { useCentre } from "../../auth/centre";
import { t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { ReportLink } from "../../sheet/ReportLink";
import { getSheet } from "../../sheet/api";
import { isSent } from "../../sheet/lock";
import { sheetWords } from "../../sheet/words";
import { Failed, FailedPage, Loading, Page } from "../../ui/Page";
import { Downloads } from "./Downloads";
import { Paper } from "./Paper";
import { Slips } from "./Slips";
import "./print.scss";
import { printWords } from "./words";

/** The marks on paper or in a file, as the service has them, and slips that tell candidates their marks. */
export function Print({ sheet }: { sheet: string }) {
  const { me } = useCentre();
  const loaded = useResource(sheet, async () => ({ sheet: await getSheet(sheet), at: new Date() }));
  const held = useHeld(sheet);
  const busy = useSignal(false);
  const data = loaded.data.value;
  const error = loaded.error.value;
  if (!data) return error ? <FailedPage error={error} retry={loaded.reload} /> : <Loading />;
  const { assessment, centre, series, submission, version, late_entries } = data.sheet;
  const sent = { ...data.sheet, rows: data.sheet.rows.filter((row) => !submission || !row.late) };
  const words = printWords.value;

  /** Read the sheet first, so that the print is what the service has now. */
  const print = async () => {
    busy.value = true;
    await loaded.reload();
    busy.value = false;
    if (!loaded.error.peek()) requestAnimationFrame(() => globalThis.print());
  };
  return (
    <Page
      title={`${assessment.code} ${assessment.title}`}
      caption={`${seriesTitle(series)} · ${centre.number} ${centre.name}`}
    >
      <HeldHere sheet={sheet} held={held} />
      <div class="cm-screen">
        {error && <Failed error={error} retry={loaded.reload} />}
        <div class="cm-print__buttons">
          <button type="button" class="govuk-button" aria-disabled={busy.value} onClick={() => void print()}>
            {words.print}
          </button>
          <Downloads sheet={sent} />
        </div>
        <h2 class="govuk-heading-m">{words.report.title}</h2>
        <p class="govuk-body">{words.report.what}</p>
        <ReportLink
          sheet={sheet}
          ask={submission ? sheetWords.value.report.ask : words.report.draft}
          awaited={submission !== null}
          version={version}
        />
        <Slips sheet={sheet} version={version} rows={data.sheet.rows} sent={isSent(data.sheet)} />
        <h2 class="govuk-heading-m">{words.preview}</h2>
        {submission && late_entries > 0 && <p class="govuk-inset-text">{words.late(late_entries)}</p>}
      </div>
      <Paper sheet={sent} at={data.at} by={me.name} />
      <p class="govuk-body cm-screen cm-print__back">
        <Link class="govuk-link" href={`/sheets/${sheet}`}>
          {t.value.links.marks}
        </Link>
      </p>
    </Page>
  );
}
