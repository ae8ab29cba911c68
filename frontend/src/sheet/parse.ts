import type { Schemas } from "../api/client";

export type Outcome = NonNullable<Schemas["RowOut"]["outcome"]>;
export type Scale = Schemas["AssessmentOut"]["scale"];

/** Why what was typed is not an outcome of the scale. */
export type Fault = "not a mark" | "not whole" | "over the maximum" | "not a grade";
export type Parsed = { outcome: Outcome | null } | { fault: Fault };

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
  if (ABSENT.has(text.toLowerCase())) return { outcome: { kind: "absent" } };
  const [, digits] = WHOLE.exec(text) ?? [];
  if (digits === undefined) return { fault: FRACTION.test(text) ? "not whole" : "not a mark" };
  const mark = Number(digits);
  return mark > scale.maximum ? { fault: "over the maximum" } : { outcome: { kind: "mark", mark } };
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, " ");

function parseGrade(text: string, scale: Extract<Scale, { kind: "grade" }>): Parsed {
  const asked = folded(text);
  const named = (name: "code" | "title") => scale.grades.find((grade) => folded(grade[name]) === asked);
  const grade = named("code") ?? named("title");
  if (grade) return { outcome: { kind: "grade", grade: grade.code } };
  return ABSENT.has(asked) ? { outcome: { kind: "absent" } } : { fault: "not a grade" };
}

/** An outcome as the box shows it; absent is spelt out where A is a grade. */
export function boxText(outcome: Outcome | null | undefined, scale: Scale): string {
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
