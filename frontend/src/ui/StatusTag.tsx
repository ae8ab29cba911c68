import type { Schemas } from "../api/client";
import { en } from "../i18n/en";

type Status = Schemas["Status"];

const COLOUR: Record<Status, string> = {
  "not started": "govuk-tag--grey",
  incomplete: "govuk-tag--yellow",
  ready: "govuk-tag--blue",
  submitted: "govuk-tag--purple",
  confirmed: "govuk-tag--green",
};

export const StatusTag = ({ status }: { status: Status }) => (
  <strong class={`govuk-tag ${COLOUR[status]}`}>{en.status[status]}</strong>
);
