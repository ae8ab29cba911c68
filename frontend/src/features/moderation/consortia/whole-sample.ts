import type { Scale } from "../../../sheet/parse";
import type { Sampled } from "../api";
import type { Member } from "./api";

export interface Work extends Sampled {
  centre: Member["centre"];
}

/** The work of every centre's sample in one list, highest first; equal marks in order of centre. */
export const wholeSample = (members: readonly Member[], scale: Scale): Work[] =>
  members
    .flatMap(({ centre, moderation }) => moderation.sample.map((work) => ({ ...work, centre })))
    .toSorted((one, other) => height(other, scale) - height(one, scale));

function height({ outcome }: Work, scale: Scale): number {
  if (outcome?.kind === "mark") return outcome.mark;
  const place = outcome?.kind === "grade" && scale.kind === "grade" ? scale.grades.findIndex(({ code }) => code === outcome.grade) : -1;
  return place < 0 ? -Infinity : -place;
}
