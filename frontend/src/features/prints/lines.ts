import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { printedWords } from "../../sheet/note-words";
import { outcomeWords, titleOf } from "../../sheet/outcome-words";
import { zeroWords } from "../../sheet/row-words";
import { printWords } from "./words";

type Row = Schemas["RowOut"];
type Scale = Schemas["AssessmentOut"]["scale"];

/** What the print, the CSV and the workbook say about one candidate. */
export interface Line {
  candidate: string;
  name: string;
  group: string;
  /** A mark as a number; a grade or an absence in words; empty where there is none. */
  mark: number | string;
  /** The outcome for a file that can be uploaded: a grade by the board's title, whatever the language. */
  filed: number | string;
  /** The marks of the criteria that the mark is the sum of, as *A1 8, A2 12*; empty without any. */
  criteria: string;
  /** The same, a cell for each; empty where there is none. */
  cells: (number | string)[];
  /** What to know about the candidate, in words; empty where there is nothing. */
  note: string;
  /** The row's version, which tells an uploaded file from a newer mark. */
  revision: number;
}

export const linesOf = (rows: readonly Row[], scale: Scale, criteria: readonly Schemas["CriterionOut"][] = []): Line[] =>
  rows.map(({ candidate, name, group, outcome, note, revision, criteria: marks, zero_reason: zero }) => ({
    candidate,
    name,
    group,
    mark: outcomeWords(outcome, scale),
    filed: outcome?.kind === "grade" ? titleOf(outcome.grade, scale) : outcomeWords(outcome, scale),
    criteria: criteria.flatMap(({ code }, place) => (marks[place] == null ? [] : [`${code} ${marks[place]}`])).join(", "),
    cells: criteria.map((_, place) => marks[place] ?? ""),
    note: [...(zero ? [zeroWords(zero.reason)] : []), ...printedWords(note)].join("; "),
    revision,
  }));

/** The sheet of these lines. */
export type Of = Pick<Schemas["SheetHead"], "assessment" | "centre" | "criteria">;

/**
 * The lines as a table with its headings, for a file; notes have a column where there are any. Uploaded again it is
 * understood without a question: tests/cases/page-files.json makes page and service agree.
 */
export function tableOf(lines: readonly Line[], { assessment, centre, criteria }: Of): (number | string)[][] {
  const words = printWords.value;
  const parts = criteria.map(({ code, title, maximum }) => `${code} ${title} (${maximum})`);
  const head = [...words.whose, ...parts, t.value.outcomes.scale[assessment.scale.kind], words.version, words.assessment, words.centre];
  const noted = lines.some(({ note }) => note !== "");
  return [
    noted ? [...head, words.notes] : head,
    ...lines.map(({ candidate, name, group, cells: marks, filed, note, revision }) => {
      const cells = [candidate, name, group, ...marks, filed, revision, assessment.code, centre.number];
      return noted ? [...cells, note] : cells;
    }),
  ];
}

/** The widths of the table's columns in a workbook, in characters. */
export const widthsOf = ({ criteria }: Of): number[] => [18, 36, 10, ...criteria.map(() => 16), 16, 12, 18, 16, 40];
