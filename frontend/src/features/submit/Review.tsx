import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { day } from "../../lib/dates";
import { useResource } from "../../lib/resource";
import { Failed, Loading, Page } from "../../ui/Page";
import { StatusTag } from "../../ui/StatusTag";
import { ReportLink } from "../submitted/ReportLink";
import { Distribution } from "./Distribution";
import { Incomplete } from "./Incomplete";
import { getReview, submitMarks } from "./api";

type Loaded = Awaited<ReturnType<typeof getReview>>;

/** Look at the marks together, declare, and submit exactly those. */
export function Review({ sheet }: { sheet: string }) {
  const loaded = useResource(sheet, () => getReview(sheet));
  if (loaded.error.value) return <Failed error={loaded.error.value} retry={loaded.reload} />;
  if (!loaded.data.value) return <Loading />;
  const { data } = loaded.data.value;
  const { assessment, submission } = data.sheet;
  return (
    <Page title="Review and submit" caption={`${assessment.code} ${assessment.title}`}>
      <p class="govuk-body">
        <StatusTag status={data.sheet.status} /> Deadline {day(data.sheet.deadline)}
      </p>
      <Counts review={data} />
      <Distribution bands={data.distribution} noun={assessment.scale.kind === "grade" ? "Grade" : "Marks"} />
      {submission ? (
        <p class="govuk-inset-text">
          These marks were submitted. <Link href={`/sheets/${sheet}/submitted`}>See the submission</Link>.
        </p>
      ) : (
        <>
          <Incomplete sheet={sheet} missing={data.missing} />
          <Submit key={loaded.data.value.etag} sheet={sheet} review={loaded.data.value} again={loaded.reload} />
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

function Submit({ sheet, review, again }: { sheet: string; review: Loaded; again: () => Promise<void> }) {
  const { data, etag } = review;
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<string[]>([]);
  const busy = useSignal(false);
  const key = useRef(crypto.randomUUID());
  const summary = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  useEffect(() => {
    if (trouble.value.length > 0) summary.current?.focus();
  }, [trouble.value]);

  if (!data.sheet.may.submit) {
    return (
      <p class="govuk-inset-text">
        Someone with the role <em>submit marks</em> at your centre, usually the exams officer, can submit these marks.
      </p>
    );
  }
  const toggle = (statement: string, on: boolean) => {
    const next = new Set(agreed.value);
    if (on) next.add(statement);
    else next.delete(statement);
    agreed.value = next;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value) return;
    const blockers = blockersOf(data, agreed.value);
    trouble.value = blockers;
    if (blockers.length > 0) return;
    busy.value = true;
    try {
      await submitMarks(sheet, etag, key.current, { version: data.declaration.version, agreed: [...agreed.value] });
      navigate(`/sheets/${sheet}/submitted`);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      trouble.value = [fault.status === 0 ? "There was no answer. Submit again: it cannot be sent twice." : fault.message];
      if (fault.status === 412) await again();
    } finally {
      busy.value = false;
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      {trouble.value.length > 0 && (
        <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
          <h2 class="govuk-error-summary__title">These marks cannot be submitted yet</h2>
          <ul class="govuk-list govuk-error-summary__list">
            {trouble.value.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Declaration</legend>
        <div class="govuk-checkboxes">
          {data.declaration.statements.map(({ key: name, text }) => (
            <div class="govuk-checkboxes__item" key={name}>
              <input
                class="govuk-checkboxes__input"
                id={`agree-${name}`}
                type="checkbox"
                checked={agreed.value.has(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`agree-${name}`}>
                {text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {data.late && <p class="govuk-inset-text">The deadline has passed. The marks will be taken and marked late.</p>}
      <p class="govuk-body">After this the marks cannot be edited; a correction is an amendment to centre marks.</p>
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {busy.value ? "Submitting…" : "Submit"}
      </button>
    </form>
  );
}

/** What stands in the way of submitting, in words. */
export function blockersOf(review: Schemas["ReviewOut"], agreed: ReadonlySet<string>): string[] {
  const blockers: string[] = [];
  if (review.missing.length > 0) {
    const one = review.missing.length === 1;
    blockers.push(`${review.missing.length} ${one ? "candidate is" : "candidates are"} still to complete: see Review incomplete`);
  }
  if (review.declaration.statements.some(({ key }) => !agreed.has(key))) {
    blockers.push("Agree to every statement of the declaration");
  }
  return blockers;
}
