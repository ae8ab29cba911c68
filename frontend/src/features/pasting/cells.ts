import { bare } from "../../sheet/parse";

/** Rows and cells of what a spreadsheet puts on the clipboard: a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    const value = quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(bare(value.replaceAll("\u00A0", " ")));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  while (rows.length > 1 && rows.at(-1)?.every((cell) => cell === "")) rows.pop();
  return rows;
}

/** The values of a table that has one filled column and nothing else, in their places; undefined where it has more. */
export function columnOf(table: readonly string[][]): string[] | undefined {
  const filled = new Set(table.flatMap((row) => row.flatMap((cell, place) => (cell === "" ? [] : [place]))));
  if (filled.size > 1) return undefined;
  const [place = 0] = filled;
  return table.map((row) => row[place] ?? "");
}
