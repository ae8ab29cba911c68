import { Link } from "wouter-preact";
import type { Schemas } from "../../../api/client";
import { getHead } from "../../../api/head";
import { t } from "../../../i18n/words";
import { useResource } from "../../../lib/resource";
import { NoteLines } from "../../../sheet/NoteLines";
import { SheetPage } from "../../../sheet/SheetPage";
import { outcomeColumn, outcomeWords } from "../../../sheet/outcome-words";
import { declaredWords } from "../../../sheet/statement";
import { sheetWords } from "../../../sheet/words";
import { Unloaded } from "../../../ui/Page";
import { EverySubmission } from "./EverySubmission";
import { ReceiptFacts, ReceiptPanel } from "./Receipt";
import { getSubmittedMarks } from "./api";
import "./receipt.scss";
import { submittedWords } from "./words";

type Sent = Schemas["SubmittedMarksOut"];

/** One submission of a sheet as it was sent, though another may have replaced it. */
export function SubmissionAsSent({ sheet, number }: { sheet: string; number: number }) {
  const loaded = useResource(`${sheet}|${number}`, async () => {
    const [head, sent] = await Promise.all([getHead(sheet), getSubmittedMarks(sheet, number)]);
    return { head, sent };
  });
  if (!loaded.data.value) return <Unloaded loaded={loaded} />;
  const { head, sent } = loaded.data.value;
  const words = submittedWords.value;
  const declared = declaredWords(sent.declaration);
  return (
    <SheetPage head={head} here="submission" title={words.every.of(sent.number, sent.submissions)} loaded={loaded}>
      {sent.number < sent.submissions && (
        <p class="govuk-inset-text">
          {words.every.earlier(sent.submissions)}{" "}
          <Link class="govuk-link cm-screen" href={`/sheets/${sheet}/submitted`}>
            {words.every.latest}
          </Link>
        </p>
      )}
      <ReceiptPanel head={head} submission={sent} title={words.every.sent(sent.number)}>
        <Report again={loaded.reload} report={sent.report} />
        <button type="button" class="govuk-button govuk-button--secondary cm-screen" onClick={() => globalThis.print()}>
          {words.every.print}
        </button>
      </ReceiptPanel>
      <ReceiptFacts submission={sent} />
      {declared.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.every.declared(sent.submitted_by)}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {declared.map((statement) => (
              <li key={statement}>{statement}</li>
            ))}
          </ul>
        </>
      )}
      <MarksSent sent={sent} scale={head.assessment.scale} />
      <EverySubmission sheet={sheet} count={sent.submissions} here={sent.number} />
    </SheetPage>
  );
}

/** Opens the report that was printed then; a link that ran out is asked for again first. */
function Report({ report, again }: { report: Sent["report"]; again: () => Promise<void> }) {
  if (!report) return <p class="cm-screen">{submittedWords.value.every.noReport}</p>;
  const open = async () => {
    if (Date.parse(report.expires_at) <= Date.now()) await again();
    else window.open(report.link, "_blank", "noopener,noreferrer");
  };
  return (
    <button type="button" class="govuk-button cm-screen" onClick={() => void open()}>
      {sheetWords.value.report.open}
    </button>
  );
}

function MarksSent({ sent, scale }: { sent: Sent; scale: Schemas["AssessmentOut"]["scale"] }) {
  const words = submittedWords.value.every;
  const noun = t.value.outcomes.scale[scale.kind];
  return (
    <table class="govuk-table cm-table cm-marks-sent">
      <caption class="govuk-table__caption govuk-table__caption--m">{words.marks}</caption>
      <thead>
        <tr>
          <th scope="col">{words.candidate}</th>
          <th scope="col" class={outcomeColumn(scale)}>
            {noun}
          </th>
        </tr>
      </thead>
      <tbody>
        {sent.marks.map(({ candidate, name, outcome, criteria, zero_reason: zero, note }) => (
          <tr key={candidate}>
            <th scope="row">
              {candidate} {name}
              <NoteLines note={note ?? undefined} />
            </th>
            <td class={outcomeColumn(scale)}>
              {outcomeWords(outcome, scale)}
              {criteria.length > 0 && <span class="cm-hint">{criteria.map((mark) => mark ?? "–").join(" + ")}</span>}
              {zero && <span class="cm-hint">{words.zero[zero]}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
