import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { submitMarks } from "./api";
import { type Blocker, blockersOf } from "./blockers";

interface Props {
  sheet: string;
  review: Schemas["ReviewOut"];
  etag: string;
  /** Load the review anew, because the marks are no longer those reviewed. */
  again: () => Promise<void>;
}

/** The declaration and the one button. Pressing it twice, or again after a lost answer, submits once. */
export function SubmitForm({ sheet, review, etag, again }: Props) {
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<Blocker[]>([]);
  const busy = useSignal(false);
  const attempt = useRef({ etag, key: crypto.randomUUID() });
  const [, navigate] = useLocation();
  if (attempt.current.etag !== etag) {
    attempt.current = { etag, key: crypto.randomUUID() };
    agreed.value = new Set();
  }
  const { version, statements } = review.declaration;

  const toggle = (statement: string, on: boolean) => {
    const next = new Set(agreed.value);
    if (on) next.add(statement);
    else next.delete(statement);
    agreed.value = next;
  };
  const failed = async (fault: ApiError) => {
    if (fault.problem.code === "already-submitted") {
      navigate(`/sheets/${sheet}/submitted`);
      return;
    }
    if (fault.status === 412 || fault.status === 409) await again();
    trouble.value = [{ words: wordsOf(fault) }];
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value) return;
    trouble.value = blockersOf(review, agreed.value);
    if (trouble.value.length > 0) return;
    busy.value = true;
    try {
      await submitMarks(sheet, etag, attempt.current.key, { version, agreed: [...agreed.value] });
      navigate(`/sheets/${sheet}/submitted`);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      await failed(fault);
      busy.value = false;
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary title="These marks are not submitted" problems={trouble.value} />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Declaration</legend>
        <div class="govuk-checkboxes">
          {statements.map(({ key: name, text }) => (
            <div class="govuk-checkboxes__item" key={name}>
              <input
                class="govuk-checkboxes__input"
                id={`agree-${name}`}
                type="checkbox"
                checked={agreed.value.has(name)}
                onChange={(event) => toggle(name, event.currentTarget.checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`agree-${name}`}>
                {text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {review.late && <p class="govuk-inset-text">The deadline has passed. The marks will be taken and marked late.</p>}
      <p class="govuk-body cm-before-submit">
        After this the marks cannot be edited; a correction is an amendment to centre marks.
      </p>
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {busy.value ? "Submitting…" : "Submit"}
      </button>
    </form>
  );
}

function wordsOf(fault: ApiError): string {
  if (fault.status === 0) return "There was no answer. Submit again: it cannot be sent twice.";
  if (fault.status === 401) return "You have been signed out. Sign in again, then submit.";
  if (fault.status === 412) return "Someone changed these marks while you looked at them. They are shown anew: review them again, then submit.";
  return fault.message;
}
