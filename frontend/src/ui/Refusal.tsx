import type { ApiError } from "../api/client";
import { actWords } from "../i18n/fault-words";

/** Why something was not done, or that it may have been, shown where it was asked for. */
export const Refusal = ({ fault }: { fault: ApiError | undefined }) => <div role="alert">{fault && <p class="govuk-error-message">{actWords(fault)}</p>}</div>;
