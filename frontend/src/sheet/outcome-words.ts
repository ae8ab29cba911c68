import { t } from "../i18n/words";
import type { Outcome, Scale } from "./parse";
import { titleWords } from "./row-words";

/** An outcome to read: a mark as a number, a grade or an absence in words, empty where there is none. */
export function outcomeWords(outcome: Outcome | null | undefined, scale: Scale): number | string {
  switch (outcome?.kind) {
    case "mark":
      return outcome.mark;
    case "grade":
      return gradeWords(outcome.grade, scale);
    case "absent":
      return t.value.outcomes.absent;
    default:
      return "";
  }
}

/** The class of a column of outcomes: marks are numbers and stand under each other's digits, grades are words. */
export const outcomeColumn = (scale: Scale): string | undefined => (scale.kind === "mark" ? "cm-number" : undefined);

/** A grade's title, or its code where the scale does not have it. */
export const gradeWords = (code: string, scale: Scale): string => titleWords(titleOf(code, scale));

/** A grade's title as the board has it, or its code where the scale does not have it. */
export function titleOf(code: string, scale: Scale): string {
  const grade = scale.kind === "grade" ? scale.grades.find((one) => one.code === code) : undefined;
  return grade?.title ?? code;
}
