import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { type Say, t } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { useAskBeforeLeaving } from "../../lib/ask-before-leaving";
import { isoDay, startOfDay } from "../../lib/dates";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Refusal } from "../../ui/Refusal";
import { useLacks } from "../../ui/lacks";
import type { Moderation } from "../moderation/api";
import { askedWords, leftWords } from "../marks/pasting/said";
import { ReviewOutcome } from "./ReviewOutcome";
import { adjustedText, readAdjusted } from "./adjusted";
import { recordOutcome } from "./api";
import { boardWords } from "./words";

interface Props {
  sheet: string;
  marks: Schemas["SheetOut"];
  now: Moderation;
  done: (say: Say) => Promise<void>;
}

/**
 * Record what moderation found and the day from which the centre sees it; an outcome already recorded can be changed.
 */
export function RecordOutcome({ sheet, marks, now: { outcome, sample }, done }: Props) {
  const { scale } = marks.assessment;
  const adjusted = useSignal(adjustedText(outcome?.adjusted ?? [], scale));
  const note = useSignal(outcome?.note ?? "");
  const release = useSignal(isoDay(0, outcome ? new Date(outcome.release_at) : new Date()));
  const asking = useSignal(false);
  const { busy, fault, act } = useAct();
  const words = boardWords.value.outcome;
  const recorded = useRef(adjusted.peek());
  useAskBeforeLeaving(() => (adjusted.value === recorded.current ? undefined : words.leave));
  const read = readAdjusted(adjusted.value, marks);
  const wrong = [...read.asked.map((what) => askedWords(what, scale.kind)), ...read.unread.map((one) => leftWords(one, scale))];
  const passed = fault.value?.problem.code === "day-passed" || release.value < isoDay();
  const wrongDay = release.value === "" ? words.noDay : passed ? t.value.problems.code["day-passed"] : undefined;
  const form = useLacks({ adjusted: wrong.length > 0 ? wrong.join(" ") : undefined, release: wrongDay });
  const unsent = sample.filter(({ state }) => state === "asked").length;

  const record = async () => {
    await act(async () => {
      await recordOutcome(sheet, { adjusted: read.adjusted, release_at: startOfDay(release.value), note: note.value.trim() });
      recorded.current = adjusted.value;
      form.forget();
      asking.value = false;
      await done(() => boardWords.value.outcome.said);
    });
    if (fault.value?.problem.code !== "day-passed") return;
    asking.value = false;
    document.getElementById("release")?.focus();
  };
  const setDay = (chosen: string) => {
    release.value = chosen;
    fault.value = undefined;
  };
  const review = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.complete()) asking.value = true;
  };
  return (
    <form onSubmit={review} noValidate>
      <h3 class="govuk-heading-s">{words.title}</h3>
      <ErrorSummary title={sheetWords.value.lacks} problems={form.problems} />
      {outcome && <p class="govuk-body">{words.replaces}</p>}
      <Field id="adjusted" label={words.adjusted} hint={words.hint} error={form.at("adjusted")}>
        {(props) => (
          <textarea class="govuk-textarea" {...props} rows={4} value={adjusted.value} onInput={(event) => (adjusted.value = event.currentTarget.value)} />
        )}
      </Field>
      <Field id="outcome-note" label={words.note}>
        {(props) => <LongText {...props} rows={2} most={1000} value={note.value} type={(text) => (note.value = text)} />}
      </Field>
      <Field id="release" label={words.release} hint={words.releaseHint} error={form.at("release")}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-10"
            {...props}
            type="date"
            min={isoDay()}
            value={release.value}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      {!asking.value && !passed && <Refusal fault={fault.value} />}
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {words.next}
      </button>
      {asking.value && (
        <ReviewOutcome
          marks={marks}
          adjusted={read.adjusted}
          note={note.value.trim()}
          release={release.value}
          unsent={unsent}
          drawn={sample.length}
          busy={busy.value}
          fault={fault.value}
          record={() => void record()}
          close={() => (asking.value = false)}
        />
      )}
    </form>
  );
}
