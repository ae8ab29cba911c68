import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { type Say, t } from "../../i18n/words";
import { hasPassed, seriesTitle } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { getSheet } from "../../sheet/api";
import { Failed, Page, Unloaded } from "../../ui/Page";
import { Nothing } from "../../ui/Nothing";
import { Said } from "../../ui/Said";
import { StatusTag } from "../../ui/StatusTag";
import { Request } from "../amendments/Request";
import { getAmendments } from "../amendments/api";
import { amendWords } from "../amendments/words";
import { SheetConsortium } from "../moderation/consortia/SheetConsortium";
import { getConsortium } from "../moderation/consortia/api";
import { Arrangement } from "../moderation/Arrangement";
import { Outcome } from "../moderation/Outcome";
import { Sample } from "../moderation/Sample";
import { getModeration } from "../moderation/api";
import { moderationWords } from "../moderation/words";
import { SenseSection } from "../checks/patterns/SenseSection";
import { AskWork } from "./AskWork";
import { Deadline } from "./Deadline";
import { DecideAmendment } from "./DecideAmendment";
import { Entries } from "./Entries";
import { RecordOutcome } from "./RecordOutcome";
import { StartForm } from "./StartForm";
import type { Done, See } from "./done";
import { boardWords } from "./words";

/** One centre's sheet for the board: amendments to decide, moderation to start and to end. */
export function BoardSheet({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [marks, amendments, moderation, consortium] = await Promise.all([getSheet(sheet), getAmendments(sheet), getModeration(sheet), getConsortium(sheet)]);
    return { marks, amendments, moderation, consortium };
  });
  const said = useSignal<{ say: Say; see: See | undefined } | undefined>(undefined);
  const data = loaded.data.value;
  const error = loaded.error.value;
  if (!data) return <Unloaded loaded={loaded} />;
  const { marks, amendments, moderation, consortium } = data;
  const { assessment, centre, series, submission } = marks;
  const { scale } = assessment;
  const words = boardWords.value;
  const done: Done = async (say, see) => {
    await loaded.reload();
    said.value = { say, see };
  };
  const released = moderation.outcome !== null && hasPassed(moderation.outcome.release_at);
  const begun = moderation.state !== "not started";
  return (
    <Page title={`${centre.number} ${centre.name}`} caption={`${assessment.code} ${assessment.title} · ${seriesTitle(series)}`}>
      {error && <Failed error={error} retry={loaded.reload} />}
      <Said say={said.value?.say}>
        {said.value?.see && (
          <>
            {" "}
            <Link class="govuk-link" href={said.value.see.href}>
              {said.value.see.say()}
            </Link>
          </>
        )}
      </Said>
      <p class="govuk-body">
        <StatusTag status={marks.status} /> {submission ? words.submission(submission.number) : words.nothingYet}
      </p>
      <Deadline marks={marks} done={done} again={loaded.reload} />
      <Entries marks={marks} ended={moderation.outcome !== null} done={done} />
      <section>
        <h2 class="govuk-heading-m">{amendWords.value.list.title}</h2>
        {amendments.amendments.length === 0 && <Nothing why={amendWords.value.list.none} />}
        {amendments.amendments.map((amendment) => (
          <Request key={amendment.number} amendment={amendment} scale={scale}>
            {amendment.state === "pending" && (
              <>
                <DecideAmendment sheet={sheet} number={amendment.number} done={done} again={loaded.reload} />
                <AskWork sheet={sheet} amendment={amendment} done={done} />
              </>
            )}
          </Request>
        ))}
      </section>
      <SenseSection sheet={sheet} />
      <section>
        <h2 class="govuk-heading-m">{moderationWords.value.title}</h2>
        {begun && <Arrangement now={moderation} of="theirs" />}
        {moderation.seed && <p class="govuk-body cm-hint cm-break">{words.seed(moderation.seed)}</p>}
        <SheetConsortium now={consortium} begun={begun} />
        {(moderation.state === "started" || (!begun && consortium.ready)) && <StartForm sheet={sheet} begun={begun} done={done} />}
        {moderation.sample.length > 0 && <Sample sheet={sheet} now={moderation} scale={scale} open={false} changed={() => {}} again={loaded.reload} />}
        {moderation.outcome && <Outcome outcome={moderation.outcome} scale={scale} of="theirs" />}
        {moderation.due && !released && <RecordOutcome sheet={sheet} marks={marks} now={moderation} done={done} />}
      </section>
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/board">
            {words.back}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}`}>
            {t.value.links.seeMarks}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}/history`}>
            {t.value.links.history}
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/board/centres/${centre.number}/history`}>
            {words.changes.centre}
          </Link>
        </li>
      </ul>
    </Page>
  );
}
