import { seriesName } from "./dates";

/** The address of a candidate's row. */
export const rowOf = (sheet: string, { candidate, page }: { candidate: string; page: number }): string => `/sheets/${sheet}?page=${page}#c${candidate}`;

/** What a sheet's address contains: the assessment's code in the form of addresses, and the series. */
export function sheetName(sheet: string): string {
  const [series = "", , code = ""] = sheet.split(".");
  return `${code}, ${seriesName(series)}`;
}
