import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { ApiError, type Schemas } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import { lostAnswer } from "../../lib/lost-answer";
import { newKey } from "../../lib/new-key";
import { Declaration } from "../../sheet/Declaration";
import { type Held, heldBack } from "../../sheet/HeldHere";
import { sheetWords } from "../../sheet/words";
import { ErrorSummary, type Trouble } from "../../ui/ErrorSummary";
import { submitMarks } from "./api";
import { blockersOf } from "./blockers";
import { submitWords } from "./words";

interface Props {
  sheet: string;
  review: Schemas["ReviewOut"];
  etag: string;
  /** Load the review again, because the marks are not those reviewed any more. */
  again: () => Promise<void>;
  /** Unsaved rows of the sheet on this computer, which prevent submitting. */
  held: Held;
}

/** The declaration and the submit button. Pressing it twice, or again after a lost answer, submits once. */
export function SubmitForm({ sheet, review, etag, again, held }: Props) {
  const agreed = useSignal<ReadonlySet<string>>(new Set());
  const trouble = useSignal<Trouble[]>([]);
  const tried = useSignal(false);
  const unknown = useSignal(false);
  const busy = useSignal(false);
  const attempt = useRef({ etag, key: newKey() });
  const [, navigate] = useLocation();
  if (attempt.current.etag !== etag) {
    attempt.current = { etag, key: newKey() };
    agreed.value = new Set();
    tried.value = false;
  }
  const { version } = review.declaration;
  const words = submitWords.value;

  const failed = async (fault: ApiError) => {
    if (fault.problem.code === "already-submitted") {
      navigate(`/sheets/${sheet}/submitted`);
      return;
    }
    if (fault.status === 412 || fault.status === 409) await again();
    unknown.value = fault.unknown;
    if (fault.unknown) await lostAnswer();
    trouble.value = [{ say: () => wordsOf(fault) }];
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy.value) return;
    unknown.value = false;
    tried.value = true;
    trouble.value = blockersOf(review, agreed.value);
    if (trouble.value.length > 0) return;
    busy.value = true;
    trouble.value = heldBack(await held.look());
    if (trouble.value.length > 0) {
      busy.value = false;
      return;
    }
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
      <ErrorSummary title={words.notSubmitted[unknown.value ? "unknown" : "title"]} problems={trouble.value} />
      <Declaration declaration={review.declaration} agreed={agreed} tried={tried.value} />
      {review.late && <p class="govuk-inset-text">{sheetWords.value.declaration.late}</p>}
      <p class="govuk-body cm-before-submit">{sheetWords.value.declaration.after}</p>
      <button type="submit" class="govuk-button" aria-disabled={busy.value}>
        {busy.value ? words.submitting : words.submit}
      </button>
    </form>
  );
}

function wordsOf(fault: ApiError): string {
  const words = submitWords.value.notSubmitted;
  if (fault.unknown) return sheetWords.value.declaration.noAnswer;
  if (fault.status === 401) return words.signedOut;
  return fault.status === 412 ? words.stale : faultWords(fault);
}
