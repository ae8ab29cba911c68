import { useSignal } from "@preact/signals";
import { t } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { sheetWords } from "../../sheet/words";
import type { Line } from "./api";
import { uploadWords } from "./words";

/** A table with more rows than this opens on demand. */
const SHOWN = 20;

/**
 * What lines would change on the sheets: the candidate, the mark now, who changed it after the file was made, and the
 * new mark.
 */
export function Changed({ title, lines }: { title: string; lines: Line[] }) {
  const opened = useSignal(false);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {lines.length <= SHOWN ? (
        <Table title={title} lines={lines} />
      ) : (
        <details class="cm-changed" onToggle={(event) => (opened.value = event.currentTarget.open)}>
          <summary>{uploadWords.value.faults.all(lines.length)}</summary>
          {opened.value && <Table title={title} lines={lines} />}
        </details>
      )}
    </section>
  );
}

function Table({ title, lines }: { title: string; lines: Line[] }) {
  const words = uploadWords.value;
  const named = lines.some(({ name }) => name !== "");
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.faults.line}</th>
            <th scope="col">{words.faults.candidate}</th>
            {named && <th scope="col">{words.changes.named}</th>}
            <th scope="col">{words.changes.now}</th>
            <th scope="col">{words.changes.given}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.line}|${line.assessment}`}>
              <th scope="row" data-label={words.faults.line}>
                {line.line}
              </th>
              <td data-label={words.faults.candidate}>
                {line.candidate} {line.listed}
                <span class="cm-hint">{line.assessment}</span>
              </td>
              {named && <td data-label={words.changes.named}>{line.name}</td>}
              <td data-label={words.changes.now}>
                {said(line.before)}
                {line.since && <span class="cm-hint">{sinceWords(line.since)}</span>}
              </td>
              <td data-label={words.changes.given}>
                <strong>{said(line.outcome)}</strong>
                {line.criteria.length > 0 && <span class="cm-hint">{line.criteria.join(" + ")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sinceWords({ by, at }: NonNullable<Line["since"]>): string {
  const words = uploadWords.value.changes;
  return at === null ? words.sinceUnknown : words.since(moment(at), by);
}

function said(outcome: Line["outcome"]): string {
  if (outcome === null) return sheetWords.value.noMark;
  if (outcome.kind === "absent") return t.value.outcomes.absent;
  return outcome.kind === "mark" ? String(outcome.mark) : outcome.grade;
}
