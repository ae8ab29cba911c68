import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { printedWords } from "../../sheet/note-words";
import { outcomeWords, titleOf } from "../../sheet/outcome-words";
import { printWords } from "./words";

type Row = Schemas["RowOut"];
type Scale = Schemas["AssessmentOut"]["scale"];

/** What the print, the CSV and the spreadsheet say of one candidate. */
export interface Line {
  candidate: string;
  name: string;
  group: string;
  /** A mark as a figure; a grade or an absence in words; nothing where there is none. */
  mark: number | string;
  /** The same for a file that can be sent back: a grade by the name the board gives it, whatever the language. */
  filed: number | string;
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
    filed: outcome?.kind === "grade" ? titleOf(outcome.grade, scale) : outcomeWords(outcome, scale),
    note: printedWords(note).join("; "),
    revision,
  }));

/** The sheet that lines are of. */
export type Of = Pick<Schemas["SheetHead"], "assessment" | "centre">;

/**
 * The lines as a table with its headings, for a file; notes have a column where there are any. Sent back through the
 * upload it is understood without a question: tests/cases/page-files.json holds page and service to that.
 */
export function tableOf(lines: readonly Line[], { assessment, centre }: Of): (number | string)[][] {
  const words = printWords.value;
  const head = [...words.whose, t.value.outcomes.scale[assessment.scale.kind], words.version, words.assessment, words.centre];
  const noted = lines.some(({ note }) => note !== "");
  return [
    noted ? [...head, words.notes] : head,
    ...lines.map(({ candidate, name, group, filed, note, revision }) => {
      const cells = [candidate, name, group, filed, revision, assessment.code, centre.number];
      return noted ? [...cells, note] : cells;
    }),
  ];
}

/** How wide the table's columns are in a workbook, in characters. */
export const WIDTHS = [18, 36, 10, 16, 12, 18, 16, 40];
