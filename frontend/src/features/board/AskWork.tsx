import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { isoDay } from "../../lib/dates";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import type { Amendment } from "../amendments/api";
import { amendWords } from "../amendments/words";
import { askForWork } from "./api";
import { boardWords } from "./words";

interface Props {
  sheet: string;
  amendment: Amendment;
  done: (say: Say) => Promise<void>;
}

const USUAL_DAYS = 7;

/** Ask for the work of an amendment's candidates before deciding. */
export function AskWork({ sheet, amendment, done }: Props) {
  const sendTo = useSignal(amendment.work?.send_to ?? "");
  const due = useSignal(amendment.work?.due ?? isoDay(USUAL_DAYS));
  const { busy, fault, act } = useAct();
  const words = boardWords.value.work;
  const { number } = amendment;
  const form = useLacks({
    [`send-to-${number}`]: sendTo.value.trim() === "" ? words.noAddress : undefined,
    [`due-${number}`]: due.value === "" ? words.noDay : undefined,
  });

  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    await act(async () => {
      const candidates = amendment.marks.map(({ candidate }) => candidate);
      await askForWork(sheet, number, { candidates, send_to: sendTo.value.trim(), due: due.value });
      await done(() => boardWords.value.work.said(number));
    });
  };
  return (
    <details class="cm-fold">
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void ask(event)} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <Field id={`send-to-${number}`} label={amendWords.value.work.sendTo} error={form.at(`send-to-${number}`)}>
          {(props) => <LongText {...props} rows={4} most={500} value={sendTo.value} type={(text) => (sendTo.value = text)} />}
        </Field>
        <Field id={`due-${number}`} label={amendWords.value.work.due} error={form.at(`due-${number}`)}>
          {(props) => (
            <input
              class="govuk-input govuk-input--width-10"
              {...props}
              type="date"
              min={isoDay()}
              value={due.value}
              onInput={(event) => (due.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <Refusal fault={fault.value} />
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
          {words.ask}
        </button>
      </form>
    </details>
  );
}
