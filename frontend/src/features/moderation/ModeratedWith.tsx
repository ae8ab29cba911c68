import type { Schemas } from "../../api/client";
import { centreWords, listed } from "../../lib/listed";
import type { Moderation } from "./api";
import { moderationWords } from "./words";

/** The other centres a centre is moderated with, if any. */
export function ModeratedWith({ centre, now }: { centre: Schemas["CentreOut"]; now: Moderation }) {
  const others = now.centres.filter(({ number }) => number !== centre.number).map(centreWords);
  if (others.length === 0) return null;
  const words = moderationWords.value.together;
  return <p class="govuk-body">{(now.state === "not started" ? words.before : words.since)(listed(others))}</p>;
}
