import type { Signal } from "@preact/signals";
import type { Schemas } from "../api/client";
import type { Trouble } from "../ui/ErrorSummary";
import { CheckBox } from "../ui/CheckBox";
import { statementWords } from "./statement";
import { sheetWords } from "./words";

type Stated = Schemas["ReviewOut"]["declaration"];

interface Props {
  declaration: Stated;
  /** The keys of the statements agreed to. */
  agreed: Signal<ReadonlySet<string>>;
  /** Whether someone tried to submit: from then on each statement that is not agreed to says so. */
  tried: boolean;
}

/** What whoever submits declares; each statement is agreed to by itself. */
export function Declaration({ declaration: { version, statements }, agreed, tried }: Props) {
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
          <CheckBox
            key={statement.key}
            id={agreeId(statement.key)}
            label={statementWords(version, statement)}
            checked={agreed.value.has(statement.key)}
            error={tried && !agreed.value.has(statement.key) ? sheetWords.value.declaration.agree : undefined}
            tick={(on) => toggle(statement.key, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The id of a statement's checkbox. */
const agreeId = (statement: string): string => `agree-${statement}`;

/** The statements that are not agreed to, each with its box. */
export const notAgreed = ({ version, statements }: Stated, agreed: ReadonlySet<string>): Trouble[] =>
  statements
    .filter(({ key }) => !agreed.has(key))
    .map((statement) => ({ say: () => sheetWords.value.declaration.notAgreed(statementWords(version, statement)), at: agreeId(statement.key) }));
