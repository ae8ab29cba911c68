import type { Schemas } from "../../api/client";
import { Field } from "../../ui/Field";
import { amendWords } from "../amendments/words";

const LIST = "entered-candidates";

/** The candidates of a sheet, for boxes in which one of them is chosen. */
export const CandidateList = ({ rows }: { rows: Schemas["RowOut"][] }) => (
  <datalist id={LIST}>
    {rows.map(({ candidate, name }) => (
      <option key={candidate} value={candidate}>
        {name}
      </option>
    ))}
  </datalist>
);

interface Props {
  id: string;
  label?: string;
  hint?: string;
  error: string | undefined;
  value: string;
  type: (typed: string) => void;
}

/** Choose a candidate by typing a number or from the list. */
export const ChooseCandidate = ({ id, label = amendWords.value.form.candidate, hint = amendWords.value.form.hint, error, value, type }: Props) => (
  <Field id={id} label={label} hint={hint} error={error}>
    {(props) => (
      <input
        class="govuk-input govuk-input--width-10"
        {...props}
        list={LIST}
        maxLength={4}
        inputMode="numeric"
        autocomplete="off"
        value={value}
        onInput={(event) => type(event.currentTarget.value)}
      />
    )}
  </Field>
);
