export const PAGE_ROWS = 50;

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE_ROWS));

/** One page of a list, from 1. */
export const pageOf = <T>(list: readonly T[], page: number): T[] => list.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
