import { useSignal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import type { Say } from "../../i18n/words";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { ReportLink } from "../../sheet/ReportLink";
import { SheetPage } from "../../sheet/SheetPage";
import { getSheet } from "../../sheet/api";
import { Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { getModeration } from "../moderation/api";
import { AskForRole } from "../people/ask/AskForRole";
import { AmendForm } from "./AmendForm";
import { Requests } from "./Requests";
import { SubmissionNow } from "./SubmissionNow";
import { type Amendment, type Amendments, getAmendments } from "./api";
import "./amend.scss";
import { amendWords } from "./words";
import { sheetWords } from "../../sheet/words";
import { Nothing } from "../../ui/Nothing";

/** Amendments to centre marks: request one, and follow those requested. */
export function Amend({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [marks, amendments, { state }] = await Promise.all([getSheet(sheet), getAmendments(sheet), getModeration(sheet)]);
    return { marks, amendments, ended: state === "outcome recorded" };
  });
  const held = useHeld(sheet);
  const said = useSignal<Say | undefined>(undefined);
  /** The amendment that was just sent; there is no form for another until someone asks for one. */
  const sent = useSignal<Amendment | undefined>(undefined);
  const data = loaded.data.value;
  if (!data) return <Unloaded loaded={loaded} />;
  const { marks, amendments, ended } = data;
  const { assessment, submission, submitters } = marks;
  const words = amendWords.value;

  /** Show the service's answer; a new submission has new marks, so they are read again. */
  const changed = async (now: Amendments, say: Say) => {
    said.value = say;
    loaded.data.value = { marks, amendments: now, ended };
    if (now.submission?.number !== submission?.number) await loaded.reload();
  };
  const made = async (now: Amendments, say: Say) => {
    sent.value = now.amendments[0];
    await changed(now, say);
  };
  return (
    <SheetPage head={marks} here="amend" title={words.title} loaded={loaded}>
      <HeldHere sheet={sheet} held={held} />
      <Said say={said.value}>{sent.value?.state === "applied" && amendments.submission && <Sent sheet={sheet} submission={amendments.submission} />}</Said>
      {submission && <SubmissionNow key={submission.number} sheet={sheet} submission={amendments.submission ?? submission} again={loaded.reload} />}
      {!submission && <Nothing why={words.notSubmitted} to={`/sheets/${sheet}/submit`} way={sheetWords.value.tabs.other.submit} />}
      {ended && <p class="govuk-inset-text">{words.finished}</p>}
      {submission && !ended && !amendments.may && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.ask(anyOf(submitters))}</p>
          <AskForRole centre={marks.centre} wanted="submit marks" assessment={marks.assessment.code} />
        </div>
      )}
      {amendments.may && !ended && sent.value === undefined && <AmendForm marks={marks} amendments={amendments} changed={made} again={loaded.reload} />}
      {amendments.may && !ended && sent.value !== undefined && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => {
            sent.value = said.value = undefined;
          }}
        >
          {words.form.another}
        </button>
      )}
      {submission && <Requests sheet={sheet} amendments={amendments} scale={assessment.scale} changed={changed} again={loaded.reload} />}
    </SheetPage>
  );
}

/** The new submission: its reference, and its report to keep. */
function Sent({ sheet, submission }: { sheet: string; submission: Schemas["SubmissionOut"] }) {
  return (
    <>
      <p class="govuk-body">{amendWords.value.now.reference(submission.number, submission.reference)}</p>
      <ReportLink sheet={sheet} ask={sheetWords.value.report.ask} awaited version={submission.number} />
    </>
  );
}
