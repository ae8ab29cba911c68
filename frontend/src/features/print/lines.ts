import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { titleWords } from "../../sheet/row-words";

type Row = Schemas["RowOut"];
type Scale = Schemas["AssessmentOut"]["scale"];

/** What the print, the CSV and the spreadsheet say of one candidate. */
export interface Line {
  candidate: string;
  name: string;
  group: string;
  /** A mark as a figure; a grade or an absence in words; nothing where there is none. */
  mark: number | string;
}

export const linesOf = (rows: readonly Row[], scale: Scale): Line[] =>
  rows.map(({ candidate, name, group, outcome }) => ({ candidate, name, group, mark: outcomeWords(outcome, scale) }));

export function outcomeWords(outcome: Row["outcome"], scale: Scale): number | string {
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

export function gradeWords(code: string, scale: Scale): string {
  const grade = scale.kind === "grade" ? scale.grades.find((one) => one.code === code) : undefined;
  return grade ? titleWords(grade.title) : code;
}

/** The lines as a table with its headings, for a file. */
export function tableOf(lines: readonly Line[], scale: Scale): (number | string)[][] {
  const { columns } = t.value.entry;
  const head = [columns.number, columns.candidate, columns.group, t.value.outcomes.scale[scale.kind]];
  return [head, ...lines.map(({ candidate, name, group, mark }) => [candidate, name, group, mark])];
}
