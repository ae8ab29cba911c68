import type { Moderation, Sampled } from "./api";

/** Whether the board still expects to see the work: it is not lost, and the candidate is not withdrawn. */
export const isWanted = ({ state }: Sampled): boolean => state === "asked" || state === "sent";

/** Whether the board still waits for work: moderation goes on, and part of the sample is still to be sent. */
export const isWaitedFor = ({ state: far, sample }: Pick<Moderation, "state" | "sample">): boolean =>
  far === "sample requested" && sample.some(({ state }) => state === "asked");
