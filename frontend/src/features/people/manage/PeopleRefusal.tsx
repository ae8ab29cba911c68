import { useMemo } from "preact/hooks";
import type { ApiError } from "../../../api/client";
import { actWords } from "../../../i18n/fault-words";
import { ErrorSummary } from "../../../ui/ErrorSummary";
import { peopleWords } from "./words";

/** Why something about a person was not done, in words that fit people; shown where it was asked for. */
export const PeopleRefusal = ({ fault }: { fault: ApiError | undefined }) => (
  <div role="alert">{fault && <p class="govuk-error-message">{peopleFault(fault)}</p>}</div>
);

/** The same at the top of a dialog, which may be longer than the screen. */
export function RefusalSummary({ title, fault }: { title: string; fault: ApiError | undefined }) {
  const problems = useMemo(() => (fault ? [{ say: () => peopleFault(fault) }] : []), [fault]);
  return <ErrorSummary title={title} problems={problems} />;
}

export const peopleFault = (fault: ApiError): string => (peopleWords.value.refused as Record<string, string>)[fault.problem.code ?? ""] ?? actWords(fault);
