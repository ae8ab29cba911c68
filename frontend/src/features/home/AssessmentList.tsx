import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import type { Held } from "../../auth/centre";
import { t } from "../../i18n/words";
import { day, daysLeft } from "../../lib/dates";
import { extensionWords } from "../../sheet/extension-words";
import { timeWords } from "../../sheet/lock";
import { StatusTag } from "../../ui/StatusTag";
import { isOpen, responsibleFor } from "./filter";
import "./home.scss";
import { type People, askWhom, mayAsk, mayEnter, maySubmit } from "./next-step";
import { homeWords } from "./words";

type Summary = Schemas["AssessmentSummary"];

interface Props {
  list: Summary[];
  people: People;
  /** What the person signed in may do at this centre. */
  held: Held;
}

/** The page of the sheet for each next step. */
const PAGE: Record<Summary["next"], string> = { enter: "", check: "/check", submit: "/submit", wait: "/submitted", keep: "/submitted" };

/** How many days before a deadline the link for more time appears. */
const NEAR_DAYS = 14;

/** The assessments, each in two lines with what is missing and one next step. */
export function AssessmentList({ list, ...rest }: Props) {
  const words = homeWords.value.list;
  return (
    <table class="govuk-table cm-table cm-list cm-assessments">
      <caption class="govuk-visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.assessment}</th>
          <th scope="col">{words.deadline}</th>
          <th scope="col">{words.marks}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((item) => (
          <Line key={item.sheet} item={item} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ item, people, held }: Omit<Props, "list"> & { item: Summary }) {
  const words = homeWords.value;
  return (
    <tr>
      <th scope="row">
        <strong>{item.assessment.code}</strong> {item.assessment.title}
        <Hint>{[item.assessment.qualification.title, ...responsibleFor(item)].join(" · ")}</Hint>
      </th>
      <td>
        <span class="cm-day">{day(item.deadline)}</span>
        {isOpen(item) && <Time item={item} />}
      </td>
      <td>
        {words.list.entered(item.entered, item.candidates)}
        <Hint>{words.list.checked(item.checked, item.candidates)}</Hint>
      </td>
      <td>
        <StatusTag status={item.status} />
        <Hint>{[item.late_entries > 0 ? words.lateEntries(item.late_entries) : "", missingWords(item), afterWords(item)].filter(Boolean).join(", ")}</Hint>
      </td>
      <td>
        <Next item={item} people={people} held={held} />
      </td>
    </tr>
  );
}

const Hint = ({ children }: { children: ComponentChildren }) => (children ? <span class="cm-hint">{children}</span> : null);

/** The time left, and the extension requested. */
function Time({ item }: { item: Summary }) {
  const words = homeWords.value;
  const { extension, overdue, requests } = item;
  const closed = item.window === "closed";
  return (
    <>
      {closed || overdue ? <span class="cm-hint cm-late">{closed ? words.closed : words.overdue}</span> : <Hint>{timeWords(item)}</Hint>}
      <Hint>{extension && extensionWords(extension)}</Hint>
      {requests
        .filter(({ own, done }) => own && !done)
        .map(({ number, asked_by, due }) => (
          <Hint key={number}>{words.askedBy(asked_by, day(due))}</Hint>
        ))}
    </>
  );
}

/** What candidates still lack, each counted once: 8 without a mark, 14 not checked. */
function missingWords({ assessment, candidates, entered, checked }: Summary): string {
  const words = homeWords.value.missing;
  const parts: string[] = [];
  if (candidates > entered) parts.push(words[assessment.scale.kind](candidates - entered));
  if (entered > checked) parts.push(words.check(entered - checked));
  return parts.join(", ");
}

/** What stands out after the submission: work to send, what the board decides or has decided. */
function afterWords({ after }: Summary): string {
  if (!after) return "";
  const words = homeWords.value.after;
  return [
    after.send_by ? words.send(after.to_send, day(after.send_by)) : "",
    after.work_by ? words.work(day(after.work_by)) : after.amendments > 0 ? words.waits(after.amendments) : "",
    after.outcome_at ? words.outcome(day(after.outcome_at)) : "",
  ]
    .filter(Boolean)
    .join(", ");
}

interface Way {
  to: string;
  words: string;
}

/** The one next step, and one other way beside it, or more that unfold. */
function Next({ item, people, held }: Omit<Props, "list"> & { item: Summary }) {
  const { code } = item.assessment;
  const ask = askWhom(homeWords.value, item, held, people);
  const ways = waysOf(item, held, ask !== undefined);
  const [first, ...others] = ways;
  return (
    <>
      {ask ? <span>{ask}</span> : first && <Step {...first} code={code} />}
      <Others ways={ask ? ways : others} code={code} />
    </>
  );
}

function Others({ ways, code }: { ways: Way[]; code: string }) {
  if (ways.length < 2) return ways[0] ? <Step {...ways[0]} code={code} second /> : null;
  return (
    <details class="cm-more">
      <summary>
        {homeWords.value.more} <span class="govuk-visually-hidden">{homeWords.value.forCode(code)}</span>
      </summary>
      {ways.map((way) => (
        <Step key={way.to} {...way} code={code} second />
      ))}
    </details>
  );
}

/** Where one can go from a sheet, the next step first unless someone else has to take it. */
function waysOf(item: Summary, held: Held, asked: boolean): Way[] {
  const words = homeWords.value;
  const { after, deadline, extension, next } = item;
  const sheet = `/sheets/${item.sheet}`;
  if (!isOpen(item)) {
    const moderation = `${sheet}/moderation`;
    return [
      ...(after?.work_by && !asked ? [{ to: `${sheet}/amend`, words: words.next.work }] : []),
      ...(after?.send_by && !asked ? [{ to: moderation, words: words.next.send }] : []),
      ...(after?.outcome_at ? [{ to: moderation, words: words.next.outcome }] : []),
      { to: sheet + PAGE[next], words: words.next[next] },
    ];
  }
  if (item.window !== "open") return [{ to: sheet, words: words.see }];
  const more = maySubmit(held, item.assessment.code) && extension?.granted !== null && daysLeft(deadline) <= NEAR_DAYS;
  return [
    ...(asked ? [] : [{ to: sheet + PAGE[next], words: words.next[next] }]),
    ...(next !== "enter" || asked ? [{ to: sheet, words: mayEnter(held, item.assessment.code) ? words.change : words.see }] : []),
    ...(next !== "submit" && item.entered > 0 ? [{ to: `${sheet}/submit`, words: words.incomplete }] : []),
    ...(mayAsk(held) && next !== "submit" ? [{ to: `/asked?sheet=${item.sheet}`, words: words.askColleague }] : []),
    ...(more ? [{ to: `${sheet}/more-time`, words: t.value.links.moreTime }] : []),
  ];
}

const Step = ({ to, words, code, second = false }: Way & { code: string; second?: boolean }) => (
  <Link class={second ? "govuk-link cm-second" : "govuk-link"} href={to}>
    {words} <span class="govuk-visually-hidden">{homeWords.value.forCode(code)}</span>
  </Link>
);
