import { Radio } from "./Radio";
import type { Upload } from "./api";
import { type Answer, questionId } from "./decision";
import { uploadWords } from "./words";

type Code = Upload["questions"][number]["code"];

interface Props {
  code: Code;
  sequence: number;
  answer: Answer | undefined;
  choose: (answer: Answer) => void;
}

/** A question about a file that only a person can answer. */
export function Question({ code, sequence, answer, choose }: Props) {
  const words = uploadWords.value.decide;
  const id = questionId(code);
  return (
    <fieldset class="govuk-fieldset cm-choices">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{asked(code, sequence)}</legend>
      <Radio id={id} name={id} checked={answer === "go on"} choose={() => choose("go on")} words={words.goOn} />
      <Radio id={`${id}-leave`} name={id} checked={answer === "leave"} choose={() => choose("leave")} words={words.leave} />
    </fieldset>
  );
}

function asked(code: Code, sequence: number): string {
  const said = uploadWords.value.decide.questions[code];
  return typeof said === "string" ? said : said(sequence);
}
