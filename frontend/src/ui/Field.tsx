import type { ComponentChildren } from "preact";

export interface Control {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  /** What is wrong with its value. */
  error?: string | undefined;
  children: (control: Control) => ComponentChildren;
}

/** A control with its label, its hint and its error. */
export function Field({ id, label, hint, error, children }: Props) {
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, ...(told ? { "aria-describedby": told } : {}), ...(error ? { "aria-invalid": "true" } : {}) })}
    </div>
  );
}
