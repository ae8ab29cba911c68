import { t, wordFor } from "../i18n/words";
import { moment } from "../lib/dates";
import { type Scale, boxText } from "./parse";
import { type Held, type Problem, type Row, lackingOf } from "./row";
import { sheetWords } from "./words";

/** A grade's title, which is English, in the current language if it is a known one. */
export const titleWords = (title: string): string => wordFor(t.value.outcomes.named, title);

/** The grades one may type, as a list in words. */
export const gradesInWords = (scale: Scale): string =>
  scale.kind === "grade" ? scale.grades.map(({ code, title }) => sheetWords.value.gradeFor(code, titleWords(title))).join(", ") : "";

/** What to type for absent: A, unless that is a grade. */
export const absentTyped = (scale: Scale): string => (boxText({ kind: "absent" }, scale) === "A" ? "A" : "Abs");

/** What the box says, so that absent is not mistaken for zero. */
export function inWords(text: string, scale: Scale): string {
  if (scale.kind === "grade") {
    const grade = scale.grades.find(({ code }) => code === text);
    if (grade) return titleWords(grade.title);
  }
  if (text.toLowerCase() === "a" || text.toLowerCase() === "absent") return sheetWords.value.state.absent;
  return text === "0" ? sheetWords.value.state.zero : text;
}

/** Why a mark is 0, in words. */
export const zeroWords = (zero: NonNullable<Row["zero"]>): string => sheetWords.value.zero[zero];

/** A meaning that the box alone does not show: a grade's title, an absence, a zero, criteria without a mark. */
export function meaning(row: Row, scale: Scale): string {
  if (!("outcome" in row.parsed)) return "";
  if (row.zero) return zeroWords(row.zero);
  const lacking = lackingOf(row, scale);
  if (lacking.length > 0) return lackingWords(lacking);
  const words = inWords(row.text.trim(), scale);
  return words === row.text.trim() ? "" : words;
}

/** The criteria that have no mark. */
const lackingWords = (codes: readonly string[]): string => sheetWords.value.criteria.lacking(codes.join(", "), codes.length);

export function problemWords(problem: Problem, scale: Scale): string {
  const words = sheetWords.value.problem;
  if (problem.kind === "nothing to tick") return words["nothing to tick"];
  if (problem.kind === "refused") {
    const known: Record<string, string> = { ...sheetWords.value.criteria.refused, "too-many-notes": sheetWords.value.memo.tooMany };
    return known[problem.code] ?? refusalWords(problem.code, problem.detail);
  }
  if (scale.kind === "grade") return words["not a grade"](gradesInWords(scale), absentTyped(scale));
  if (problem.fault === "total differs") return words["total differs"](problem.sum ?? 0);
  if (problem.fault === "criteria missing") return lackingWords(problem.lacking ?? []);
  if (problem.fault === "absent and marks") return words["absent and marks"];
  const criterion = problem.at === undefined ? undefined : scale.criteria?.[problem.at];
  const said = words[problem.fault === "not a grade" ? "not a mark" : problem.fault](criterion?.maximum ?? scale.maximum);
  return criterion ? `${criterion.code}: ${said}` : said;
}

/** A refusal of the API in the current language, or in the API's words. */
export function refusalWords(code: string, detail: string): string {
  const known: Record<string, string> = t.value.problems.code;
  return known[code] ?? detail;
}

/** What a careful colleague would ask about a saved mark. */
export function queryWords({ code, figure }: NonNullable<Row["query"]>): string {
  const words = sheetWords.value.query;
  switch (code) {
    case "far-from-class":
      return words["far-from-class"](figure ?? 0);
    case "same-as-neighbours":
      return words["same-as-neighbours"](figure ?? 0);
    default:
      return words["zero-mark"];
  }
}

/** Who doubts a mark and since when, if anybody does. */
export function flagWords({ flagged, flag }: Row): string {
  const words = sheetWords.value.flag;
  if (!flagged) return "";
  if (!flag) return words.now;
  return flag.own ? words.own(moment(flag.at)) : words.by(flag.by, moment(flag.at));
}

/** Whose flag a tick or another mark answered here. */
export const answeredWords = ({ flagged, lifted }: Row): string => (flagged || lifted === undefined ? "" : sheetWords.value.flag.answered(lifted));

/** Who left the note to the checker and when; empty while it is not saved. */
export function memoWords({ memo, memoBy }: Row): string {
  const words = sheetWords.value.memo;
  if (!memoBy || memoBy.text !== memo) return "";
  return memoBy.own ? words.own(moment(memoBy.at)) : words.by(memoBy.by, moment(memoBy.at));
}

/** What someone else saved meanwhile, and the choices; notes, ticks and flags are named where the marks are the same. */
export function theirsWords(row: Row, theirs: NonNullable<Row["theirs"]>, scale: Scale): { said: string; keep: string; use: string } {
  const words = sheetWords.value.conflict;
  const same = theirs.text === row.text.trim();
  const notes = theirs.memo !== row.memo;
  const label = ({ text, checked, flagged, memo }: Held) => {
    const mark = text || words.nothing;
    if (notes) return memo ? sheetWords.value.memo.noted(mark, memo) : sheetWords.value.memo.bare(mark);
    if (!same) return mark;
    if (flagged) return words.flagged(mark);
    return checked ? words.checked(mark) : mark;
  };
  const saved = words.saved(theirs.by, theirs.text ? inWords(theirs.text, scale) : words.empty);
  const noted = same && notes && row.memoBy && !row.memoBy.own ? sheetWords.value.memo.notedBy(row.memoBy.by) : saved;
  const said = same && theirs.flag ? words.flaggedBy(theirs.flag.by) : noted;
  return { said, keep: words.keep(label(row)), use: words.use(label(theirs)) };
}
