import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
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
  const { busy, fault, act } = useAct();
  const words = moderationWords.value.lost;
  const form = useLacks({
    lost: candidate.value === "" ? words.noCandidate : undefined,
    "lost-how": explanation.value.trim() === "" ? words.noHow : undefined,
  });
  const waiting = now.sample.filter(({ state }) => state === "asked");
  if (waiting.length === 0) return null;

  const report = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const lost = candidate.value;
    await act(async () => {
      changed(await sampleLost(sheet, lost, explanation.value.trim()), () => moderationWords.value.said.lost(lost));
      candidate.value = "";
      explanation.value = "";
      form.forget();
    });
  };
  return (
    <details class="cm-fold">
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void report(event)} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <p class="govuk-body">{words.lead}</p>
        <Field id="lost" label={words.candidate} error={form.at("lost")}>
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
        <Field id="lost-how" label={words.how} error={form.at("lost-how")}>
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
