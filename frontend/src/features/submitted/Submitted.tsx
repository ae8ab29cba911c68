import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Link } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { moment } from "../../lib/dates";
import { FailedPage, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { ReportLink } from "./ReportLink";
import { getHead } from "./api";
import { pollUntil } from "./poll";

type Sheet = Schemas["SheetOut"];

/** The receipt of a submission, and its way from submitted to confirmed. */
export function Submitted({ sheet }: { sheet: string }) {
  const seen = useSignal<Sheet | undefined>(undefined);
  const error = useSignal<ApiError | undefined>(undefined);
  const look = async () => {
    try {
      seen.value = await getHead(sheet);
      error.value = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault;
    }
    return seen.value;
  };
  useEffect(() => pollUntil(look, (now) => now?.status !== "submitted"), [sheet]);

  const now = seen.value;
  if (!now) return error.value ? <FailedPage error={error.value} retry={() => void look()} /> : <Loading />;
  if (!now.submission) {
    return (
      <Page title={`${now.assessment.code} is not submitted`}>
        <Link class="govuk-link" href={`/sheets/${sheet}/submit`}>
          Review and submit
        </Link>
      </Page>
    );
  }
  return (
    <Page title={`${now.assessment.code} ${now.assessment.title}`} caption="Submission">
      <p class="govuk-body" role="status">
        <StatusTag status={now.status} />{" "}
        {now.status === "confirmed"
          ? "The board has received these marks."
          : "The marks were sent and are being processed. This page changes by itself when the board has received them."}
      </p>
      <Receipt submission={now.submission} />
      <ReportLink sheet={sheet} ask="Print these marks" awaited version={now.version} />
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        Keep the printed report for your records; the moderator does not need a copy. Moderation begins when all your centre's marks
        for this assessment are with the board.
      </p>
      <ul class="govuk-list cm-actions">
        <li>
          <Link class="govuk-link" href="/">
            Your assessments
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}`}>
            See the marks
          </Link>
        </li>
        <li>
          <Link class="govuk-link" href={`/sheets/${sheet}/history`}>
            Who changed what
          </Link>
        </li>
      </ul>
    </Page>
  );
}

function Receipt({ submission: s }: { submission: Schemas["SubmissionOut"] }) {
  const lines: [string, string][] = [
    ["Reference", s.reference],
    ["Submitted", `${moment(s.submitted_at)} by ${s.submitted_by}`],
    ["Confirmed", s.confirmed_at ? moment(s.confirmed_at) : "Not yet"],
    ["Marks", `${s.candidates - s.absent} of ${s.candidates} candidates, ${s.absent} absent`],
    ["In time", s.late ? "Late: after the deadline" : "Yes"],
    ["Fingerprint (SHA-256)", s.sha256],
  ];
  return (
    <dl class="govuk-summary-list">
      {lines.map(([name, value]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value cm-break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
