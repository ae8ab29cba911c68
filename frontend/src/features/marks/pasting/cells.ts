import { bare } from "../../../sheet/parse";

/** A mark with a comma for decimals or thousands, which is not a separator here. */
const COMMA = /^\s*\d{1,3},\d{1,3}\s*$/;

/** What separates the cells: tabs, as from a spreadsheet; or the separator of a CSV file copied as text. */
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  if (text.includes(";")) return ";";
  return text.split(/[\r\n]+/).some((line) => line.includes(",") && !COMMA.test(line)) ? "," : "\t";
}

/** Rows and cells of what was copied: a cell in quotes may contain separators, line breaks and doubled quotes. */
export function cellsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"(?=[${separator}\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, "g");
  const rows: string[][] = [[]];
  for (const [, quoted, plain, after] of text.matchAll(cell)) {
    const value = quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(bare(value.replaceAll("\u00A0", " ")));
    if (after === "") break;
    if (after !== separator) rows.push([]);
  }
  while (rows.length > 1 && rows.at(-1)?.every((one) => one === "")) rows.pop();
  return rows;
}

/** The values of a table with just one filled column, in their places; undefined where it has more. */
export function columnOf(table: readonly string[][]): string[] | undefined {
  const filled = new Set(table.flatMap((row) => row.flatMap((cell, place) => (cell === "" ? [] : [place]))));
  if (filled.size > 1) return undefined;
  const [place = 0] = filled;
  return table.map((row) => row[place] ?? "");
}
