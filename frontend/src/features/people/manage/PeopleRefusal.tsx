import type { ApiError } from "../../../api/client";
import { actWords } from "../../../i18n/fault-words";
import { peopleWords } from "./words";

/** Why something about a person was not done, in words that fit people; shown where it was asked for. */
export const PeopleRefusal = ({ fault }: { fault: ApiError | undefined }) => (
  <div role="alert">{fault && <p class="govuk-error-message">{peopleFault(fault)}</p>}</div>
);

const peopleFault = (fault: ApiError): string => (peopleWords.value.refused as Record<string, string>)[fault.problem.code ?? ""] ?? actWords(fault);
