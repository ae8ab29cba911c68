import { Link } from "wouter-preact";
import { day } from "../../../lib/dates";
import { useResource } from "../../../lib/resource";
import { type Moderation, getModeration } from "../../moderation/api";
import { moderationWords } from "../../moderation/words";
import { submittedWords } from "./words";

/** The state of moderation of submitted marks; empty while that is not known. */
export function Next({ sheet, held }: { sheet: string; held: boolean }) {
  const now = useResource(sheet, () => getModeration(sheet)).data.value;
  if (!now) return null;
  const words = moderationWords.value;
  const see = { "outcome recorded": words.outcome.title, "sample requested": words.sample.title, started: undefined, "not started": undefined }[now.state];
  return (
    <p class="govuk-body">
      {farWords(now, held)}{" "}
      {see && (
        <Link class="govuk-link" href={`/sheets/${sheet}/moderation`}>
          {see}
        </Link>
      )}
    </p>
  );
}

function farWords({ state, sample, due, overdue }: Moderation, held: boolean): string {
  const { next } = submittedWords.value;
  const moderation = moderationWords.value;
  if (state === "not started") return held ? moderation.held : moderation.notStarted;
  if (state === "started") return moderation.started;
  if (state === "outcome recorded") return next.ended;
  const left = sample.filter((work) => work.state === "asked").length;
  if (left === 0 || !due) return next.nothing;
  return next.toSend(left, overdue ? moderation.overdue(day(due)) : day(due));
}
