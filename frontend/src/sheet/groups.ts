/** Each teaching group once, in order. */
export const groupsOf = (rows: readonly { group: string }[]): string[] =>
  [...new Set(rows.map(({ group }) => group))].filter((group) => group !== "").toSorted((a, b) => a.localeCompare(b));
