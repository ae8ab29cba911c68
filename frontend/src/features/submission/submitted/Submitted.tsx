import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { ApiError, type Schemas } from "../../../api/client";
import { getHead } from "../../../api/head";
import { pollUntil } from "../../../lib/poll";
import { HeldHere, useHeld } from "../../../sheet/HeldHere";
import { isHeld } from "../../../sheet/lock";
import { ReportLink } from "../../../sheet/ReportLink";
import { SheetPage } from "../../../sheet/SheetPage";
import { sheetWords } from "../../../sheet/words";
import { Page, Unloaded } from "../../../ui/Page";
import { EverySubmission } from "./EverySubmission";
import { Next } from "./Next";
import { ReceiptFacts, ReceiptPanel } from "./Receipt";
import "./receipt.scss";
import { submittedWords } from "./words";

type Sheet = Schemas["SheetOut"];

/** The receipt of a submission, followed from submitted to confirmed. */
export function Submitted({ sheet }: { sheet: string }) {
  const seen = useSignal<Sheet | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const look = useCallback(async () => {
    try {
      seen.value = await getHead(sheet);
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault;
    }
    return seen.value;
  }, [sheet, seen, error]);
  const held = useHeld(sheet);
  useEffect(() => pollUntil(look, (now) => now?.submission?.status !== "submitted"), [look]);

  const now = seen.value;
  if (!now) return <Unloaded loaded={{ error, reload: look }} />;
  const words = submittedWords.value;
  if (!now.submission) {
    return (
      <Page title={words.not.title(now.assessment.code)}>
        <Link class="govuk-link" href={`/sheets/${sheet}/submit`}>
          {words.not.submit}
        </Link>
      </Page>
    );
  }
  return (
    <SheetPage head={now} here="submission" title={words.title} news={words.status[now.submission.status]}>
      {now.late_entries > 0 && (
        <p class="govuk-inset-text">
          {words.late.told(now.late_entries)}{" "}
          <Link class="govuk-link" href={`/sheets/${sheet}`}>
            {words.late.enter}
          </Link>
        </p>
      )}
      <HeldHere sheet={sheet} held={held} />
      <ReceiptPanel head={now} submission={now.submission} title={words.panel[now.submission.status]}>
        <ReportLink sheet={sheet} ask={sheetWords.value.report.ask} awaited primary version={now.version} />
      </ReceiptPanel>
      <ReceiptFacts submission={now.submission} />
      <h2 class="govuk-heading-m">{words.next.title}</h2>
      <p class="govuk-body">{words.next.keep}</p>
      <Next sheet={sheet} held={isHeld(now)} />
      <EverySubmission sheet={sheet} count={now.submission.number} here={now.submission.number} />
    </SheetPage>
  );
}
