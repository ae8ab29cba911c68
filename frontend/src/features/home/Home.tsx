import { Link, useSearch } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { useCentre } from "../../app/centre";
import { en } from "../../i18n/en";
import { day, deadlineWords } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { getAssessments } from "./api";
import { matching, qualificationsOf } from "./filter";
import { SearchForm } from "./SearchForm";

type Summary = Schemas["AssessmentSummary"];

/** Every assessment of the centre in the series, nearest deadline first, each with its one next action. */
export function Home() {
  const { centre, series, allSeries } = useCentre();
  const search = new URLSearchParams(useSearch());
  const menu = search.get("menu") ?? "";
  const asked = {
    series: search.get("series") ?? series.id,
    qualification: search.get("qualification") ?? "",
    code: search.get("code") ?? "",
  };
  const found = useResource(`${centre.number}|${asked.series}`, () => getAssessments(centre.number, asked.series));
  const all = found.data.value?.assessments;
  const list = all && matching(all, asked);
  const title = menu === "submit" || menu === "enter" ? en.menu[menu] : "Your assessments";

  return (
    <Page title={title} caption={`${centre.number} ${centre.name}`}>
      <SearchForm key={search.toString()} series={allSeries} asked={asked} menu={menu} qualifications={qualificationsOf(all ?? [])} />
      {found.error.value && <Failed error={found.error.value} retry={found.reload} />}
      {!list && !found.error.value && <Loading />}
      {list?.length === 0 && <Nothing filtered={all?.length !== 0} />}
      {list && list.length > 0 && <Table list={list} />}
    </Page>
  );
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <p class="govuk-inset-text">
    {filtered
      ? "No assessment matches. Check the code, or leave it empty to see them all."
      : "The board has no entries for your centre in this series yet. They appear here as soon as it has."}
  </p>
);

const Table = ({ list }: { list: Summary[] }) => (
  <div class="cm-scroll">
    <table class="govuk-table cm-table cm-list">
      <caption class="govuk-visually-hidden">Assessments, nearest deadline first</caption>
      <thead>
        <tr>
          <th scope="col">Assessment</th>
          <th scope="col">Deadline</th>
          <th scope="col" class="cm-number">Entered</th>
          <th scope="col" class="cm-number">Checked</th>
          <th scope="col">Status</th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {list.map((item) => (
          <Line key={item.sheet} item={item} />
        ))}
      </tbody>
    </table>
  </div>
);

function Line({ item }: { item: Summary }) {
  const open = item.next === "enter" || item.next === "check" || item.next === "submit";
  return (
    <tr>
      <th scope="row">
        <strong>{item.assessment.code}</strong> {item.assessment.title}
        <span class="cm-hint">{item.assessment.qualification.title}</span>
      </th>
      <td data-label="Deadline">
        <span class="cm-day">{day(item.deadline)}</span>
        {open && <span class={item.overdue ? "cm-hint cm-late" : "cm-hint"}>{deadlineWords(item.deadline)}</span>}
      </td>
      <td class="cm-number" data-label="Entered">
        {item.entered} of {item.candidates}
      </td>
      <td class="cm-number" data-label="Checked">
        {item.checked} of {item.candidates}
      </td>
      <td>
        <StatusTag status={item.status} />
      </td>
      <td>
        <Link class="govuk-link" href={target(item)}>
          {en.next[item.next]}
          <span class="govuk-visually-hidden"> for {item.assessment.code}</span>
        </Link>
        {item.next === "submit" && (
          <Link class="govuk-link cm-second" href={`/sheets/${item.sheet}`}>
            Change marks<span class="govuk-visually-hidden"> for {item.assessment.code}</span>
          </Link>
        )}
        {(item.next === "enter" || item.next === "check") && item.entered > 0 && (
          <Link class="govuk-link cm-second" href={`/sheets/${item.sheet}/submit`}>
            Review incomplete<span class="govuk-visually-hidden"> for {item.assessment.code}</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

function target(item: Summary): string {
  const sheet = `/sheets/${item.sheet}`;
  if (item.next === "submit") return `${sheet}/submit`;
  return item.submission ? `${sheet}/submitted` : sheet;
}
