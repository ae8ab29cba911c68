import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { type Say, t } from "../../i18n/words";
import { seriesTitle } from "../../lib/dates";
import { anyOf } from "../../lib/people";
import { useResource } from "../../lib/resource";
import { HeldHere, useHeld } from "../../sheet/HeldHere";
import { getSheet } from "../../sheet/api";
import { Failed, FailedPage, Loading, Page } from "../../ui/Page";
import { getModeration } from "../moderation/api";
import { AmendForm } from "./AmendForm";
import { Requests } from "./Requests";
import { SubmissionNow } from "./SubmissionNow";
import { type Amendments, getAmendments } from "./api";
import "./amend.scss";
import { amendWords } from "./words";

/** Amendments to centre marks: request one, and follow those requested. */
export function Amend({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [marks, amendments, { state }] = await Promise.all([getSheet(sheet), getAmendments(sheet), getModeration(sheet)]);
    return { marks, amendments, ended: state === "outcome recorded" };
  });
  const held = useHeld(sheet);
  const said = useSignal<Say | undefined>(undefined);
  const data = loaded.data.value;
  const error = loaded.error.value;
  if (!data) return error ? <FailedPage error={error} retry={loaded.reload} /> : <Loading />;
  const { marks, amendments, ended } = data;
  const { assessment, centre, series, submission, submitters } = marks;
  const words = amendWords.value;

  /** Show the service's answer; a new submission has new marks, so they are read again. */
  const changed = async (now: Amendments, say: Say) => {
    said.value = say;
    loaded.data.value = { marks, amendments: now, ended };
    if (now.submission?.number !== submission?.number) await loaded.reload();
  };
  return (
    <Page
      title={words.title}
      caption={`${assessment.code} ${assessment.title} · ${seriesTitle(series)} · ${centre.number} ${centre.name}`}
    >
      {error && <Failed error={error} retry={loaded.reload} />}
      <HeldHere sheet={sheet} held={held} />
      <div class="cm-said" role="status">
        {said.value?.()}
      </div>
      {submission && <SubmissionNow key={submission.number} sheet={sheet} submission={amendments.submission ?? submission} />}
      {!submission && <p class="govuk-inset-text">{words.notSubmitted}</p>}
      {ended && <p class="govuk-inset-text">{words.finished}</p>}
      {submission && !ended && !amendments.may && <p class="govuk-inset-text">{words.ask(anyOf(submitters))}</p>}
      {amendments.may && !ended && <AmendForm marks={marks} amendments={amendments} changed={changed} again={loaded.reload} />}
      <Requests sheet={sheet} amendments={amendments} scale={assessment.scale} changed={changed} again={loaded.reload} />
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}`}>
            {t.value.links.marks}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}/moderation`}>
            {t.value.links.moderation}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}/history`}>
            {t.value.links.history}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
