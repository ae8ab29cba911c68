import { useSignal } from "@preact/signals";
import { Link } from "wouter-preact";
import type { Schemas } from "../../../api/client";
import { type Held, useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { day, daysLeft, deadlineWords, seriesTitle } from "../../../lib/dates";
import { anyOf } from "../../../lib/people";
import { useResource } from "../../../lib/resource";
import { hasReadOutcome } from "../../../sheet/outcome-read";
import { getNotices } from "../../notices/api";
import { getPeople } from "../../people/manage/api";
import { homeWords } from "../words";
import { type Due as One, dueIn, nextDeadline } from "./due";
import "./due.scss";
import { dueWords } from "./words";

/** How many lines are shown before the rest is asked for. */
const FIRST = 7;
const NEWS = new Set(["outcome", "granted", "declined"]);

interface Props {
  /** The series that is listed below, which needs no naming. */
  listed: string;
  /** Every series in which something can be due. */
  current: Schemas["CentreAssessmentsOut"][];
  held: Held;
}

/** What is due at the centre, in order of date, each with the one thing to do and who can do it. */
export function Due({ listed, current, held }: Props) {
  const all = useSignal(false);
  const mail = useResource("", getNotices);
  const { me, centre } = useCentre();
  const manages = held.roles.includes("centre administrator");
  const asking = useResource(`${centre.number}|${manages}`, async () => (manages ? (await getPeople(centre.number)).requests : []));
  const due = dueIn(current, held).filter(({ what, item, on }) => what !== "outcome" || !hasReadOutcome(me.id, item.sheet, on));
  const cameBack = mail.data.value?.trouble != null;
  const requests = asking.data.value ?? [];
  const shown = all.value ? due : due.slice(0, FIRST);
  const words = dueWords.value;
  return (
    <section class="cm-due">
      <h2 class="govuk-heading-m">{words.title}</h2>
      {due.length === 0 && !cameBack && requests.length === 0 && <p class="govuk-body">{nothingWords(current.flatMap(({ assessments }) => assessments))}</p>}
      <ul>
        {cameBack && (
          <li>
            <span>{words.now}</span>
            <Link class="govuk-link" href="/notices">
              {words.mail}
            </Link>
            <span class="cm-due__who">{words.you}</span>
          </li>
        )}
        {requests.length > 0 && (
          <li>
            <span>{words.now}</span>
            <Link class="govuk-link" href="/people">
              {words.roles(requests.length)}
            </Link>
            <span class="cm-due__who">{words.you}</span>
          </li>
        )}
        {shown.map((one) => (
          <Line key={`${one.item.sheet}|${one.what}|${one.request}`} one={one} listed={listed} />
        ))}
      </ul>
      {due.length > shown.length && (
        <button type="button" class="cm-link-button" onClick={() => (all.value = true)}>
          {words.all(due.length)}
        </button>
      )}
    </section>
  );
}

function Line({ one, listed }: { one: One; listed: string }) {
  const { what, item, series, groups, request, on, page, who } = one;
  const words = dueWords.value;
  const { code, title } = item.assessment;
  const late = !NEWS.has(what) && daysLeft(on) < 0;
  return (
    <li>
      <span class={late ? "cm-late" : undefined}>
        {day(on)}
        {!NEWS.has(what) && <span class="cm-hint-inline">{late && request !== undefined ? words.askedFor : deadlineWords(on)}</span>}
      </span>
      <span>
        <Link class="govuk-link" href={`/sheets/${item.sheet}${page}`}>
          {whatWords(one)} {homeWords.value.forCode(code)}
          {groups.length > 0 && `, ${words.groups(groups.length, groups.join(", "))}`}
        </Link>{" "}
        {title}
        {series.id !== listed && ` · ${seriesTitle(series)}`}
      </span>
      <span class="cm-due__who">{who === "you" ? words.you : anyOf(who) || words.nobody}</span>
    </li>
  );
}

function whatWords({ what, item, count }: One): string {
  const words = dueWords.value;
  const said = words.what[what];
  if (typeof said === "string") return said;
  return said(what === "send" ? t.value.outcomes.candidates(count) : words[item.assessment.scale.kind](count));
}

function nothingWords(assessments: Schemas["AssessmentSummary"][]): string {
  const words = dueWords.value;
  const next = nextDeadline(assessments);
  return next ? words.nothing(day(next.deadline), next.assessment.code, t.value.dates.left(daysLeft(next.deadline))) : words.nothingMore;
}
