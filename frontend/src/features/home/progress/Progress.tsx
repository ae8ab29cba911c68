import { Link } from "wouter-preact";
import { useCentre } from "../../../auth/centre";
import { t } from "../../../i18n/words";
import { csv } from "../../../lib/csv";
import { day, isoDay, moment, seriesTitle } from "../../../lib/dates";
import { download } from "../../../lib/download";
import { listed as inWords } from "../../../lib/listed";
import { useResource } from "../../../lib/resource";
import { Page, Unloaded } from "../../../ui/Page";
import { listed, responsibleFor } from "../filter";
import { useAsked } from "../use-asked";
import { type Group, grouped, leftFor, submittedOn, tableOf } from "./progress";
import "./progress.scss";
import { progressWords } from "./words";
import { Nothing } from "../../../ui/Nothing";

/** How far a centre is, by department and assessment: for a head of department or of centre, on paper or in a file. */
export function Progress() {
  const { me, centre } = useCentre();
  const { asked, query, load } = useAsked();
  const loaded = useResource(`${centre.number}${query}`, async () => ({ found: await load(), at: new Date() }));
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { found, at } = loaded.data.value;
  const groups = grouped(listed(found.assessments, found.departments, asked), found.departments);
  const words = progressWords.value;
  const file = `progress-${centre.number}-${found.series.id}-${isoDay(0, at)}.csv`;
  return (
    <Page title={words.title} caption={`${centre.number} ${centre.name} · ${seriesTitle(found.series)}`}>
      <p class="govuk-body">{words.asOf(moment(at), me.name)}</p>
      <div class="cm-progress__tools cm-not-printed">
        <button type="button" class="govuk-button" onClick={() => globalThis.print()}>
          {words.print}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => download(file, csv(tableOf(groups, at)), "text/csv;charset=utf-8")}>
          {words.csv}
        </button>
        <Link class="govuk-link" href={`/${query}`}>
          {words.back}
        </Link>
      </div>
      {groups.length === 0 && <Nothing why={words.none} />}
      {groups.length > 0 && <Table groups={groups} at={at} named={found.departments.length > 0} />}
      {found.departments.length === 0 && (
        <p class="govuk-body cm-not-printed">
          {words.noDepartments}{" "}
          <Link class="govuk-link" href="/settings/departments">
            {words.departments}
          </Link>
        </p>
      )}
    </Page>
  );
}

interface TableProps {
  groups: Group[];
  at: Date;
  /** Whether the centre has departments, so that each group has a heading. */
  named: boolean;
}

function Table({ groups, at, named }: TableProps) {
  const { columns, noDepartment, title } = progressWords.value;
  const numbers = [columns.candidates, columns.entered, columns.checked];
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list cm-progress">
        <caption class="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.assessment}</th>
            {numbers.map((name) => (
              <th key={name} scope="col" class="cm-number">
                {name}
              </th>
            ))}
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.deadline}</th>
            <th scope="col" class="cm-number">
              {columns.left}
            </th>
            <th scope="col">{columns.responsible}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            {named && <Sum group={group} name={group.name || noDepartment} />}
            {group.list.map((item) => (
              <tr key={item.sheet}>
                <th scope="row">
                  <Link class="govuk-link" href={`/sheets/${item.sheet}`}>
                    {item.assessment.code}
                  </Link>{" "}
                  {item.assessment.title}
                </th>
                <Figures figures={item} />
                <td data-label={columns.status}>
                  {t.value.outcomes.status[item.status]}
                  {item.submission && <span class="cm-hint">{submittedOn(item)}</span>}
                </td>
                <td data-label={columns.deadline} class="cm-day">
                  {day(item.deadline)}
                </td>
                <td data-label={columns.left} class={`cm-number${item.overdue ? " cm-late" : ""}`}>
                  {leftFor(item, at)}
                </td>
                <td data-label={columns.responsible}>{inWords(responsibleFor(item))}</td>
              </tr>
            ))}
          </tbody>
        ))}
        {(!named || groups.length > 1) && (
          <tbody>
            <Sum group={all(groups)} name={progressWords.value.everything} />
          </tbody>
        )}
      </table>
    </div>
  );
}

/** A department's sums, in a line of its own. */
const Sum = ({ group, name }: { group: Group; name: string }) => (
  <tr class="cm-progress__sum">
    <th scope="rowgroup">{name}</th>
    <Figures figures={group.sum} />
    <td colSpan={4}>{progressWords.value.submitted(group.sum.submitted, group.list.length)}</td>
  </tr>
);

const Figures = ({ figures }: { figures: Pick<Group["sum"], "candidates" | "entered" | "checked"> }) => {
  const { columns } = progressWords.value;
  return (
    <>
      {(["candidates", "entered", "checked"] as const).map((name) => (
        <td key={name} class="cm-number" data-label={columns[name]}>
          {figures[name]}
        </td>
      ))}
    </>
  );
};

/** Every group as one. */
function all(groups: Group[]): Group {
  const sum = (figure: keyof Group["sum"]) => groups.reduce((total, group) => total + group.sum[figure], 0);
  return {
    name: "",
    list: groups.flatMap(({ list }) => list),
    sum: { candidates: sum("candidates"), entered: sum("entered"), checked: sum("checked"), submitted: sum("submitted") },
  };
}
