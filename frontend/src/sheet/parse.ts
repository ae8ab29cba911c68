import type { Schemas } from "../api/client";
import { type Criterion, partsOf, sumOf, textOf } from "./criteria";

export type Outcome = NonNullable<Schemas["RowOut"]["outcome"]>;
/** What an assessment takes, with the criteria that its mark is the sum of, if any. */
export type Scale = Schemas["AssessmentOut"]["scale"] & { criteria?: readonly Criterion[] };

/** Why what was typed is not an outcome of the scale. */
export type Fault = "not a mark" | "not whole" | "over the maximum" | "not a grade" | "total differs" | "criteria missing" | "absent and marks";
/** What was typed as an outcome and marks of criteria, or what is wrong with it and at which criterion. */
export type Parsed = { outcome: Outcome | null; criteria?: readonly (number | null)[] } | Wrong;
/** What is wrong: at which criterion, what the criteria add up to, or the codes of those without a mark. */
export interface Wrong {
  fault: Fault;
  at?: number;
  sum?: number;
  lacking?: readonly string[];
}

const ABSENT = new Set(["a", "abs", "absent", "absennol"]);
/** A whole mark, with at most a decimal part of zeros; three zeros may be a thousand, so they are refused. */
const WHOLE = /^(\d{1,4})(?:[.,]0{1,2})?$/;
const FRACTION = /^\d{1,4}[.,]\d+$/;
// oxlint-disable-next-line no-control-regex -- separators that other programs put around a value
const AROUND = /^[\s\u001C-\u001F\u0085\u200B-\u200F\u2060]+|[\s\u001C-\u001F\u0085\u200B-\u200F\u2060]+$/g;

/** Text without invisible characters around it: spaces of every width, marks of direction and of byte order. */
export const bare = (text: string): string => text.replaceAll(AROUND, "");

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

/** Text with full-width letters, digits and signs as ordinary ones. */
const narrow = (text: string): string => text.replaceAll(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/**
 * Read what someone typed or pasted as an outcome, or say what is wrong with it; nothing is rounded or guessed. The
 * service reads files by the same rule: `tests/cases/values.json` makes both agree.
 */
export function parse(typed: string, scale: Scale): Parsed {
  const text = bare(narrow(typed));
  if (text === "") return { outcome: null };
  if (scale.kind === "grade") return parseGrade(text, scale);
  if (scale.criteria && text.includes("+")) return parseCriteria(text, scale.criteria, scale.maximum);
  if (ABSENT.has(text.toLowerCase())) return { outcome: { kind: "absent" } };
  const [, digits] = WHOLE.exec(text) ?? [];
  if (digits === undefined) return { fault: FRACTION.test(text) ? "not whole" : "not a mark" };
  const mark = Number(digits);
  return mark > scale.maximum ? { fault: "over the maximum" } : { outcome: { kind: "mark", mark } };
}

/** Read marks of criteria and the total beside them, if there is one. */
function parseCriteria(text: string, criteria: readonly Criterion[], maximum: number): Parsed {
  const { parts, total } = partsOf(text, criteria.length);
  const read = parts.map((part, at) => parse(part, { kind: "mark", maximum: criteria[at]?.maximum ?? 0 }));
  const at = read.findIndex((one) => "fault" in one);
  const wrong = read[at];
  if (wrong && "fault" in wrong) return { fault: wrong.fault, at };
  const outcomes = read.map((one) => ("outcome" in one ? one.outcome : null));
  const absent = outcomes.findIndex((outcome) => outcome?.kind === "absent");
  if (absent >= 0) return outcomes.every((outcome) => outcome?.kind === "absent") ? { outcome: { kind: "absent" } } : { fault: "absent and marks", at: absent };
  const whole = parse(total, { kind: "mark", maximum });
  if ("fault" in whole) return whole;
  const marks = outcomes.map((outcome) => (outcome?.kind === "mark" ? outcome.mark : null));
  if (marks.every((mark) => mark === null)) return whole;
  const sum = sumOf(marks);
  if (sum === undefined) {
    if (whole.outcome === null) return { outcome: null, criteria: marks };
    return { fault: "criteria missing", at: marks.indexOf(null), lacking: lackingIn(marks, criteria) };
  }
  if (whole.outcome !== null && (whole.outcome.kind !== "mark" || whole.outcome.mark !== sum)) return { fault: "total differs", sum };
  return { outcome: { kind: "mark", mark: sum }, criteria: marks };
}

/** The codes of the criteria without a mark, where others have one. */
export const lackingIn = (marks: readonly (number | null)[], criteria: readonly Criterion[]): string[] =>
  criteria.filter((_, place) => marks[place] === null).map(({ code }) => code);

const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, " ");

function parseGrade(text: string, scale: Extract<Scale, { kind: "grade" }>): Parsed {
  const asked = folded(text);
  const named = (name: "code" | "title") => scale.grades.find((grade) => folded(grade[name]) === asked);
  const grade = named("code") ?? named("title");
  if (grade) return { outcome: { kind: "grade", grade: grade.code } };
  return ABSENT.has(asked) ? { outcome: { kind: "absent" } } : { fault: "not a grade" };
}

/** An outcome as the box shows it, or the marks of its criteria; absent is spelt out where A is a grade. */
export function boxText(outcome: Outcome | null | undefined, scale: Scale, criteria: readonly (number | null)[] = []): string {
  if (criteria.length > 0) {
    return textOf({ parts: criteria.map((mark) => (mark === null ? "" : String(mark))), total: "" });
  }
  switch (outcome?.kind) {
    case "mark":
      return String(outcome.mark);
    case "grade":
      return outcome.grade;
    case "absent":
      return scale.kind === "grade" && scale.grades.some(({ code }) => code === "A") ? "Absent" : "A";
    default:
      return "";
  }
}
