import { useSignal } from "@preact/signals";
import type { Say } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { HowSent } from "../../sheet/HowSent";
import { sheetWords } from "../../sheet/words";
import { CheckBox } from "../../ui/CheckBox";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import { type Moderation, correctSent } from "./api";
import { moderationWords } from "./words";

interface Props {
  sheet: string;
  now: Moderation;
  changed: (fresh: Moderation, say: Say) => void;
  again: () => Promise<void>;
}

/** Correct what was recorded as sent, until the outcome is released: how it was sent, or that it was not sent after all. */
export function CorrectSent({ sheet, now, changed, again }: Props) {
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const sent = useSignal<boolean | undefined>(undefined);
  const note = useSignal("");
  const reason = useSignal("");
  const { busy, fault, act } = useAct();
  const words = moderationWords.value.correct;
  const works = now.sample.filter(({ state }) => state === "sent");
  const whose = works.map(({ candidate }) => candidate).filter((candidate) => ticked.value.has(candidate));
  const none = whose.length === 0 ? words.none : undefined;
  const first = `correct-${works[0]?.candidate ?? ""}`;
  const form = useLacks({
    [first]: none,
    "correct-not": sent.value === undefined ? words.noWhat : undefined,
    "correct-why": reason.value.trim() === "" ? words.noWhy : undefined,
  });
  if (works.length === 0) return null;

  const tick = (candidate: string, on: boolean) => {
    const next = new Set(ticked.value);
    if (on) next.add(candidate);
    else next.delete(candidate);
    ticked.value = next;
  };
  const correct = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.complete()) return;
    const wasSent = sent.value === true;
    const done = await act(async () => {
      const how = wasSent ? note.value.trim() : "";
      const fresh = await correctSent(sheet, whose, how, { sent: wasSent, reason: reason.value.trim() });
      changed(fresh, () => moderationWords.value.said[wasSent ? "corrected" : "unsent"](whose.length));
      ticked.value = new Set();
      sent.value = undefined;
      note.value = "";
      reason.value = "";
      form.forget();
    });
    if (!done && fault.value?.status === 409) await again();
  };
  return (
    <details class="cm-fold">
      <summary>{words.title}</summary>
      <form onSubmit={(event) => void correct(event)} noValidate>
        <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
        <p class="govuk-body">{words.lead}</p>
        <fieldset class="govuk-fieldset govuk-form-group">
          <legend class="govuk-label">{words.whose}</legend>
          <div class="govuk-checkboxes">
            {works.map(({ candidate, name }) => (
              <CheckBox
                key={candidate}
                id={`correct-${candidate}`}
                label={`${candidate} ${name}`}
                checked={ticked.value.has(candidate)}
                error={`correct-${candidate}` === first ? form.at(first) : undefined}
                tick={(on) => tick(candidate, on)}
              />
            ))}
          </div>
          {works.length > 1 && (
            <button type="button" class="cm-link-button" onClick={() => (ticked.value = new Set(works.map(({ candidate }) => candidate)))}>
              {words.all(works.length)}
            </button>
          )}
        </fieldset>
        <fieldset class={`govuk-fieldset govuk-form-group${form.at("correct-not") ? " govuk-form-group--error" : ""}`}>
          <legend class="govuk-label">{words.what}</legend>
          {form.at("correct-not") && (
            <p class="govuk-error-message" id="correct-not-error">
              {form.at("correct-not")}
            </p>
          )}
          {[false, true].map((value) => {
            const id = value ? "correct-how" : "correct-not";
            return (
              <div key={id} class="cm-radio">
                <input
                  id={id}
                  name="correct-what"
                  type="radio"
                  checked={sent.value === value}
                  aria-describedby={form.at("correct-not") && "correct-not-error"}
                  onChange={() => (sent.value = value)}
                />
                <label for={id}>{value ? words.how : words.not}</label>
              </div>
            );
          })}
        </fieldset>
        {sent.value === true && <HowSent id="correct-note" note={note} />}
        <Field id="correct-why" label={words.why} error={form.at("correct-why")}>
          {(props) => <LongText {...props} rows={2} most={1000} value={reason.value} type={(text) => (reason.value = text)} />}
        </Field>
        <Refusal fault={fault.value} />
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={busy.value}>
          {words.button}
        </button>
      </form>
    </details>
  );
}
