import type { Schemas } from "../../api/client";

type Summary = Schemas["AssessmentSummary"];

const plain = (code: string) => code.trim().toUpperCase().replace("-", "/");

/** The assessments of a qualification whose code begins as asked; H446/03 may be typed h446-03. Empty gives all. */
export function matching(all: Summary[], asked: { qualification: string; code: string }): Summary[] {
  return all.filter(
    ({ assessment }) => (asked.qualification === "" || assessment.qualification.code === asked.qualification) && assessment.code.startsWith(plain(asked.code)),
  );
}

/** Each qualification once, by its code. */
export function qualificationsOf(all: Summary[]): Schemas["QualificationOut"][] {
  const byCode = new Map(all.map(({ assessment: { qualification } }) => [qualification.code, qualification]));
  return [...byCode.values()].toSorted((a, b) => a.code.localeCompare(b.code));
}
