import { seriesName } from "./dates";

/** Where a candidate's row of a sheet is. */
export const rowOf = (sheet: string, { candidate, page }: { candidate: string; page: number }): string =>
  `/sheets/${sheet}?page=${page}#c${candidate}`;

/** What a sheet's address says of it: its assessment's code as in addresses, and the series. */
export function sheetName(sheet: string): string {
  const [series = "", , code = ""] = sheet.split(".");
  return `${code}, ${seriesName(series)}`;
}
