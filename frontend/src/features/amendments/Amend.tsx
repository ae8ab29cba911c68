import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { SheetPage } from "../../sheet/SheetPage";
import { getSheet } from "../../sheet/api";
import { Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { getModeration } from "../moderation/api";
import { AskForRole } from "../people/ask/AskForRole";
import { AmendForm } from "./AmendForm";
import { Requests } from "./Requests";
import { SubmissionNow } from "./SubmissionNow";
import { type Amendments, getAmendments } from "./api";
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
  return (
    <SheetPage head={marks} here="amend" title={words.title} loaded={loaded}>
      <HeldHere sheet={sheet} held={held} />
      <Said say={said.value} />
      {submission && <SubmissionNow key={submission.number} sheet={sheet} submission={amendments.submission ?? submission} />}
      {!submission && <Nothing why={words.notSubmitted} to={`/sheets/${sheet}/submit`} way={sheetWords.value.tabs.other.submit} />}
      {ended && <p class="govuk-inset-text">{words.finished}</p>}
      {submission && !ended && !amendments.may && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{words.ask(anyOf(submitters))}</p>
          <AskForRole centre={marks.centre} wanted="submit marks" assessment={marks.assessment.code} />
        </div>
      )}
      {amendments.may && !ended && <AmendForm marks={marks} amendments={amendments} changed={changed} again={loaded.reload} />}
      {submission && <Requests sheet={sheet} amendments={amendments} scale={assessment.scale} changed={changed} again={loaded.reload} />}
    </SheetPage>
  );
}
