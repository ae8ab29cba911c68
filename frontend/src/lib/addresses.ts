/** Where a candidate's row of a sheet is. */
export const rowOf = (sheet: string, { candidate, page }: { candidate: string; page: number }): string =>
  `/sheets/${sheet}?page=${page}#c${candidate}`;
