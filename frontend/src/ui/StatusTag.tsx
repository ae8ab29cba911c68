import type { Schemas } from "../api/client";
import { t } from "../i18n/words";

type Status = Schemas["Status"];

const COLOUR: Record<Status, string> = {
  "not started": "govuk-tag--grey",
  incomplete: "govuk-tag--yellow",
  ready: "govuk-tag--blue",
  submitted: "govuk-tag--purple",
  confirmed: "govuk-tag--green",
  "in moderation": "govuk-tag--yellow",
  moderated: "govuk-tag--blue",
};

export const StatusTag = ({ status }: { status: Status }) => <strong class={`govuk-tag ${COLOUR[status]}`}>{t.value.outcomes.status[status]}</strong>;
