import { t } from "../../i18n/words";
import type { Line } from "./api";

const COLOUR: Record<Line["stage"], string> = {
  open: "govuk-tag--grey",
  submitted: "govuk-tag--purple",
  confirmed: "govuk-tag--green",
  "in moderation": "govuk-tag--yellow",
  moderated: "govuk-tag--blue",
};

export const StageTag = ({ stage }: { stage: Line["stage"] }) => (
  <strong class={`govuk-tag ${COLOUR[stage]}`}>{t.value.board.stage[stage]}</strong>
);
