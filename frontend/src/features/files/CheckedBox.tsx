import type { Signal } from "@preact/signals";
import { CheckBox } from "../../ui/CheckBox";
import { CHECKED } from "./decision";
import { uploadWords } from "./words";

interface Props {
  checked: Signal<boolean>;
  /** Whether someone tried to go on without a tick. */
  tried: boolean;
}

/** Confirm that one has checked every mark of a file. */
export const CheckedBox = ({ checked, tried }: Props) => {
  const words = uploadWords.value.decide;
  const lacking = tried && !checked.value;
  return (
    <div class="govuk-checkboxes cm-checked">
      <CheckBox id={CHECKED} label={words.checked} checked={checked.value} error={lacking ? words.check : undefined} tick={(on) => (checked.value = on)} />
    </div>
  );
};
