import { Link } from "wouter-preact";
import type { ApiError } from "../../../api/client";
import { faultWords } from "../../../i18n/fault-words";
import { t } from "../../../i18n/words";
import { sheetWords } from "../../../sheet/words";
import { NotLooked } from "../../checks/patterns/NotLooked";
import { Counts } from "../Counts";
import { Distribution } from "../Distribution";
import { Queries } from "../Queries";
import { Supplementary } from "../Supplementary";
import { type Part, type Reviewed, read } from "./batch";
import { homeWords } from "../../home/words";
import { togetherWords } from "./words";

/** One sheet of several: whether it goes with the others, its review in a fold, and how far it is. */
export function ReadySheet({ part, busy }: { part: Part; busy: boolean }) {
  const { sheet, assessment, reviewed, unread, chosen, progress } = part;
  const now = reviewed.value;
  const done = progress.value.is === "sent";
  const id = `choose-${sheet}`;
  return (
    <li>
      <div class="cm-together__line">
        <input
          type="checkbox"
          id={id}
          checked={chosen.value && !done}
          disabled={done || busy}
          onChange={(event) => {
            chosen.value = event.currentTarget.checked;
          }}
        />
        <label for={id}>
          <strong>{assessment.code}</strong> {assessment.title}
        </label>
        <span class="cm-together__state">
          <State part={part} />
        </span>
      </div>
      {!now && !unread.value && <p class="cm-hint">{t.value.shell.loading}</p>}
      {unread.value && (
        <p class="cm-problem">
          {faultWords(unread.value)}{" "}
          <button type="button" class="cm-link-button" onClick={() => void read(part)}>
            {t.value.shell.again}
          </button>
        </p>
      )}
      {now && (
        <details class="cm-fold">
          <summary>
            {glanceWords(now)} <span class="govuk-visually-hidden">{homeWords.value.forCode(assessment.code)}</span>
          </summary>
          <Facts part={part} now={now} />
        </details>
      )}
    </li>
  );
}

/** The review of one sheet, as on its own page. */
function Facts({ part, now: { review, senses } }: { part: Part; now: Reviewed }) {
  const { sheet, assessment } = part;
  return (
    <>
      {review.late_entries.length > 0 && <Supplementary sheet={sheet} list={review.late_entries} scale={assessment.scale} />}
      <Counts counts={review.counts} />
      <Distribution bands={review.distribution} noun={t.value.outcomes.scale[assessment.scale.kind]} />
      <Queries sheet={sheet} queries={review.queries} senses={senses ?? []} />
      {senses === undefined && <NotLooked again={() => read(part)} />}
      {review.late && <p class="govuk-inset-text">{sheetWords.value.declaration.late}</p>}
    </>
  );
}

/** What stands out in a review, in a line. */
function glanceWords({ review, senses }: Reviewed): string {
  const words = togetherWords.value;
  const { candidates, absent, lowest, highest } = review.counts;
  const second = review.queries.length + (senses?.length ?? 0);
  return [
    t.value.outcomes.candidates(candidates),
    absent > 0 ? words.absent(absent) : "",
    lowest !== null && highest !== null ? words.range(lowest, highest) : "",
    review.late_entries.length > 0 ? words.supplementary(review.late_entries.length) : "",
    review.late ? words.late : "",
    second > 0 ? words.second(second) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function State({ part: { sheet, assessment, progress, reviewed } }: { part: Part }) {
  const words = togetherWords.value;
  const now = progress.value;
  const code = <span class="govuk-visually-hidden">{homeWords.value.forCode(assessment.code)}</span>;
  if (now.is === "sent") {
    return (
      <>
        <strong class="govuk-tag govuk-tag--green">{words.state.sent}</strong>{" "}
        <Link class="govuk-link" href={`/sheets/${sheet}/submitted`}>
          {words.receipt} {code}
        </Link>
      </>
    );
  }
  if (now.is === "sending") return <>{words.state.sending}</>;
  const lacking = reviewed.value?.review.missing.length ?? 0;
  const why = now.is === "held" ? sheetWords.value.unsent.first : now.is === "failed" ? whyWords(now.fault) : lacking > 0 ? words.incomplete(lacking) : "";
  if (!why) return null;
  return (
    <>
      <span class="cm-problem">{why}</span>{" "}
      <Link class="govuk-link" href={`/sheets/${sheet}${now.is === "held" ? "" : "/submit"}`}>
        {words.open} {code}
      </Link>
    </>
  );
}

function whyWords(fault: ApiError): string {
  const words = togetherWords.value;
  if (fault.unknown) return words.unknown;
  return fault.status === 412 ? words.stale : faultWords(fault);
}
