import { strToU8, zipSync } from "fflate";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Characters that XML 1.0 cannot write. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Rows as an Excel workbook of one sheet with its first row frozen: text as text and never as a formula, numbers as
 * numbers. `widths` are the columns' widths in characters.
 */
export function xlsx(title: string, rows: readonly (readonly (number | string)[])[], widths: readonly number[]): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/></Types>`,
    "_rels/.rels": relationship(`${OFFICE}/officeDocument`, "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${text(title)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationship(`${OFFICE}/worksheet`, "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${TOP_ROW_STAYS}<cols>${widths.map((width, n) => column(width, n + 1)).join("")}</cols><sheetData>${rows.map((row) => `<row>${row.map((cell) => cellOf(cell)).join("")}</row>`).join("")}</sheetData></worksheet>`,
  };
  const packed = Object.entries(files).map(([name, content]) => [name, strToU8(XML + content)] as const);
  return zipSync(Object.fromEntries(packed));
}

const TOP_ROW_STAYS =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const relationship = (type: string, target: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${type}" Target="${target}"/></Relationships>`;

const column = (width: number, n: number): string => `<col min="${n}" max="${n}" width="${width}" customWidth="1"/>`;

function cellOf(cell: number | string): string {
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  return cell === "" ? "<c/>" : `<c t="inlineStr"><is><t xml:space="preserve">${text(cell)}</t></is></c>`;
}

/** Text that a spreadsheet program would read as an escaped character: `_x0041_` is A. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const text = (value: string): string =>
  value
    .replaceAll(UNWRITABLE, "")
    .replaceAll(CODED, "_x005F_")
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
