import type { Schemas } from "../../api/client";

export type Outcome = NonNullable<Schemas["RowOut"]["outcome"]>;
export type Scale = Schemas["AssessmentOut"]["scale"];
export type Parsed = { outcome: Outcome | null } | { problem: string };

const ABSENT = /^(a|abs|absent)$/i;

/** What someone typed, as an outcome or as what is wrong with it; nothing is rounded or guessed. */
export function parse(typed: string, scale: Scale): Parsed {
  const text = typed.trim();
  if (text === "") return { outcome: null };
  if (scale.kind === "grade") return parseGrade(text, scale);
  if (ABSENT.test(text)) return { outcome: { kind: "absent" } };
  if (!/^\d+$/.test(text)) return { problem: `Type a whole mark from 0 to ${scale.maximum}, or A for absent` };
  const mark = Number(text);
  if (mark > scale.maximum) return { problem: `The maximum mark is ${scale.maximum}` };
  return { outcome: { kind: "mark", mark } };
}

function parseGrade(text: string, scale: Extract<Scale, { kind: "grade" }>): Parsed {
  const asked = text.toLowerCase();
  const grade = scale.grades.find((g) => g.code.toLowerCase() === asked || g.title.toLowerCase() === asked);
  if (grade) return { outcome: { kind: "grade", grade: grade.code } };
  if (ABSENT.test(text)) return { outcome: { kind: "absent" } };
  const codes = scale.grades.map((g) => `${g.code} (${g.title})`).join(", ");
  return { problem: `Type ${codes}, or A for absent` };
}

/** An outcome as it stands in the box. */
export function boxText(outcome: Outcome | null | undefined): string {
  switch (outcome?.kind) {
    case "mark":
      return String(outcome.mark);
    case "grade":
      return outcome.grade;
    case "absent":
      return "A";
    default:
      return "";
  }
}

/** What the scale's outcomes are called. */
export const nounOf = (scale: Scale): "Grade" | "Mark" => (scale.kind === "grade" ? "Grade" : "Mark");

/** What the box says, so that nobody takes absent for zero. */
export function inWords(text: string, scale: Scale): string {
  if (scale.kind === "grade") {
    const grade = scale.grades.find(({ code }) => code === text);
    if (grade) return `${grade.code} ${grade.title}`;
  }
  if (text.toUpperCase() === "A") return "Absent";
  return text === "0" ? "0 (zero marks)" : text;
}
