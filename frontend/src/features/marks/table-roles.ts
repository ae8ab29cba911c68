/**
 * The roles of a table and its parts, spelled out: laid out as a grid or as blocks, some browsers would not give them.
 */
export const TABLE = { role: "table" } as const;
export const ROWS = { role: "rowgroup" } as const;
export const ROW = { role: "row" } as const;
export const HEADING = { role: "columnheader" } as const;
export const NAME = { role: "rowheader" } as const;
export const CELL = { role: "cell" } as const;
