const BOM = "\uFEFF";
/** What a spreadsheet may take for the beginning of a formula, as typed on any keyboard; with apostrophes before, text. */
const FORMULA = /^'*\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * Rows as a CSV file that a spreadsheet opens as they are: RFC 4180, in UTF-8 that says so. Text that would be taken
 * for a formula gets an apostrophe, which makes it text.
 */
export const csv = (rows: readonly (readonly (number | string)[])[]): string =>
  BOM + rows.map((row) => `${row.map((cell) => field(cell)).join(",")}\r\n`).join("");

function field(cell: number | string): string {
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
