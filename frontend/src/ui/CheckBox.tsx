interface Props {
  id: string;
  label: string;
  checked: boolean;
  /** Why it must be ticked. */
  error: string | undefined;
  tick: (on: boolean) => void;
}

/** One box to tick, with its own error; it stands in an element of the class `govuk-checkboxes`. */
export const CheckBox = ({ id, label, checked, error, tick }: Props) => (
  <div class={error ? "govuk-form-group--error cm-box--error" : undefined}>
    {error && (
      <p class="govuk-error-message" id={`${id}-error`}>
        {error}
      </p>
    )}
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={id}
        type="checkbox"
        checked={checked}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error && `${id}-error`}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {label}
      </label>
    </div>
  </div>
);
