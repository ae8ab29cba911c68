import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n/words";
import type { Control } from "./Field";

interface Props extends Control {
  rows: number;
  /** The most characters the service accepts. */
  most: number;
  value: string;
  type: (value: string) => void;
}

/** A box for a longer text. Nothing is cut off: a text that is too long shows an error and its form is not sent. */
export function LongText({ rows, most, value, type, ...control }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const over = [...value.trim()].length - most;
  const tooLong = over > 0;
  useEffect(() => {
    const form = box.current?.form;
    if (!form || !tooLong) return undefined;
    const stop = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      box.current?.focus();
    };
    form.addEventListener("submit", stop, { capture: true });
    return () => form.removeEventListener("submit", stop, { capture: true });
  }, [tooLong]);
  const said = `${control.id}-long`;
  return (
    <>
      <div role="status">
        {tooLong && (
          <p class="govuk-error-message" id={said}>
            {t.value.shell.tooLong(over)}
          </p>
        )}
      </div>
      <textarea
        class="govuk-textarea"
        ref={box}
        rows={rows}
        value={value}
        onInput={(event) => type(event.currentTarget.value)}
        {...control}
        {...(tooLong ? { "aria-invalid": "true", "aria-describedby": [control["aria-describedby"], said].filter(Boolean).join(" ") } : {})}
      />
    </>
  );
}
