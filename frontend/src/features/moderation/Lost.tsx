import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { type Moderation, sampleLost } from "./api";
import { moderationWords } from "./words";

interface Props {
  sheet: string;
  now: Moderation;
  changed: (fresh: Moderation, say: Say) => void;
}

/** Record that a candidate's work is lost; the board requests another's instead. */
export function Lost({ sheet, now, changed }: Props) {
  const candidate = useSignal("");
  const explanation = useSignal("");
  const tried = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = moderationWords.value.lost;
  const waiting = now.sample.filter(({ state }) => state === "asked");
  if (waiting.length === 0) return null;

  const report = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = true;
    const lost = candidate.value;
    if (lost === "" || explanation.value.trim() === "") return;
    await act(async () => {
      changed(await sampleLost(sheet, lost, explanation.value.trim()), () => moderationWords.value.said.lost(lost));
      candidate.value = "";
      explanation.value = "";
      tried.value = false;
    });
  };
  return (
    <details class="cm-fold">
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void report(event)} noValidate>
        <p class="govuk-body">{words.lead}</p>
        <Field id="lost" label={words.candidate} error={tried.value && candidate.value === "" ? words.noCandidate : undefined}>
          {(props) => (
            <select class="govuk-select" {...props} value={candidate.value} onChange={(event) => (candidate.value = event.currentTarget.value)}>
              <option value="">{words.choose}</option>
              {waiting.map((work) => (
                <option key={work.candidate} value={work.candidate}>
                  {work.candidate} {work.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="lost-how" label={words.how} error={tried.value && explanation.value.trim() === "" ? words.noHow : undefined}>
          {(props) => <LongText {...props} rows={2} most={1000} value={explanation.value} type={(text) => (explanation.value = text)} />}
        </Field>
        <Refusal fault={fault.value} />
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
          {words.report}
        </button>
      </form>
    </details>
  );
}
