import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { isoDay } from "../../lib/dates";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
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
  const tried = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = boardWords.value.work;
  const { number } = amendment;

  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    if (sendTo.value.trim() === "" || due.value === "") return;
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
        <Field id={`send-to-${number}`} label={amendWords.value.work.sendTo} error={tried.value && sendTo.value.trim() === "" ? words.noAddress : undefined}>
          {(props) => <LongText {...props} rows={4} most={500} value={sendTo.value} type={(text) => (sendTo.value = text)} />}
        </Field>
        <Field id={`due-${number}`} label={amendWords.value.work.due} error={tried.value && due.value === "" ? words.noDay : undefined}>
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
