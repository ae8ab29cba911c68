import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { isoDay } from "../../lib/dates";
import { OpenPrint } from "../../sheet/OpenPrint";
import { PrintFailed } from "../../sheet/PrintFailed";
import { groupsOf } from "../../sheet/groups";
import { usePrint } from "../../sheet/use-print";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { useLacks } from "../../ui/lacks";
import { LAST_DAY, LastDay } from "./LastDay";
import { askForSlips, getSlips } from "./api";
import { printWords } from "./words";

/** How long candidates usually have to ask for a review. */
export const USUAL_DAYS = 7;

interface Props {
  sheet: string;
  version: number;
  rows: Schemas["RowOut"][];
  /** Whether every mark is submitted, so that it is too late to ask for a review. */
  sent: boolean;
}

/** Mark slips: for which candidates, and the last day to ask for a review. */
export function Slips({ sheet, version, rows, sent }: Props) {
  const group = useSignal("");
  const reviewBy = useSignal(isoDay(USUAL_DAYS));
  const order = { group: group.value || null, review_by: sent ? isoDay() : reviewBy.value };
  const slips = usePrint(
    [sheet, version, order.group, order.review_by].join("|"),
    () => getSlips(sheet, order),
    () => askForSlips(sheet, order),
  );
  const words = printWords.value.slips;
  const fault = slips.trouble.value;
  const passed = fault?.problem.code === "review-date-passed";
  const form = useLacks({ [LAST_DAY]: !sent && reviewBy.value === "" ? words.noDate : undefined });
  useEffect(() => {
    if (passed) document.getElementById(LAST_DAY)?.focus();
  }, [passed]);

  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    if (slips.seen.peek()?.status === "preparing") return;
    if (form.complete()) void slips.request();
  };
  const seen = slips.seen.value;
  return (
    <form onSubmit={ask} noValidate class="cm-slips">
      <h2 class="govuk-heading-m" id="slips">
        {words.title}
      </h2>
      <p class="govuk-body">{sent ? words.whatSent : words.what}</p>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <div class="cm-slips__fields">
        <div class="govuk-form-group">
          <label class="govuk-label" for="slips-group">
            {words.group}
          </label>
          <select class="govuk-select" id="slips-group" value={group.value} onChange={(event) => (group.value = event.currentTarget.value)}>
            <option value="">{words.everyone}</option>
            {groupsOf(rows).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {!sent && <LastDay day={reviewBy} error={form.at(LAST_DAY) ?? (passed ? faultWords(fault) : undefined)} />}
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={seen?.status === "preparing"}>
          {words.print}
        </button>
      </div>
      <div aria-live="polite">
        {fault && !passed && <p class="govuk-error-message">{faultWords(fault)}</p>}
        {seen?.status === "preparing" && <p class="govuk-body">{words.preparing}</p>}
        {seen?.failed_at && <PrintFailed at={seen.failed_at} />}
        {seen?.status === "ready" && seen.link && (
          <p class="govuk-body">
            <OpenPrint link={seen.link} words={words.open} />
          </p>
        )}
      </div>
    </form>
  );
}
