import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { Field } from "../../ui/Field";
import type { Draft, Place } from "./entry";
import { boardWords } from "./words";

interface Props {
  draft: Draft;
  /** Whether a mark is carried forward now; leaving it out ends that. */
  held: boolean;
  scale: Schemas["AssessmentOut"]["scale"];
  errors: Partial<Record<Place, string | undefined>>;
  change: (part: Partial<Draft>) => void;
}

/** The part of an entry that carries a mark or grade forward from an earlier series. */
export function CarriedForward({ draft, held, scale, errors, change }: Props) {
  const words = boardWords.value.entries.enter.carried;
  const told = ["entry-carries-hint", errors.carries && "entry-carries-error"].filter(Boolean).join(" ");
  return (
    <>
      <div class={`govuk-form-group${errors.carries ? " govuk-form-group--error" : ""}`}>
        {errors.carries && (
          <p class="govuk-error-message" id="entry-carries-error">
            {errors.carries}
          </p>
        )}
        <div class="govuk-checkboxes">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id="entry-carries"
              type="checkbox"
              aria-describedby={told}
              checked={draft.carries}
              onChange={(event) => change({ carries: event.currentTarget.checked })}
            />
            <label class="govuk-label govuk-checkboxes__label" for="entry-carries">
              {words.label}
            </label>
            <div class="govuk-hint govuk-checkboxes__hint" id="entry-carries-hint">
              {held && !draft.carries ? words.ends : words.hint}
            </div>
          </div>
        </div>
      </div>
      {draft.carries && (
        <>
          <Field id="entry-month" label={words.month}>
            {(props) => (
              <select class="govuk-select" {...props} value={draft.month} onChange={(event) => change({ month: event.currentTarget.value })}>
                {t.value.dates.months.map((name, place) => (
                  <option key={name} value={String(place + 1).padStart(2, "0")}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Text id="entry-year" label={words.year} error={errors.year} longest={4} value={draft.year} type={(year) => change({ year })} numeric />
          <Text
            id="entry-mark"
            label={scale.kind === "mark" ? words.mark(scale.maximum) : words.grade}
            error={errors.mark}
            longest={20}
            value={draft.mark}
            type={(mark) => change({ mark })}
            numeric={scale.kind === "mark"}
          />
        </>
      )}
    </>
  );
}

interface TextProps {
  id: string;
  label: string;
  error: string | undefined;
  longest: number;
  value: string;
  numeric: boolean;
  type: (typed: string) => void;
}

const Text = ({ id, label, error, longest, value, numeric, type }: TextProps) => (
  <Field id={id} label={label} error={error}>
    {(props) => (
      <input
        class="govuk-input govuk-input--width-5"
        {...props}
        maxLength={longest}
        inputMode={numeric ? "numeric" : "text"}
        autocomplete="off"
        value={value}
        onInput={(event) => type(event.currentTarget.value)}
      />
    )}
  </Field>
);
