import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words";
import type { Clearing } from "./clearing";

interface Props {
  clearing: Clearing;
  clear: () => void;
  close: () => void;
}

/** How many marks would be cleared and what stays, before it is done. */
export function ClearDialog({ clearing, clear, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.value.entry.clear;
  const count = clearing.candidates.length;
  return (
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="clear-title" onClose={close}>
      <h2 class="govuk-heading-m" id="clear-title">
        {words.ask(count)}
      </h2>
      <p class="govuk-body">{words.undo}</p>
      {stayingWords(clearing).map((said) => (
        <p key={said} class="govuk-body">
          {said}
        </p>
      ))}
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button govuk-button--warning" onClick={clear}>
          {words.yes(count)}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {t.value.entry.paste.cancel}
        </button>
      </div>
    </dialog>
  );
}

/** What of the marks shown cannot be cleared, and why. */
export function stayingWords({ submitted, carried }: Clearing): string[] {
  const words = t.value.entry.clear;
  return [submitted > 0 ? words.submitted(submitted) : "", carried > 0 ? words.carried(carried) : ""].filter((said) => said !== "");
}
