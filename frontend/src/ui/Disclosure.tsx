import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  label: string;
  /** `narrow`: folded on a narrow screen alone, elsewhere simply there. `wide`: a list that drops down, on a narrow screen simply there. */
  folds: "narrow" | "wide";
  /** Whether the page shown is one of these. */
  here?: boolean;
  children: ComponentChildren;
}

/** A button that shows and hides links or buttons. What is chosen in it, Escape, or leaving them hides them again. */
export function Disclosure({ label, folds, here = false, children }: Props) {
  const open = useSignal(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const left = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) open.value = false;
    };
    const within = ({ target }: MouseEvent) => {
      if ((target as Element).closest("a, button:not(.cm-folds__button)")) open.value = false;
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !open.peek()) return;
      open.value = false;
      button.current?.focus();
    };
    const [around, inside] = [whole.current, content.current];
    inside?.addEventListener("click", within);
    around?.addEventListener("keydown", escape);
    for (const kind of ["pointerdown", "focusin"]) addEventListener(kind, left);
    return () => {
      inside?.removeEventListener("click", within);
      around?.removeEventListener("keydown", escape);
      for (const kind of ["pointerdown", "focusin"]) removeEventListener(kind, left);
    };
  }, [open]);
  return (
    <div ref={whole} class={`cm-folds cm-folds--${folds}`}>
      <button
        type="button"
        ref={button}
        class={`cm-folds__button${here ? " cm-folds__button--here" : ""}`}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.peek())}
      >
        {label}
      </button>
      <div id={id} ref={content} class={`cm-folds__content${open.value ? " cm-folds__content--open" : ""}`}>
        {children}
      </div>
    </div>
  );
}
