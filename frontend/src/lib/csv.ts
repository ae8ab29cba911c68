const BOM = "\uFEFF";
/**
 * Text that a spreadsheet program may take for a formula, from any keyboard; apostrophes before it are included. Or figures
 * after an apostrophe, which every reader of the file would drop. The service has the same rule: tests/cases/formulas.json.
 */
// oxlint-disable-next-line no-control-regex -- the service counts them as blanks
const FORMULA = /^'*[\s\u001C-\u001F\u0085]*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]|^'+[0-9]+$/;
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * Rows as a CSV file for a spreadsheet program: RFC 4180, in UTF-8 with a byte order mark. Text that would be taken for
 * a formula gets an apostrophe, which makes it text.
 */
export const csv = (rows: readonly (readonly (number | string)[])[]): string =>
  BOM + rows.map((row) => `${row.map((cell) => field(cell)).join(",")}\r\n`).join("");

function field(cell: number | string): string {
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
