import type { Signal } from "@preact/signals";
import type { Schemas } from "../api/client";
import { statementWords } from "./statement";
import { sheetWords } from "./words";

interface Props {
  declaration: Schemas["ReviewOut"]["declaration"];
  /** The keys of the statements agreed to. */
  agreed: Signal<ReadonlySet<string>>;
}

/** What whoever submits declares; each statement is agreed to by itself. */
export function Declaration({ declaration: { version, statements }, agreed }: Props) {
  const toggle = (statement: string, on: boolean) => {
    const next = new Set(agreed.value);
    if (on) next.add(statement);
    else next.delete(statement);
    agreed.value = next;
  };
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{sheetWords.value.declaration.title}</legend>
      <div class="govuk-checkboxes">
        {statements.map((statement) => (
          <div class="govuk-checkboxes__item" key={statement.key}>
            <input
              class="govuk-checkboxes__input"
              id={agreeId(statement.key)}
              type="checkbox"
              checked={agreed.value.has(statement.key)}
              onChange={(event) => toggle(statement.key, event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={agreeId(statement.key)}>
              {statementWords(version, statement)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The id of a statement's checkbox. */
export const agreeId = (statement: string): string => `agree-${statement}`;
