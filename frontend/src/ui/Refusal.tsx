import type { ApiError } from "../api/client";
import { faultWords } from "../i18n/fault-words";

/** Why something was not done, said where it was asked for. */
export const Refusal = ({ fault }: { fault: ApiError | undefined }) => (
  <div role="alert">{fault && <p class="govuk-error-message">{faultWords(fault)}</p>}</div>
);
