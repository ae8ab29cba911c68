import { useSignal } from "@preact/signals";
import { ApiError, type Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { language } from "../../i18n/language";
import { wordFor } from "../../i18n/words";
import { download } from "../../lib/download";
import { type Line, getErrors } from "./api";
import { uploadWords } from "./words";

/** How many are shown before one asks for all. */
const SHOWN = 100;

interface Props {
  title: string;
  lines: Line[];
  /** The upload whose errors can be downloaded here. */
  upload: string | undefined;
}

/** Lines with a fault or a warning: line, candidate, what is wrong, and how to put it right. */
export function Faults({ title, lines, upload }: Props) {
  const all = useSignal(false);
  if (lines.length === 0) return null;
  const words = uploadWords.value.faults;
  const shown = all.value ? lines : lines.slice(0, SHOWN);
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <div class="cm-scroll">
        <table class="govuk-table cm-table cm-list">
          <caption class="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.candidate}</th>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.problem}</th>
              <th scope="col">{words.cure}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={`${line.line}|${line.assessment}|${line.candidate}`}>
                <th scope="row" data-label={words.line}>
                  {line.line}
                </th>
                <td data-label={words.candidate}>
                  {line.candidate} {line.name}
                  {line.assessment && <span class="cm-hint">{line.assessment}</span>}
                </td>
                <td data-label={words.field}>{wordFor(words.fields, line.field)}</td>
                <td data-label={words.problem}>
                  <Problem fault={line} />
                </td>
                <td data-label={words.cure}>{words.saidCure(line.code, line.cure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="cm-dialog__buttons cm-faults__buttons">
        {shown.length < lines.length && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => (all.value = true)}>
            {words.all(lines.length)}
          </button>
        )}
        {upload && <Download upload={upload} />}
      </div>
    </section>
  );
}

/** What is wrong, in the current language; in Welsh followed by the service's own sentence, which quotes the file. */
export const Problem = ({ fault: { code, problem } }: { fault: Pick<Line, "code" | "problem"> }) => (
  <>
    {uploadWords.value.faults.saidProblem(code, problem)}
    {language.value !== "en" && (
      <span class="cm-hint" lang="en">
        {problem}
      </span>
    )}
  </>
);

/** Why nothing of a file can be used. */
export function Refusal({ fault }: { fault: Schemas["FaultOut"] }) {
  const words = uploadWords.value.faults;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>
          <Problem fault={fault} />
        </strong>
      </p>
      <p class="govuk-body">{words.saidCure(fault.code, fault.cure)}</p>
      {fault.line > 0 && (
        <p class="govuk-body cm-hint">
          {words.line} {fault.line}
          {fault.field && `, ${wordFor(words.fields, fault.field)}`}
        </p>
      )}
    </div>
  );
}

function Download({ upload }: { upload: string }) {
  const fault = useSignal<ApiError | undefined>(undefined);
  const get = async () => {
    fault.value = undefined;
    try {
      download(`errors-${upload}.csv`, await getErrors(upload), "text/csv;charset=utf-8");
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      fault.value = refusal;
    }
  };
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void get()}>
        {uploadWords.value.faults.errors}
      </button>
      {fault.value && (
        <p class="govuk-error-message" role="alert">
          {faultWords(fault.value)}
        </p>
      )}
    </>
  );
}
