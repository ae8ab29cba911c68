import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Schemas } from "../../../api/client";
import { faultWords } from "../../../i18n/fault-words";
import { t } from "../../../i18n/words";
import { isoDay } from "../../../lib/dates";
import { turns } from "../../../lib/turns";
import { OpenPrint } from "../../../sheet/OpenPrint";
import { isSent } from "../../../sheet/lock";
import { usePrint } from "../../../sheet/use-print";
import { sheetWords } from "../../../sheet/words";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { useLacks } from "../../../ui/lacks";
import { LAST_DAY, LastDay } from "../LastDay";
import { USUAL_DAYS } from "../Slips";
import { askForSlips, getSlips } from "../api";
import { printWords } from "../words";
import { printAllWords } from "./words";

type Summary = Schemas["AssessmentSummary"];

/** How many prints are asked for, or looked for, at once. */
const AT_ONCE = 3;

/** Mark slips of every chosen sheet, a file for each; one that cannot be made does not stop the others. */
export function AllSlips({ chosen }: { chosen: Summary[] }) {
  const reviewBy = useSignal(isoDay(USUAL_DAYS));
  const wanted = useSignal<{ list: Summary[]; reviewBy: string } | undefined>(undefined);
  const turn = useRef(turns(AT_ONCE));
  const words = printAllWords.value.slips;
  const asks = chosen.some((item) => !isSent(item));
  const form = useLacks({ [LAST_DAY]: asks && reviewBy.value === "" ? printWords.value.slips.noDate : undefined });

  const make = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.complete() && chosen.length > 0) wanted.value = { list: chosen, reviewBy: reviewBy.value };
  };
  return (
    <form class="cm-slips" onSubmit={make} noValidate>
      <h2 class="govuk-heading-m">{printWords.value.slips.title}</h2>
      <p class="govuk-body">{words.what}</p>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <div class="cm-slips__fields">
        {asks && <LastDay day={reviewBy} error={form.at(LAST_DAY)} />}
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={chosen.length === 0}>
          {words.make(chosen.length)}
        </button>
      </div>
      {wanted.value && (
        <ul class="cm-choose cm-choose--made">
          {wanted.value.list.map((item) => (
            <Made key={`${item.sheet}|${wanted.value?.reviewBy}`} item={item} reviewBy={wanted.value?.reviewBy ?? ""} turn={turn.current} />
          ))}
        </ul>
      )}
    </form>
  );
}

interface MadeProps {
  item: Summary;
  reviewBy: string;
  turn: ReturnType<typeof turns>;
}

/** The slips of one sheet: asked for in turn, followed until they can be opened. */
function Made({ item, reviewBy, turn }: MadeProps) {
  const { sheet, assessment } = item;
  const order = { group: null, review_by: isSent(item) ? isoDay() : reviewBy };
  const { seen, trouble, request } = usePrint(
    `${sheet}|${order.review_by}`,
    () => turn(() => getSlips(sheet, order)),
    () => turn(() => askForSlips(sheet, order)),
  );
  const ask = useRef(request);
  useEffect(() => void ask.current(), []);
  const words = printWords.value.slips;
  const now = seen.value;
  return (
    <li aria-live="polite">
      <strong>{assessment.code}</strong>{" "}
      {trouble.value ? (
        <span class="cm-problem">{faultWords(trouble.value)}</span>
      ) : now?.status === "ready" && now.link ? (
        <OpenPrint link={now.link} words={words.open} />
      ) : now?.failed_at ? (
        <>
          <span class="cm-problem">{printAllWords.value.slips.failed}</span>{" "}
          <button type="button" class="cm-link-button" onClick={() => void request()}>
            {t.value.shell.again}
          </button>
        </>
      ) : (
        words.preparing
      )}
    </li>
  );
}
