import type { Signal } from "@preact/signals";
import { isoDay } from "../../lib/dates";
import { Field } from "../../ui/Field";
import { printWords } from "./words";

/** The id of the box for the last day. */
export const LAST_DAY = "slips-date";

/** The last day to request a review, as it stands on mark slips. */
export const LastDay = ({ day, error }: { day: Signal<string>; error: string | undefined }) => (
  <Field id={LAST_DAY} label={printWords.value.slips.until} error={error}>
    {(props) => (
      <input class="govuk-input" {...props} type="date" min={isoDay()} value={day.value} onInput={(event) => (day.value = event.currentTarget.value)} />
    )}
  </Field>
);
