import { Link } from "wouter-preact";
import { day, moment } from "../../lib/dates";
import { StatusTag } from "../../ui/StatusTag";
import type { Line } from "./api";
import { daysOverdue } from "./file";
import { boardWords } from "./words";

/** The sheets, a line each: deadline, candidates, day of submission, and what is waiting. */
export function BoardList({ lines }: { lines: Line[] }) {
  const words = boardWords.value;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col">{words.deadline}</th>
            <th scope="col" class="cm-number">
              {words.candidates}
            </th>
            <th scope="col">{words.submitted}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.sheet} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line }: { line: Line }) {
  const words = boardWords.value;
  const late = daysOverdue(line);
  return (
    <tr>
      <th scope="row">
        <Link class="govuk-link" href={`/board/${line.sheet}`}>
          {line.assessment} {line.centre.number}
        </Link>
        <span class="cm-hint">{line.centre.name}</span>
      </th>
      <td data-label={words.deadline}>
        <span class="cm-day">{day(line.deadline)}</span>
        {late !== "" && <span class="cm-hint cm-late">{words.overdue(late)}</span>}
        {line.extension_asked && <span class="cm-hint">{words.extensionAsked}</span>}
      </td>
      <td class="cm-number" data-label={words.candidates}>
        {line.candidates}
      </td>
      <td data-label={line.submitted_at ? words.submitted : undefined}>
        {line.submitted_at && moment(line.submitted_at)}
        {line.late && <span class="cm-hint cm-late">{words.late}</span>}
      </td>
      <td>
        <StatusTag status={line.status} />
        {line.amendments_waiting > 0 && <span class="cm-hint">{words.waiting(line.amendments_waiting)}</span>}
        {line.sampled > 0 && <span class="cm-hint">{words.sent(line.sent, line.sampled, line.due ? day(line.due) : "")}</span>}
      </td>
    </tr>
  );
}
