import type { Signal } from "@preact/signals";
import type { Schemas } from "../../api/client";
import { wordFor } from "../../i18n/words";
import { listed } from "../../lib/listed";
import { absentTyped, gradesInWords } from "../../sheet/row-words";
import { Field } from "../../ui/Field";
import { LongText } from "../../ui/LongText";
import { Chooser } from "./Chooser";
import { NewMarks } from "./NewMarks";
import type { Amendments } from "./api";
import { type Draft, type Lack, type Line, remove, typeMark, waitingIn } from "./draft";
import { amendWords } from "./words";

interface Props {
  marks: Schemas["SheetOut"];
  amendments: Amendments;
  draft: Signal<Draft>;
  lines: Line[];
  /** What the draft lacks, once someone tried to go on with it; else nothing. */
  lacks: Lack[];
  /** The candidates there were when someone tried. */
  triedFor: ReadonlySet<string>;
  write: (next: Draft) => void;
  /** Go on to the review. */
  next: () => void;
}

/** What an amendment changes, why, and who approved it. */
export function AmendFields({ marks, amendments, draft, lines, lacks, triedFor, write, next }: Props) {
  const { scale } = marks.assessment;
  const words = amendWords.value.form;
  const change = (part: Partial<Draft>) => write({ ...draft.value, ...part });
  const lacking = (part: "marks" | "reason" | "explanation" | "approvedBy") =>
    lacks.some((lack) => lack.part === part) ? amendWords.value.lacks[part] : undefined;
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    next();
  };
  return (
    <>
      <Chooser rows={marks.rows} draft={draft} waiting={waitingIn(amendments.amendments)} lacking={lacking("marks")} />
      <form onSubmit={go} noValidate>
        {lines.length > 0 && (
          <>
            <p class="govuk-hint">{scale.kind === "mark" ? words.rules(scale.maximum) : words.rulesGrades(gradesInWords(scale), absentTyped(scale))}</p>
            {marks.criteria.length > 0 && <p class="govuk-hint">{words.rulesCriteria(listed(marks.criteria.map(({ code }) => code)))}</p>}
            <NewMarks
              lines={lines}
              scale={scale}
              triedFor={triedFor}
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
        <button type="submit" class="govuk-button">
          {words.next}
        </button>
      </form>
    </>
  );
}
