import type { Sampled } from "./api";

/** Whether the board counts on seeing the work: neither lost nor of a candidate who was withdrawn. */
export const isWanted = ({ state }: Sampled): boolean => state === "asked" || state === "sent";
