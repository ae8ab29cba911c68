import type { Upload } from "./api";
import { uploadWords } from "./words";

const COLOUR: Record<Upload["state"], string> = {
  expected: "govuk-tag--grey",
  received: "govuk-tag--yellow",
  checking: "govuk-tag--yellow",
  asking: "govuk-tag--blue",
  ready: "govuk-tag--blue",
  applying: "govuk-tag--yellow",
  applied: "govuk-tag--green",
  refused: "govuk-tag--red",
  cancelled: "govuk-tag--grey",
};

export const StateTag = ({ state }: { state: Upload["state"] }) => <strong class={`govuk-tag ${COLOUR[state]}`}>{uploadWords.value.states[state]}</strong>;
