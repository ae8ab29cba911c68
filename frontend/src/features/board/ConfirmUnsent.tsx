import { useEffect, useRef } from "preact/hooks";
import type { ApiError } from "../../api/client";
import { t } from "../../i18n/words";
import { Refusal } from "../../ui/Refusal";

interface Props {
  /** How many pieces of the sample are still to be sent, and how many were drawn. */
  unsent: number;
  drawn: number;
  busy: boolean;
  fault: ApiError | undefined;
  record: () => void;
  close: () => void;
}

/** Whether an outcome is meant to be recorded before the whole sample was sent. */
export function ConfirmUnsent({ unsent, drawn, busy, fault, record, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.value.board.outcome;
  return (
    <dialog class="cm-dialog" ref={dialog} aria-labelledby="unsent-title" onClose={close}>
      <h2 class="govuk-heading-m" id="unsent-title">
        {words.unsent(unsent, drawn)}
      </h2>
      <Refusal fault={fault} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button govuk-button--warning" aria-disabled={busy} onClick={record}>
          {words.record}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => dialog.current?.close()}>
          {t.value.entry.paste.cancel}
        </button>
      </div>
    </dialog>
  );
}
