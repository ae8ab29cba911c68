/** Words for finding an assessment, for a centre's list and the board's. */
export const home = { search: { series: "Series", code: "Assessment code" } };
