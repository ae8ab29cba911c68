import { useEffect } from "preact/hooks";
import { Link, useLocation, useSearch } from "wouter-preact";
import { useCentre } from "../../app/centre";
import { day, deadlineWords } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { FailedPage, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { ReportLink } from "../submitted/ReportLink";
import { MarkRow } from "./MarkRow";
import { Pages } from "./Pages";
import { SaveBar } from "./SaveBar";
import { type Scale, nounOf } from "./parse";
import { loadPage, useOpenPage } from "./use-sheet";

/** Enter marks for a sheet, a page of fifty candidates at a time. */
export function MarkEntry({ sheet }: { sheet: string }) {
  const { me } = useCentre();
  const number = Math.max(1, Number(new URLSearchParams(useSearch()).get("page")) || 1);
  const loaded = useResource(`${sheet}/${number}`, () => loadPage(sheet, number, me.id));
  const { data, error } = loaded;
  if (error.value) return <FailedPage error={error.value} retry={loaded.reload} />;
  if (!data.value || data.value.head.page !== number) return <Loading />;
  return <Sheet key={`${sheet}/${number}`} loaded={data.value} person={me.id} />;
}

type Loaded = Awaited<ReturnType<typeof loadPage>>;

function Sheet({ loaded, person }: { loaded: Loaded; person: string }) {
  const page = useOpenPage(loaded, person);
  const [, navigate] = useLocation();
  const head = page.sheet.value;
  const { assessment, submission, may } = head;
  const locked = submission !== null || !may.enter;
  const noun = nounOf(assessment.scale);
  const here = `/sheets/${head.id}`;

  const pastEnd = () => {
    if (head.page && head.page < head.pages) navigate(`${here}?page=${head.page + 1}#first`);
  };
  useEffect(() => {
    const asked = location.hash.slice(1);
    const row = asked === "first" ? document.querySelector(".cm-row") : document.getElementById(asked);
    const box = row?.querySelector<HTMLElement>("[data-column=mark]");
    box?.focus();
    const save = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key !== "s") return;
      event.preventDefault();
      void page.flush();
    };
    addEventListener("keydown", save);
    return () => removeEventListener("keydown", save);
  }, [page]);

  return (
    <Page title={`${assessment.code} ${assessment.title}`} caption={`${head.series.title} · ${head.centre.number} ${head.centre.name}`}>
      <p class="govuk-body">
        <StatusTag status={head.status} /> Deadline {day(head.deadline)}
        {!submission && ` (${deadlineWords(head.deadline)})`}
      </p>
      {submission && (
        <p class="govuk-inset-text">
          These marks were submitted. <Link href={`${here}/submitted`}>See the submission</Link>.
        </p>
      )}
      {!locked && <Help scale={assessment.scale} />}
      <table class="govuk-table cm-table cm-sheet">
        <caption class="govuk-visually-hidden">
          {noun}s for {assessment.code}, page {head.page} of {head.pages}
        </caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Candidate</th>
            <th scope="col">Group</th>
            <th scope="col">{noun}</th>
            <th scope="col">Checked</th>
            {!locked && <th scope="col">State</th>}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <MarkRow
              key={row.peek().candidate}
              row={row}
              scale={assessment.scale}
              locked={locked}
              edit={page.edit}
              pastEnd={pastEnd}
            />
          ))}
        </tbody>
      </table>
      {page.rows.length === 0 && <p class="govuk-inset-text">No candidate is entered for this assessment.</p>}
      <Pages page={head.page ?? 1} pages={head.pages} go={(to) => navigate(`${here}?page=${to}`)} />
      <SaveBar page={page} locked={locked} />
      <ul class="govuk-list cm-actions">
        {!submission && (
          <li>
            <Link class="govuk-link" href={`${here}/submit`}>
              Review and submit
            </Link>
          </li>
        )}
        <li>
          <Link class="govuk-link" href={`${here}/history`}>
            Who changed what
          </Link>
        </li>
      </ul>
      {!submission && head.candidates > 0 && <ReportLink sheet={head.id} ask="Print a draft of these marks" before={page.flush} />}
    </Page>
  );
}

function Help({ scale }: { scale: Scale }) {
  if (scale.kind === "grade") {
    const grades = scale.grades.map((grade) => `${grade.code} for ${grade.title}`).join(", ");
    return <p class="govuk-hint">Type {grades}, or A for absent, and press Enter. Grades save themselves as you go.</p>;
  }
  return (
    <p class="govuk-hint">
      Type a mark from 0 to {scale.maximum} and press Enter. 0 means work was seen and earned no marks; type A for absent or no
      work. Marks save themselves as you go.
    </p>
  );
}
