import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { outcomeWords } from "../../sheet/outcome-words";

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

/** The lines as a table with its headings, for a file. */
export function tableOf(lines: readonly Line[], scale: Scale): (number | string)[][] {
  const { columns } = t.value.entry;
  const head = [columns.number, columns.candidate, columns.group, t.value.outcomes.scale[scale.kind]];
  return [head, ...lines.map(({ candidate, name, group, mark }) => [candidate, name, group, mark])];
}
