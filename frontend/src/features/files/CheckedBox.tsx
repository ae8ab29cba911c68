import type { Signal } from "@preact/signals";
import { CHECKED } from "./decision";
import { uploadWords } from "./words";

/** Confirm that one has checked every mark of a file. */
export const CheckedBox = ({ checked }: { checked: Signal<boolean> }) => (
  <div class="govuk-checkboxes cm-checked">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={CHECKED}
        type="checkbox"
        checked={checked.value}
        onChange={(event) => (checked.value = event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={CHECKED}>
        {uploadWords.value.decide.checked}
      </label>
    </div>
  </div>
);
