import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Schemas } from "../../api/client";
import { Field } from "../../ui/Field";
import { type Draft, type NotChosen, choose } from "./draft";
import { amendWords } from "./words";

interface Props {
  rows: Schemas["RowOut"][];
  draft: Signal<Draft>;
  waiting: ReadonlySet<string>;
  /** The message when nobody is chosen. */
  lacking: string | undefined;
}

/** Choose a candidate by typing a number or from the list; the box for the new mark is focused. */
export function Chooser({ rows, draft, waiting, lacking }: Props) {
  const typed = useSignal("");
  const fault = useSignal<NotChosen | undefined>(undefined);
  const chosen = useRef<string | undefined>(undefined);
  const words = amendWords.value;
  useEffect(() => {
    if (chosen.current) document.getElementById(`new-${chosen.current}`)?.focus();
    chosen.current = undefined;
  }, [draft.value.marks]);

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const result = choose(draft.value, typed.value, rows, waiting);
    fault.value = "fault" in result ? result.fault : undefined;
    if ("fault" in result) return;
    chosen.current = result.candidate;
    typed.value = "";
    draft.value = result.draft;
  };
  return (
    <form onSubmit={add} noValidate class="cm-choose">
      <Field id="choose-candidate" label={words.form.candidate} hint={words.form.hint} error={fault.value ? words.notChosen[fault.value] : lacking}>
        {(props) => (
          <input
            class="govuk-input govuk-input--width-20"
            {...props}
            list="candidates"
            autocomplete="off"
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id="candidates">
        {rows.map(({ candidate, name }) => (
          <option key={candidate} value={candidate}>
            {name}
          </option>
        ))}
      </datalist>
      <button type="submit" class="govuk-button govuk-button--secondary">
        {words.form.add}
      </button>
    </form>
  );
}
