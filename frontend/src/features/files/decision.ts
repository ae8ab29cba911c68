import type { Schemas } from "../../api/client";
import { notAgreed } from "../../sheet/Declaration";
import type { Trouble } from "../../ui/ErrorSummary";
import type { Upload } from "./api";
import { uploadWords } from "./words";

type Question = Schemas["QuestionCode"];
export type Answer = "go on" | "leave";

/** What someone wants to do with a file that is ready. */
export interface Decision {
  answers: ReadonlyMap<Question, Answer>;
  /** Submit the sheets in the same step. */
  submit: boolean;
  /** They have checked every mark of the file. */
  checked: boolean;
  agreed: ReadonlySet<string>;
}

/** A sheet of the file as it is before the file, and how many candidates get their first mark from it. */
export interface Before {
  review: Schemas["ReviewOut"];
  accepted: number;
}

/** The id of the field that answers a question. */
export const questionId = (code: Question): string => `question-${code}`;
export const CHECKED = "file-checked";

/** Whether an answer says to cancel the file. */
export const isLeft = ({ answers }: Decision): boolean => [...answers.values()].includes("leave");

/** How many candidates would still have no mark. */
export const stillEmpty = ({ review: { counts }, accepted }: Before): number => Math.max(0, counts.candidates - counts.entered - accepted);

/** What prevents what was decided. */
export function blockersOf({ questions }: Upload, decision: Decision, sheets: Before[]): Trouble[] {
  const blockers: Trouble[] = questions
    .filter(({ code }) => !decision.answers.has(code))
    .map(({ code }) => ({ say: () => uploadWords.value.decide.answer, at: questionId(code) }));
  return decision.submit ? [...blockers, ...keepFromSubmitting(decision, sheets)] : blockers;
}

function keepFromSubmitting({ checked, agreed }: Decision, sheets: Before[]): Trouble[] {
  const blockers: Trouble[] = sheets
    .filter((before) => stillEmpty(before) > 0)
    .map((before) => {
      const { code } = before.review.sheet.assessment;
      return { say: () => uploadWords.value.decide.incomplete(code, stillEmpty(before)) };
    });
  if (!checked) blockers.push({ say: () => uploadWords.value.decide.check, at: CHECKED });
  const [first] = sheets;
  return first ? [...blockers, ...notAgreed(first.review.declaration, agreed)] : blockers;
}

/** The mode to send: all or nothing unless lines would be left out. */
export const acceptOf = ({ bad, preview }: Upload, { answers }: Decision): Schemas["AcceptIn"] => ({
  mode: bad === 0 ? "all-or-nothing" : "good-rows",
  answers: [...answers].filter(([, answer]) => answer === "go on").map(([code]) => code),
  checked: false,
  preview,
});
