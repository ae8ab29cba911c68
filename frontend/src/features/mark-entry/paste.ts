/** A cell and the line of the pasted text it came from. */
export interface Pasted {
  line: number;
  candidate: string;
  value: string;
}

/** What was pasted: one column of values, or values by candidate number. */
export type Paste = { kind: "column"; values: string[] } | { kind: "pairs"; pairs: Pasted[] };

const NUMBER = /^\d{1,4}$/;
const WHOLE = /^(\d+)[.,]0+$/;
const HEADINGS = /^(mark|marks|grade|grades|outcome|result|score|total|marc|marciau|gradd)$/i;

/** Read what a spreadsheet puts on the clipboard. */
export function readPaste(text: string): Paste {
  const rows = cells(text);
  const numbered = rows.filter((row) => NUMBER.test(row[0] ?? "")).length;
  const wide = rows.some((row) => row.length > 1);
  if (!wide) return { kind: "column", values: column(rows.map((row) => row[0] ?? "")) };
  if (numbered * 2 < rows.length) return { kind: "column", values: column(rows.map((row) => row.at(-1) ?? "")) };
  return { kind: "pairs", pairs: pairs(rows) };
}

/** A mark as the sheet writes it: a spreadsheet's 45.0 is 45. */
export const plain = (value: string): string => value.trim().replace(WHOLE, "$1");

function pairs(rows: string[][]): Pasted[] {
  const heading = NUMBER.test(rows[0]?.[0] ?? "") ? undefined : rows[0];
  const named = heading?.findIndex((cell) => HEADINGS.test(cell)) ?? -1;
  return rows.flatMap((row, place) => {
    if (row === heading) return [];
    const value = plain((named > 0 ? row[named] : row.slice(1).findLast((cell) => cell !== "")) ?? "");
    return [{ line: place + 1, candidate: (row[0] ?? "").padStart(4, "0"), value }];
  });
}

/** A heading over a column is not one of its values. */
function column(values: string[]): string[] {
  return (HEADINGS.test(values[0] ?? "") ? values.slice(1) : values).map(plain);
}

/** Rows and cells of tab-separated text; a cell in quotes may hold tabs, line breaks and doubled quotes. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    const value = quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(value.replaceAll("\u00a0", " ").trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  while (rows.length > 1 && rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  return rows;
}
