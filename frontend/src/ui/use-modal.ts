import { type MutableRef, useEffect, useRef } from "preact/hooks";

/**
 * A dialog that is open, in front of all else, for as long as it is shown. Closing it, which the browser does not do for
 * one that is taken away, gives the focus back to where it was.
 */
export function useModal(): MutableRef<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const now = dialog.current;
    now?.showModal();
    return () => {
      if (now?.open) now.close();
    };
  }, []);
  return dialog;
}
