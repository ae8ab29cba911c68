import { useSignal } from "@preact/signals";
import { useCentre } from "../../auth/centre";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { ReportLink } from "../../sheet/ReportLink";
import { SheetPage } from "../../sheet/SheetPage";
import { getSheet } from "../../sheet/api";
import { isSent } from "../../sheet/lock";
import { sheetWords } from "../../sheet/words";
import { Unloaded } from "../../ui/Page";
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
  if (!data) return <Unloaded loaded={loaded} />;
  const { submission, version, late_entries } = data.sheet;
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
    <SheetPage head={data.sheet} here="print" loaded={loaded}>
      <HeldHere sheet={sheet} held={held} />
      <div class="cm-screen">
        <div class="cm-print__buttons">
          <button type="button" class="govuk-button" aria-disabled={busy.value} onClick={() => void print()}>
            {words.print}
          </button>
          <Downloads sheet={sent} />
        </div>
        <h2 class="govuk-heading-m">{words.report.title}</h2>
        <p class="govuk-body">{words.report.what}</p>
        <ReportLink sheet={sheet} ask={submission ? sheetWords.value.report.ask : words.report.draft} awaited={submission !== null} version={version} />
        <Slips sheet={sheet} version={version} rows={data.sheet.rows} sent={isSent(data.sheet)} />
        <h2 class="govuk-heading-m">{words.preview}</h2>
        {submission && late_entries > 0 && <p class="govuk-inset-text">{words.late(late_entries)}</p>}
      </div>
      <Paper sheet={sent} at={data.at} by={me.name} />
    </SheetPage>
  );
}
