import { useSignal } from "@preact/signals";
import { useAct } from "../../lib/act";
import { day } from "../../lib/dates";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { askForExtension } from "./api";
import { dayFault, firstDay } from "./days";
import { moreTimeWords } from "./words";

interface Props {
  sheet: string;
  deadline: string;
  done: () => Promise<void>;
}

/** How long is needed, and why. */
export function AskForm({ sheet, deadline, done }: Props) {
  const until = useSignal("");
  const reason = useSignal("");
  const { busy, fault, act } = useAct();
  const words = moreTimeWords.value.form;
  const wrongDay = dayFault(until.value, deadline);
  const form = useLacks({
    until: wrongDay && faultOf(wrongDay, deadline),
    reason: reason.value.trim() === "" ? words.noReason : undefined,
  });

  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    await act(async () => {
      await askForExtension(sheet, { until: until.value, reason: reason.value.trim() });
      await done();
    });
  };
  return (
    <form onSubmit={(event) => void ask(event)} noValidate>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <Field id="until" label={words.day} hint={words.dayHint(day(firstDay(deadline)))} error={form.at("until")}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            type="date"
            min={firstDay(deadline)}
            value={until.value}
            onInput={(event) => (until.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id="reason" label={words.reason} hint={words.reasonHint} error={form.at("reason")}>
        {(props) => <LongText {...props} rows={3} most={1000} value={reason.value} type={(text) => (reason.value = text)} />}
      </Field>
      <p class="govuk-body">{words.after}</p>
      <Refusal fault={fault.value} />
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.send}
      </button>
    </form>
  );
}

const faultOf = (fault: NonNullable<ReturnType<typeof dayFault>>, deadline: string): string =>
  fault === "notLater" ? moreTimeWords.value.form.notLater(day(deadline)) : moreTimeWords.value.form[fault];
