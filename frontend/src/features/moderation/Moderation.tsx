import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import { useEffect } from "preact/hooks";
import { getHead } from "../../api/head";
import { useCentre } from "../../auth/centre";
import { hasPassed } from "../../lib/dates";
import type { Say } from "../../i18n/words";
import { useResource } from "../../lib/resource";
import { SheetPage } from "../../sheet/SheetPage";
import { isHeld } from "../../sheet/lock";
import { readsOutcome } from "../../sheet/outcome-read";
import { Unloaded } from "../../ui/Page";
import { Said } from "../../ui/Said";
import { Arrangement } from "./Arrangement";
import { CorrectSent } from "./CorrectSent";
import { Label } from "./Label";
import { Lost } from "./Lost";
import { Outcome } from "./Outcome";
import { Sample } from "./Sample";
import { ModeratedWith } from "./ModeratedWith";
import { type Moderation as Now, getModeration } from "./api";
import { isWanted } from "./is-wanted";
import "./moderation.scss";
import { moderationWords } from "./words";
import type { Schemas } from "../../api/client";
import { sheetWords } from "../../sheet/words";
import { Nothing } from "../../ui/Nothing";

/** The work the board wants to see, what was sent, and the outcome. */
export function Moderation({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, async () => {
    const [head, now] = await Promise.all([getHead(sheet), getModeration(sheet)]);
    return { head, now };
  });
  const said = useSignal<Say | undefined>(undefined);
  const { me } = useCentre();
  const data = loaded.data.value;
  const released = data?.now.outcome?.release_at;
  useEffect(() => {
    if (released && hasPassed(released)) readsOutcome(me.id, sheet);
  }, [me.id, sheet, released]);
  if (!data) return <Unloaded loaded={loaded} />;
  const { head, now } = data;
  const { assessment, centre } = head;
  const words = moderationWords.value;
  const changed = (fresh: Now, say: Say) => {
    loaded.data.value = { head, now: fresh };
    said.value = say;
  };
  const open = now.may && now.state === "sample requested";
  return (
    <SheetPage head={head} here="moderation" title={words.title} loaded={loaded}>
      <div class="cm-screen">
        <Said say={said.value} />
        <ModeratedWith centre={centre} now={now} />
        {now.state === "not started" && <NotStarted head={head} />}
        {now.state === "started" && <p class="govuk-inset-text">{words.started}</p>}
        {now.outcome && (
          <>
            <Outcome outcome={now.outcome} scale={assessment.scale} of="yours" />
            <p class="govuk-body">
              <Link class="govuk-link" href={`/sheets/${sheet}/moderation/outcome`}>
                {words.outcome.link}
              </Link>
            </p>
            {released && hasPassed(released) && <p class="govuk-hint">{words.outcome.read}</p>}
          </>
        )}
        {now.state !== "not started" && <Arrangement now={now} of="yours" />}
        {now.sample.some(isWanted) && (
          <p class="govuk-body">
            <Link class="govuk-link" href={`/sheets/${sheet}/moderation/work`}>
              {words.gather.link}
            </Link>
          </p>
        )}
      </div>
      {now.moderator && now.method === "post" && now.state === "sample requested" && now.sample.some(isWanted) && (
        <Label moderator={now.moderator} centre={centre} code={assessment.code} />
      )}
      <div class="cm-screen">
        {now.sample.length > 0 && <Sample sheet={sheet} now={now} scale={assessment.scale} open={open} changed={changed} again={loaded.reload} />}
        {now.state === "sample requested" && now.sample.length === 0 && <p class="govuk-body">{words.nobody}</p>}
        {open && <CorrectSent sheet={sheet} now={now} changed={changed} again={loaded.reload} />}
        {open && <Lost sheet={sheet} now={now} changed={changed} />}
      </div>
    </SheetPage>
  );
}

/** Moderation begins once the board has the marks: until they are submitted, that is the way on. */
function NotStarted({ head }: { head: Schemas["SheetHead"] }) {
  const words = moderationWords.value;
  const why = words[isHeld(head) ? "held" : "notStarted"];
  if (head.submission) return <Nothing why={why} />;
  return <Nothing why={why} to={`/sheets/${head.id}/submit`} way={sheetWords.value.tabs.other.submit} />;
}
