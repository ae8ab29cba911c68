import type { Schemas } from "../api/client";

export type Outcome = NonNullable<Schemas["RowOut"]["outcome"]>;
export type Scale = Schemas["AssessmentOut"]["scale"];

/** Why what was typed is no outcome of the scale. */
export type Fault = "not a mark" | "over the maximum" | "not a grade";
export type Parsed = { outcome: Outcome | null } | { fault: Fault };

const ABSENT = /^(a|abs|absent)$/i;

/** What someone typed, as an outcome or as what is wrong with it; nothing is rounded or guessed. */
export function parse(typed: string, scale: Scale): Parsed {
  const text = typed.trim();
  if (text === "") return { outcome: null };
  if (scale.kind === "grade") return parseGrade(text, scale);
  if (ABSENT.test(text)) return { outcome: { kind: "absent" } };
  if (!/^\d+$/.test(text)) return { fault: "not a mark" };
  const mark = Number(text);
  return mark > scale.maximum ? { fault: "over the maximum" } : { outcome: { kind: "mark", mark } };
}

function parseGrade(text: string, scale: Extract<Scale, { kind: "grade" }>): Parsed {
  const asked = text.toLowerCase();
  const grade = scale.grades.find((g) => g.code.toLowerCase() === asked || g.title.toLowerCase() === asked);
  if (grade) return { outcome: { kind: "grade", grade: grade.code } };
  return ABSENT.test(text) ? { outcome: { kind: "absent" } } : { fault: "not a grade" };
}

/** An outcome as it stands in the box; absent is spelt out where A is a grade. */
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
