import { Link } from "wouter-preact";
import { day, moment } from "../../lib/dates";
import { StateTag } from "./StateTag";
import type { Upload } from "./api";
import { endsAt, isOverdue } from "./report";
import { uploadWords } from "./words";
import { Nothing } from "../../ui/Nothing";

/** The centre's files of the series, each with who sent it, when, and its state. */
export function Earlier({ uploads }: { uploads: Upload[] }) {
  const words = uploadWords.value.earlier;
  if (uploads.length === 0) return <Nothing why={words.none} />;
  return (
    <div class="cm-scroll">
      <table class="govuk-table cm-table cm-list">
        <caption class="govuk-visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col">{words.lines}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {uploads.map((upload) => (
            <tr key={upload.id}>
              <th scope="row">
                <Link class="govuk-link cm-break" href={`/upload/${upload.id}`}>
                  {upload.file_name}
                </Link>
              </th>
              <td data-label={words.sent}>
                {moment(upload.sent_at)}
                <span class="cm-hint">{words.by(upload.sent_by)}</span>
              </td>
              <td data-label={words.lines}>{upload.assessments.length > 0 && words.passed(upload.good, upload.good + upload.bad)}</td>
              <td>
                <StateTag state={upload.state} />
                {upload.cancelled && <span class="cm-hint">{words.cancelled(upload.cancelled.by, day(upload.cancelled.at))}</span>}
                {isOverdue(upload) && <span class="cm-hint">{words.until(moment(endsAt(upload)))}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
