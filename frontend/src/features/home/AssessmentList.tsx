import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { day, daysLeft } from "../../lib/dates";
import { extensionWords } from "../../sheet/extension-words";
import { timeWords } from "../../sheet/lock";
import { StatusTag } from "../../ui/StatusTag";
import { isOpen } from "./glance";
import { type People, type Roles, askWhom, mayEnter, maySubmit } from "./next-step";

type Summary = Schemas["AssessmentSummary"];

interface Props {
  list: Summary[];
  people: People;
  /** What the person signed in may do at this centre. */
  roles: Roles;
}

/** The page of the sheet for each next step. */
const PAGE: Record<Summary["next"], string> = { enter: "", check: "/check", submit: "/submit", wait: "/submitted", keep: "/submitted" };

/** How many days before a deadline the link for more time appears. */
const NEAR_DAYS = 14;

/** The assessments, each with what is missing and one next step. */
export function AssessmentList({ list, ...rest }: Props) {
  const words = t.value.home.list;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.assessment}</th>
            <th scope="col">{words.deadline}</th>
            <th scope="col" class="cm-number">
              {words.entered}
            </th>
            <th scope="col" class="cm-number">
              {words.checked}
            </th>
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
    </div>
  );
}

function Line({ item, people, roles }: Omit<Props, "list"> & { item: Summary }) {
  const words = t.value.home;
  const missing = missingWords(item);
  return (
    <tr>
      <th scope="row">
        <strong>{item.assessment.code}</strong> {item.assessment.title}
        <span class="cm-hint">{item.assessment.qualification.title}</span>
      </th>
      <td data-label={words.list.deadline}>
        <span class="cm-day">{day(item.deadline)}</span>
        {isOpen(item) && <DeadlineHint item={item} may={maySubmit(roles)} />}
      </td>
      <td class="cm-number" data-label={words.list.entered}>
        {words.list.of(item.entered, item.candidates)}
      </td>
      <td class="cm-number" data-label={words.list.checked}>
        {words.list.of(item.checked, item.candidates)}
      </td>
      <td>
        <StatusTag status={item.status} />
        {item.late_entries > 0 && <span class="cm-hint">{words.lateEntries(item.late_entries)}</span>}
        {missing && <span class="cm-hint">{missing}</span>}
      </td>
      <td>
        <Next item={item} people={people} roles={roles} />
      </td>
    </tr>
  );
}

/** The time left, and the extension requested or the link to request one. */
function DeadlineHint({ item, may }: { item: Summary; may: boolean }) {
  const words = t.value.home;
  const { deadline, extension, overdue, sheet } = item;
  const closed = item.window === "closed";
  const asks = may && extension?.granted !== null && daysLeft(deadline) <= NEAR_DAYS;
  return (
    <>
      {closed && <span class="cm-hint cm-late">{words.closed}</span>}
      {!closed && overdue && <span class="cm-hint cm-late">{words.overdue}</span>}
      {!closed && !overdue && <span class="cm-hint">{timeWords(item)}</span>}
      {extension && <span class="cm-hint">{extensionWords(extension)}</span>}
      {asks && <Step second to={`/sheets/${sheet}/more-time`} words={t.value.links.moreTime} code={item.assessment.code} />}
    </>
  );
}

/** What candidates still lack, each counted once: 8 without a mark, 14 not checked. */
function missingWords({ assessment, candidates, entered, checked }: Summary): string {
  const words = t.value.home.missing;
  const parts: string[] = [];
  if (candidates > entered) parts.push(words[assessment.scale.kind](candidates - entered));
  if (entered > checked) parts.push(words.check(entered - checked));
  return parts.join(", ");
}

function Next({ item, people, roles }: Omit<Props, "list"> & { item: Summary }) {
  const words = t.value.home;
  const sheet = `/sheets/${item.sheet}`;
  if (!isOpen(item)) return <Step to={sheet + PAGE[item.next]} words={words.next[item.next]} code={item.assessment.code} />;
  if (item.window !== "open") return <Step to={sheet} words={words.see} code={item.assessment.code} />;
  const ask = askWhom(words, item.next, roles, people);
  const { code } = item.assessment;
  return (
    <>
      {ask ? <span>{ask}</span> : <Step to={sheet + PAGE[item.next]} words={words.next[item.next]} code={code} />}
      {(item.next !== "enter" || ask) && <Step second to={sheet} words={mayEnter(roles) ? words.change : words.see} code={code} />}
      {item.next !== "submit" && item.entered > 0 && <Step second to={`${sheet}/submit`} words={words.incomplete} code={code} />}
    </>
  );
}

const Step = ({ to, words, code, second = false }: { to: string; words: string; code: string; second?: boolean }) => (
  <Link class={second ? "govuk-link cm-second" : "govuk-link"} href={to}>
    {words} <span class="govuk-visually-hidden">{t.value.home.forCode(code)}</span>
  </Link>
);
