import type { Moderation, Sampled } from "./api";

/** Whether the board counts on seeing the work: neither lost nor of a candidate who was withdrawn. */
export const isWanted = ({ state }: Sampled): boolean => state === "asked" || state === "sent";

/** Whether the board still waits for work: moderation goes on, and some of the sample is to be sent. */
export const isWaitedFor = ({ state: far, sample }: Pick<Moderation, "state" | "sample">): boolean =>
  far === "sample requested" && sample.some(({ state }) => state === "asked");
