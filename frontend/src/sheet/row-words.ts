import { t, wordFor } from "../i18n/words";
import type { Scale } from "./parse";
import type { Problem, Row } from "./row";

/** A grade's title, which is English, in the language spoken where it is one we know. */
export const titleWords = (title: string): string => wordFor(t.value.outcomes.named, title);

/** The grades one may type, as a list in words. */
export const gradesInWords = (scale: Scale): string =>
  scale.kind === "grade" ? scale.grades.map(({ code, title }) => t.value.entry.gradeFor(code, titleWords(title))).join(", ") : "";

/** What the box says, so that nobody takes absent for zero. */
export function inWords(text: string, scale: Scale): string {
  if (scale.kind === "grade") {
    const grade = scale.grades.find(({ code }) => code === text);
    if (grade) return titleWords(grade.title);
  }
  if (text.toLowerCase() === "a" || text.toLowerCase() === "absent") return t.value.entry.state.absent;
  return text === "0" ? t.value.entry.state.zero : text;
}

/** A meaning the box alone does not show: a grade's title, an absence, a zero. */
export function meaning(row: Row, scale: Scale): string {
  if (!("outcome" in row.parsed)) return "";
  const words = inWords(row.text.trim(), scale);
  return words === row.text.trim() ? "" : words;
}

export function problemWords(problem: Problem, scale: Scale): string {
  const words = t.value.entry.problem;
  if (problem.kind === "nothing to tick") return words["nothing to tick"];
  if (problem.kind === "refused") return refusalWords(problem.code, problem.detail);
  if (scale.kind === "grade") return words["not a grade"](gradesInWords(scale));
  return words[problem.fault === "not a grade" ? "not a mark" : problem.fault](scale.maximum);
}

/** A refusal of the API in the language spoken, or as the API words it. */
export function refusalWords(code: string, detail: string): string {
  const known: Record<string, string> = t.value.problems.code;
  return known[code] ?? detail;
}

/** What a careful colleague would ask about a saved mark. */
export function queryWords({ code, figure }: NonNullable<Row["query"]>): string {
  const words = t.value.entry.query;
  switch (code) {
    case "far-from-class":
      return words["far-from-class"](figure ?? 0);
    case "same-as-neighbours":
      return words["same-as-neighbours"](figure ?? 0);
    default:
      return words["zero-mark"];
  }
}
