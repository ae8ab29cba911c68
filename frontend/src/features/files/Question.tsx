import { Radio } from "./Radio";
import type { Upload } from "./api";
import { type Answer, questionId } from "./decision";
import { uploadWords } from "./words";

type Code = Upload["questions"][number]["code"];

interface Props {
  code: Code;
  sequence: number;
  answer: Answer | undefined;
  /** Whether someone tried to go on without an answer. */
  tried: boolean;
  choose: (answer: Answer) => void;
}

/** A question about a file that only a person can answer. */
export function Question({ code, sequence, answer, tried, choose }: Props) {
  const words = uploadWords.value.decide;
  const id = questionId(code);
  const lacking = tried && answer === undefined;
  return (
    <fieldset class={`govuk-fieldset cm-choices${lacking ? " govuk-form-group--error" : ""}`} aria-describedby={lacking ? `${id}-error` : undefined}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{asked(code, sequence)}</legend>
      {lacking && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {words.answer}
        </p>
      )}
      <Radio id={id} name={id} checked={answer === "go on"} choose={() => choose("go on")} words={words.goOn} />
      <Radio id={`${id}-leave`} name={id} checked={answer === "leave"} choose={() => choose("leave")} words={words.leave} />
    </fieldset>
  );
}

function asked(code: Code, sequence: number): string {
  const said = uploadWords.value.decide.questions[code];
  return typeof said === "string" ? said : said(sequence);
}
