import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/client";
import { t } from "../i18n/words";
import { Dialog } from "./Dialog";
import { Refusal } from "./Refusal";
import { useModal } from "./use-modal";

interface Props {
  title: string;
  /** The text of the button that does it. */
  yes: string;
  /** The text of the button that changes nothing. */
  no?: string;
  act: (close: () => void) => void;
  close: () => void;
  busy?: boolean;
  fault?: ApiError | undefined;
  /** What it changes, and what stays. */
  children?: ComponentChildren;
}

/** Asks before something is done that is hard to undo. */
export function Confirm({ title, yes, no, act, close, busy = false, fault, children }: Props) {
  const dialog = useModal();
  const shut = () => dialog.current?.close();
  return (
    <Dialog dialog={dialog} title={title} close={close}>
      {children}
      <Refusal fault={fault} />
      <div class="cm-dialog__buttons">
        <button type="button" class="govuk-button govuk-button--warning" aria-disabled={busy} onClick={() => act(shut)}>
          {yes}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={shut}>
          {no ?? t.value.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}
