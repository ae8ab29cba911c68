import { Link } from "wouter-preact";
import type { Schemas } from "../../api/client";
import { day } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { FailedPage, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { t } from "../../i18n/words";
import { ReportLink } from "../submitted/ReportLink";
import { Distribution } from "./Distribution";
import { Incomplete } from "./Incomplete";
import { SubmitForm } from "./SubmitForm";
import { getReview } from "./api";

/** Look at the marks together, declare, and submit exactly those. */
export function Review({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, () => getReview(sheet));
  if (loaded.error.value) return <FailedPage error={loaded.error.value} retry={loaded.reload} />;
  if (!loaded.data.value) return <Loading />;
  const { data } = loaded.data.value;
  const { assessment, submission } = data.sheet;
  return (
    <Page title="Review and submit" caption={`${assessment.code} ${assessment.title}`}>
      <p class="govuk-body">
        <StatusTag status={data.sheet.status} /> Deadline {day(data.sheet.deadline)}
      </p>
      <Counts review={data} />
      <Distribution bands={data.distribution} noun={t.value.outcomes.scale[assessment.scale.kind]} />
      {submission ? (
        <p class="govuk-inset-text">
          These marks were submitted. <Link href={`/sheets/${sheet}/submitted`}>See the submission</Link>.
        </p>
      ) : (
        <>
          <Incomplete sheet={sheet} missing={data.missing} />
          {data.sheet.may.submit ? (
            <SubmitForm sheet={sheet} review={data} etag={loaded.data.value.etag} again={loaded.reload} />
          ) : (
            <p class="govuk-inset-text">
              Your role is to enter marks. Someone with the role <em>submit marks</em> at your centre, usually the exams officer,
              submits them when every candidate has a mark and is checked.
            </p>
          )}
          <ReportLink sheet={sheet} ask="Print a draft of these marks" />
        </>
      )}
      <p class="govuk-body">
        <Link class="govuk-link" href={`/sheets/${sheet}`}>
          Back to the marks
        </Link>
      </p>
    </Page>
  );
}

function Counts({ review }: { review: Schemas["ReviewOut"] }) {
  const c = review.counts;
  const lines: [string, string | number | null][] = [
    ["Candidates", c.candidates],
    ["Entered", c.entered],
    ["Checked", c.checked],
    ["Absent", c.absent],
    ["Zero", c.zero],
    ["Highest", c.highest],
    ["Lowest", c.lowest],
    ["Mean", c.mean],
  ];
  return (
    <dl class="cm-counts">
      {lines
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
