import { useSignal } from "@preact/signals";
import { ApiError, type Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { download } from "../../lib/download";
import { getCentreFile, getSheetFile } from "./api";
import { uploadWords } from "./words";

type Summary = Schemas["AssessmentSummary"];
type Format = "csv" | "xlsx" | "centremark-1";

interface Props {
  place: { centre: string; series: string };
  assessments: Summary[];
  /** The assessment of the sheet that someone came from. */
  first: Summary | undefined;
}

const ENDING: Record<Format, string> = { csv: "csv", xlsx: "xlsx", "centremark-1": "txt" };

/** A file with the candidates of a sheet, or of every sheet, to fill in or to keep. */
export function Template({ place, assessments, first }: Props) {
  const sheet = useSignal(first?.sheet ?? "");
  const format = useSignal<Format>("csv");
  const fault = useSignal<ApiError | undefined>(undefined);
  const words = uploadWords.value.template;
  const get = async (event: SubmitEvent) => {
    event.preventDefault();
    fault.value = undefined;
    const wanted = format.peek();
    try {
      const file = await (sheet.peek() ? getSheetFile(sheet.peek(), wanted) : getCentreFile(place.centre, place.series, wanted));
      download(`marks-${sheet.peek() || `${place.series}.${place.centre}`}.${ENDING[wanted]}`, file, file.type);
    } catch (refusal) {
      if (!(refusal instanceof ApiError)) throw refusal;
      fault.value = refusal;
    }
  };
  return (
    <form onSubmit={(event) => void get(event)}>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.what}</p>
      <div class="cm-search">
        <div class="govuk-form-group">
          <label class="govuk-label" for="template-for">
            {words.assessment}
          </label>
          <select class="govuk-select" id="template-for" value={sheet.value} onChange={(event) => (sheet.value = event.currentTarget.value)}>
            <option value="">{words.all}</option>
            {assessments.map(({ sheet: id, assessment: { code, title } }) => (
              <option key={id} value={id}>
                {code} {title}
              </option>
            ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="template-format">
            {words.format}
          </label>
          <select class="govuk-select" id="template-format" value={format.value} onChange={(event) => (format.value = event.currentTarget.value as Format)}>
            {Object.entries(words.formats).map(([name, said]) => (
              <option key={name} value={name}>
                {said}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.download}
        </button>
      </div>
      {fault.value && (
        <p class="govuk-error-message" role="alert">
          {faultWords(fault.value)}
        </p>
      )}
    </form>
  );
}
