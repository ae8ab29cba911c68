import { useSignal } from "@preact/signals";
import { ApiError, type Schemas } from "../../../api/client";
import { useCentre } from "../../../auth/centre";
import { faultWords } from "../../../i18n/fault-words";
import { turns } from "../../../lib/turns";
import { getSheet } from "../../../sheet/api";
import { Paper } from "../Paper";
import { printWords } from "../words";
import { printAllWords } from "./words";

type Summary = Schemas["AssessmentSummary"];

/** How many sheets are read at once. */
const AT_ONCE = 4;

interface Read {
  sheet: Schemas["SheetOut"];
  at: Date;
}

/** Every chosen mark sheet on paper, each from a page of its own: read first, then printed together. */
export function AllPapers({ chosen }: { chosen: Summary[] }) {
  const { me } = useCentre();
  const papers = useSignal<Read[]>([]);
  const read = useSignal<number | undefined>(undefined);
  const fault = useSignal<ApiError | undefined>(undefined);
  const words = printAllWords.value.papers;

  const print = async () => {
    if (read.value !== undefined || chosen.length === 0) return;
    read.value = 0;
    fault.value = undefined;
    const turn = turns(AT_ONCE);
    try {
      papers.value = await Promise.all(
        chosen.map(({ sheet }) =>
          turn(async () => {
            const whole = await getSheet(sheet);
            read.value = (read.peek() ?? 0) + 1;
            return { sheet: whole, at: new Date() };
          }),
        ),
      );
      requestAnimationFrame(() => globalThis.print());
    } catch (trouble) {
      if (!(trouble instanceof ApiError)) throw trouble;
      fault.value = trouble;
    }
    read.value = undefined;
  };
  return (
    <>
      <section class="cm-screen">
        <h2 class="govuk-heading-m">{words.title}</h2>
        <p class="govuk-body">{words.what}</p>
        <button type="button" class="govuk-button" aria-disabled={read.value !== undefined || chosen.length === 0} onClick={() => void print()}>
          {words.print(chosen.length)}
        </button>
        <p class="govuk-body" role="status">
          {read.value === undefined ? "" : words.reading(read.value, chosen.length)}
        </p>
        {fault.value && (
          <p class="govuk-error-message" role="alert">
            {faultWords(fault.value)}
          </p>
        )}
      </section>
      <div class="cm-papers">
        {papers.value.map(({ sheet, at }) => (
          <section key={sheet.id}>
            <h2 class="govuk-heading-m">
              {sheet.assessment.code} {sheet.assessment.title}
            </h2>
            <Paper sheet={sentOf(sheet)} at={at} by={me.name} label={`${printWords.value.preview}: ${sheet.assessment.code}`} />
          </section>
        ))}
      </div>
    </>
  );
}

/** What a print shows: once submitted, not the candidates entered late. */
const sentOf = (sheet: Schemas["SheetOut"]) => ({ ...sheet, rows: sheet.rows.filter((row) => !sheet.submission || !row.late) });
