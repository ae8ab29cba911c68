import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { printedWords } from "../../sheet/note-words";
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
  /** What there is to know of the candidate, in words; nothing where there is nothing. */
  note: string;
  /** By which a file that is sent back is told from one that is older than the marks. */
  revision: number;
}

export const linesOf = (rows: readonly Row[], scale: Scale): Line[] =>
  rows.map(({ candidate, name, group, outcome, note, revision }) => ({
    candidate,
    name,
    group,
    mark: outcomeWords(outcome, scale),
    note: printedWords(note).join("; "),
    revision,
  }));

/** The lines as a table with its headings, for a file; notes have a column where there are any. */
export function tableOf(lines: readonly Line[], scale: Scale): (number | string)[][] {
  const { columns } = t.value.entry;
  const head = [columns.number, columns.candidate, columns.group, t.value.outcomes.scale[scale.kind], t.value.print.version];
  const noted = lines.some(({ note }) => note !== "");
  return [
    noted ? [...head, t.value.print.notes] : head,
    ...lines.map(({ candidate, name, group, mark, note, revision }) => [candidate, name, group, mark, revision, ...(noted ? [note] : [])]),
  ];
}
