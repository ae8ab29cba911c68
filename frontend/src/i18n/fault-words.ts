import type { ApiError } from "../api/client";
import { t } from "./words";

/** Why something was not done, in the current language; the API's own words for an unknown code. */
export function faultWords({ status, problem, intercepted }: ApiError): string {
  const words = t.value.problems;
  const known = (words.code as Record<string, string>)[problem.code ?? ""];
  if (known) return known;
  if (status === 0) return intercepted ? words.intercepted : words.noAnswer;
  if (status === 401) return words.signedOut;
  if (status === 404) return words.notFound;
  return problem.detail ? words.other(problem.detail) : words.noWords;
}

/** Why a request failed, or that it may have been carried out. */
export const actWords = (fault: ApiError): string => (fault.unknown && !fault.intercepted ? t.value.problems.unknown : faultWords(fault));
