import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { amendWords } from "../amendments/words";
import { decideAmendment } from "./api";
import { boardWords } from "./words";

interface Props {
  sheet: string;
  number: number;
  done: (say: Say) => Promise<void>;
  again: () => Promise<void>;
}

/** Accept an amendment, or decline it with a note the centre sees. */
export function DecideAmendment({ sheet, number, done, again }: Props) {
  const note = useSignal("");
  const { busy, fault, act } = useAct();
  const words = boardWords.value.decide;
  const { noteHint, noNote } = boardWords.value.extension;
  const id = `decision-${number}`;
  const form = useLacks({ [id]: note.value.trim() === "" ? noNote : undefined });
  const decide = async (decision: "accept" | "decline") => {
    if (decision === "accept") form.forget();
    else if (!form.complete()) return;
    await act(async () => {
      await decideAmendment(sheet, number, { decision, note: note.value.trim() });
      await done(() => boardWords.value.decide.said[decision](number));
    });
    if (fault.value?.status === 409) await again();
  };
  return (
    <>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      <Field id={id} label={words.note} hint={noteHint} error={form.at(id)}>
        {(props) => <LongText {...props} rows={2} most={1000} value={note.value} type={(text) => (note.value = text)} />}
      </Field>
      <Refusal fault={fault.value} />
      <div class="cm-dialog__buttons">
        {(["accept", "decline"] as const).map((decision) => (
          <button
            key={decision}
            type="button"
            class={`govuk-button${decision === "decline" ? " govuk-button--secondary" : ""}`}
            aria-disabled={busy.value}
            onClick={() => void decide(decision)}
          >
            {words[decision]} <span class="govuk-visually-hidden">{amendWords.value.withdrawThis(number)}</span>
          </button>
        ))}
      </div>
    </>
  );
}
