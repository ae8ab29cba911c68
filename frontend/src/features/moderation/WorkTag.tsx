import type { Sampled } from "./api";
import { moderationWords } from "./words";

const COLOUR: Record<Sampled["state"], string> = {
  asked: "govuk-tag--yellow",
  sent: "govuk-tag--green",
  lost: "govuk-tag--red",
  withdrawn: "govuk-tag--grey",
};

/** The state of a candidate's work. */
export const WorkTag = ({ state }: { state: Sampled["state"] }) => <strong class={`govuk-tag ${COLOUR[state]}`}>{moderationWords.value.work[state]}</strong>;
