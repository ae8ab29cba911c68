import type { ApiError } from "../../api/client";
import { faultWords } from "../../i18n/fault-words";
import type { Scale } from "../../sheet/parse";
import { problemWords, refusalWords } from "../../sheet/row-words";
import type { Trouble } from "../../ui/ErrorSummary";
import { type Lack, type Line, placeOf } from "./draft";
import { amendWords } from "./words";

/** What a draft lacks, each with the field that puts it right. */
export const troublesOf = (lacks: Lack[], scale: Scale): Trouble[] => lacks.map((lack) => ({ say: () => lackWords(lack, scale), at: placeOfLack(lack) }));

const placeOfLack = (lack: Lack): string => {
  if (lack.part === "mark") return `new-${lack.line.candidate}`;
  return lack.part === "marks" ? "choose-candidate" : lack.part;
};

function lackWords(lack: Lack, scale: Scale): string {
  if (lack.part !== "mark") return amendWords.value.lacks[lack.part];
  return amendWords.value.lacks.of(lack.line.candidate, lineFaultWords(lack.fault, scale));
}

/** What is wrong with a new mark, as in mark entry. */
export function lineFaultWords(fault: NonNullable<Line["fault"]>, scale: Scale): string {
  if (fault === "missing" || fault === "same") return amendWords.value.lacks[fault];
  return problemWords({ kind: "typed", fault }, scale);
}

/** What the service says is wrong: for each candidate it points at, or for the whole request. */
export function refusalsOf(refusal: ApiError, lines: Line[]): Trouble[] {
  const points = refusal.problem.code === "amendment-refused" ? (refusal.problem.errors ?? []) : [];
  if (points.length === 0) {
    return [{ say: () => (refusal.unknown ? amendWords.value.form.noAnswer : faultWords(refusal)) }];
  }
  return points.map(({ pointer, code, detail }) => {
    const line = placeOf(pointer, lines);
    const what = () => (amendWords.value.refused as Record<string, string>)[code] ?? refusalWords(code, detail);
    if (!line) return { say: what };
    return { say: () => amendWords.value.lacks.of(line.candidate, what()), at: `new-${line.candidate}` };
  });
}
