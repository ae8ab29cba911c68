import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ApiError, Schemas } from "../../api/client";
import { type Say, wordFor } from "../../i18n/words";
import { useAct } from "../../lib/act";
import { useAskBeforeLeaving } from "../../lib/ask-before-leaving";
import { newKey } from "../../lib/new-key";
import { absentTyped, gradesInWords } from "../../sheet/row-words";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Chooser } from "./Chooser";
import { NewMarks } from "./NewMarks";
import { type Amendments, amendMarks } from "./api";
import { type Draft, EMPTY, lacksOf, linesOf, remove, typeMark, waitingIn, wantedOf } from "./draft";
import { troublesOf, refusalsOf } from "./trouble";
import { amendWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  amendments: Amendments;
  changed: (now: Amendments, say: Say) => Promise<void>;
  /** Load the marks again, because they are not those shown any more. */
  again: () => Promise<void>;
}

/** Write an amendment and send it. Pressing the button twice, or again after a lost answer, sends it once. */
export function AmendForm({ marks, amendments, changed, again }: Props) {
  const draft = useSignal<Draft>(EMPTY);
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  const { busy, fault, act } = useAct();
  const attempt = useRef({ content: "", key: "" });
  const { scale } = marks.assessment;
  const lines = linesOf(draft.value, marks.rows, scale);
  const lacks = lacksOf(draft.value, lines);
  const words = amendWords.value.form;
  useAskBeforeLeaving(() => (lines.length > 0 ? words.leave(lines.length) : undefined));

  /** Take what was typed; once nothing is missing, earlier errors are removed. */
  const write = (next: Draft) => {
    draft.value = next;
    if (lacksOf(next, linesOf(next, marks.rows, scale)).length === 0) trouble.value = [];
  };
  const change = (part: Partial<Draft>) => write({ ...draft.value, ...part });
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    tried.value = lacks.length > 0;
    trouble.value = troublesOf(lacks, scale);
    if (lacks.length > 0) return;
    const wanted = wantedOf(draft.value, lines);
    const content = JSON.stringify(wanted);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    const done = await act(async () => {
      const now = await amendMarks(marks.id, wanted, attempt.current.key);
      draft.value = EMPTY;
      tried.value = false;
      attempt.current = { content: "", key: "" };
      const [made] = now.amendments;
      if (made) await changed(now, () => amendWords.value.said[made.state === "applied" ? "applied" : "pending"](made.number));
    });
    if (!done && fault.value) await refused(fault.value);
  };
  const refused = async (refusal: ApiError) => {
    trouble.value = refusalsOf(refusal, lines);
    if (refusal.status === 409 || refusal.status === 422) await again();
  };
  const atOnce = amendments.at_once;
  const lacking = (part: "marks" | "reason" | "explanation" | "approvedBy") =>
    tried.value && lacks.some((lack) => lack.part === part) ? amendWords.value.lacks[part] : undefined;
  return (
    <section aria-labelledby="new-amendment">
      <h2 class="govuk-heading-m" id="new-amendment">
        {words.title}
      </h2>
      <ErrorSummary title={fault.value?.unknown ? words.unknown : words.failed} problems={trouble.value} />
      <Chooser rows={marks.rows} draft={draft} waiting={waitingIn(amendments.amendments)} lacking={lacking("marks")} />
      <form onSubmit={(event) => void send(event)} noValidate>
        {lines.length > 0 && (
          <>
            <p class="govuk-hint">{scale.kind === "mark" ? words.rules(scale.maximum) : words.rulesGrades(gradesInWords(scale), absentTyped(scale))}</p>
            <NewMarks
              lines={lines}
              scale={scale}
              tried={tried.value}
              type={(candidate, typed) => write(typeMark(draft.value, candidate, typed))}
              remove={(candidate) => write(remove(draft.value, candidate))}
            />
          </>
        )}
        <Field id="reason" label={words.reason} error={lacking("reason")}>
          {(props) => (
            <select class="govuk-select" {...props} value={draft.value.reason} onChange={(event) => change({ reason: event.currentTarget.value })}>
              <option value="">{words.choose}</option>
              {amendments.reasons.map(({ code }) => (
                <option key={code} value={code}>
                  {wordFor(amendWords.value.reasons, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="explanation" label={words.explanation} hint={words.explanationHint} error={lacking("explanation")}>
          {(props) => <LongText {...props} rows={3} most={1000} value={draft.value.explanation} type={(text) => change({ explanation: text })} />}
        </Field>
        <Field id="approvedBy" label={words.approvedBy} hint={words.approvedHint} error={lacking("approvedBy")}>
          {(props) => (
            <input
              class="govuk-input govuk-input--width-20"
              {...props}
              maxLength={100}
              autocomplete="off"
              value={draft.value.approvedBy}
              onInput={(event) => change({ approvedBy: event.currentTarget.value })}
            />
          )}
        </Field>
        <h3 class="govuk-heading-s">{words.after}</h3>
        <p class="govuk-inset-text">{atOnce ? words.atOnce : words.waits}</p>
        <button type="submit" class="govuk-button" aria-disabled={busy.value}>
          {busy.value ? words.sending : atOnce ? words.send : words.request}
        </button>
      </form>
    </section>
  );
}
