import type { ApiError } from "../api/client";
import { t } from "./words";

/** Why something was not done, in the language spoken now; the API's own words where its code is new to us. */
export function faultWords({ status, problem, intercepted }: ApiError): string {
  const words = t.value.problems;
  const known = (words.code as Record<string, string>)[problem.code ?? ""];
  if (known) return known;
  if (status === 0) return intercepted ? words.intercepted : words.noAnswer;
  if (status === 401) return words.signedOut;
  if (status === 404) return words.notFound;
  return problem.detail ? words.other(problem.detail) : words.noWords;
}

/** Why something that was asked for was not done, or that it may have been. */
export const actWords = (fault: ApiError): string =>
  fault.unknown && !fault.intercepted ? t.value.problems.unknown : faultWords(fault);
