import { useComputed } from "@preact/signals";
import { session, signIn } from "../auth/session";
import { t } from "../i18n/words";
import { clock } from "../lib/dates";
import { online } from "../lib/online";
import { barWords, isSignedOut, isSpoken } from "./bar-words";
import type { OpenSheet } from "./open-sheet";
import { refusalWords } from "./row-words";
import "./sheet.scss";
import { sheetWords } from "./words";

interface Props {
  sheet: OpenSheet;
  locked: boolean;
  /** The progress, where the page knows better than the last save. */
  progress?: string;
  toProblem: () => void;
}

/** What is saved, what is not, and why. Only the outcome of a save is announced, never each key. */
export function SaveBar({ sheet, locked, progress, toProblem }: Props) {
  const seen = useComputed(() => ({
    ...sheet.tally(),
    queue: sheet.queue.value,
    savedAt: sheet.savedAt.value === undefined ? undefined : clock(new Date(sheet.savedAt.value)),
    refusal: refusalWords(sheet.refusal.value?.problem.code ?? "", sheet.refusal.value?.message ?? ""),
    kept: sheet.kept,
    online: online.value,
    signedOut: session.value === "expired",
  }));
  const spoken = useComputed(() => isSpoken(seen.value));
  const head = sheet.head.value;
  const words = sheetWords.value.saving;
  return (
    <div class="cm-bar">
      <div>
        {!locked && (
          <p class="govuk-body cm-bar__words" role="status" aria-live={spoken.value ? "polite" : "off"}>
            {barWords(seen.value)}
          </p>
        )}
        <p class="cm-hint cm-bar__words">{progress ?? words.progress(head.entered, head.checked, head.candidates)}</p>
      </div>
      {!locked && (
        <div class="cm-bar__buttons">
          {seen.value.problems > 0 && (
            <button type="button" class="cm-link-button" onClick={toProblem}>
              {words.goTo}
            </button>
          )}
          {isSignedOut(seen.value) && online.value ? (
            <button type="button" class="govuk-button" onClick={() => void signIn()}>
              {t.value.shell.expired.signIn}
            </button>
          ) : (
            <button type="button" class="govuk-button" onClick={() => void sheet.flush()}>
              {t.value.shell.save}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
