import { useSignal } from "@preact/signals";
import { ApiError } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { t, wordFor } from "../../i18n/words";
import { moment } from "../../lib/dates";
import { type Upload, getOriginal } from "./api";
import { sizeOf } from "./file-facts";
import { uploadWords } from "./words";

/** What is known of a file, and the file itself. */
export function UploadFacts({ upload }: { upload: Upload }) {
  const fault = useSignal<ApiError | undefined>(undefined);
  const words = uploadWords.value.report;
  const facts: [string, string][] = [
    [words.facts.sent, t.value.dates.by(moment(upload.sent_at), upload.sent_by)],
    [words.facts.size, upload.size > 0 ? sizeOf(upload.size) : ""],
    [words.facts.format, wordFor(uploadWords.value.template.formats, upload.format)],
    [words.facts.sequence, upload.sequence === null ? "" : String(upload.sequence)],
    [words.facts.ignored, upload.ignored.join(", ")],
  ];
  const fetchOriginal = async () => {
    fault.value = undefined;
    try {
      const link = document.createElement("a");
      link.href = (await getOriginal(upload.id)).link;
      link.rel = "noreferrer";
      link.click();
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      fault.value = refusal;
    }
  };
  return (
    <>
      <dl class="cm-file-facts">
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {upload.sha256 && (
        <button type="button" class="cm-link-button" onClick={() => void fetchOriginal()}>
          {words.original}
        </button>
      )}
      {fault.value && (
        <p class="govuk-error-message" role="alert">
          {faultWords(fault.value)}
        </p>
      )}
    </>
  );
}
