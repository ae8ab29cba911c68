import type { ComponentChildren } from "preact";
import { type MutableRef, useId } from "preact/hooks";

interface Props {
  /** From `useModal`; who shows the dialog closes it with this. */
  dialog: MutableRef<HTMLDialogElement | null>;
  title: string;
  /** Its look, where that is not the usual one. */
  look?: string;
  /** The id of what it warns of: a warning is answered, and Escape does not close it. */
  warns?: string;
  /** What Escape does in place of closing it. */
  leave?: () => void;
  /** What happens once it is closed. */
  close?: () => void;
  children: ComponentChildren;
}

/** A dialog under its title, in front of the page. */
export function Dialog({ dialog, title, look = "", warns, leave, close, children }: Props) {
  const id = useId();
  const cancel = (event: Event) => {
    if (!warns && !leave) return;
    event.preventDefault();
    leave?.();
  };
  return (
    <dialog
      class={`cm-dialog ${look}`}
      ref={dialog}
      tabIndex={-1}
      role={warns ? "alertdialog" : undefined}
      aria-labelledby={id}
      aria-describedby={warns}
      onClose={close}
      onCancel={cancel}
    >
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
