import type { ComponentChildren } from "preact";
import type { Schemas } from "../../../api/client";
import { t } from "../../../i18n/words";
import { moment, seriesTitle } from "../../../lib/dates";
import { Facts } from "../../../ui/Facts";
import { submittedWords } from "./words";

type Receipt = Schemas["SubmissionOut"];

interface PanelProps {
  head: Pick<Schemas["SheetHead"], "assessment" | "centre" | "series">;
  submission: Receipt;
  title: string;
  /** What can be done with it: the report first. */
  children: ComponentChildren;
}

/** What was sent, for whom, and under which reference. */
export function ReceiptPanel({ head: { assessment, centre, series }, submission, title, children }: PanelProps) {
  return (
    <section class={`cm-receipt cm-receipt--${submission.status}`} aria-labelledby="receipt-title">
      <h2 class="govuk-heading-l" id="receipt-title">
        {title}
      </h2>
      <p>
        {assessment.code} {assessment.title}, {seriesTitle(series)}
      </p>
      <p>
        {centre.number} {centre.name}
      </p>
      <p class="cm-receipt__reference">
        {submittedWords.value.receipt.reference} <strong>{submission.reference}</strong>
      </p>
      <div class="cm-receipt__ways">{children}</div>
    </section>
  );
}

/** Who submitted, when, how many marks; the fingerprint of what was sent is folded away. */
export function ReceiptFacts({ submission: s }: { submission: Receipt }) {
  const { kind, receipt: words } = submittedWords.value;
  return (
    <>
      <Facts
        facts={[
          [words.number, kind[s.kind](s.number)],
          [words.submitted, t.value.dates.by(moment(s.submitted_at), s.submitted_by)],
          [words.confirmed, s.confirmed_at ? moment(s.confirmed_at) : words.notYet],
          [words.marks, words.counts(s.candidates - s.absent, s.candidates, s.absent)],
          [words.inTime, s.late ? words.late : words.yes],
        ]}
      />
      <details class="cm-fold cm-fingerprint">
        <summary>{words.fingerprint}</summary>
        <p class="govuk-body cm-break">{s.sha256}</p>
        <p class="cm-hint">{words.fingerprintIs}</p>
      </details>
    </>
  );
}
