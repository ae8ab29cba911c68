import { day, isoDay } from "../../lib/dates";
import type { Asked, Request, Summary } from "./api";
import { requestWords } from "./words";

/** Everything asked for, those with the nearest date first and what is done last. */
export const allAsked = (sheets: Summary[]): Asked[] =>
  sheets
    .flatMap((sheet) => sheet.requests.map((request) => ({ sheet, request })))
    .toSorted(
      (a, b) => Number(a.request.done) - Number(b.request.done) || a.request.due.localeCompare(b.request.due) || a.sheet.sheet.localeCompare(b.sheet.sheet),
    );

/** H446/03 Programming project, group 13A. */
export const partOf = ({ sheet: { assessment }, request: { group } }: Asked): string =>
  `${assessment.code} ${assessment.title}${group ? `, ${requestWords.value.group(group)}` : ""}`;

/** 8 without a mark, 14 not checked. */
export function lacksOf({ sheet, request }: Asked): string {
  const words = requestWords.value.lacks;
  if (request.candidates === 0) return words.nobody;
  const parts: string[] = [];
  if (request.unmarked > 0) parts.push(words[sheet.assessment.scale.kind](request.unmarked));
  if (request.unchecked > 0) parts.push(words.check(request.unchecked));
  return parts.join(", ") || words.done;
}

/** Today, yesterday, or the day. */
export function dayWords(at: string): string {
  const date = isoDay(0, new Date(at));
  if (date === isoDay()) return requestWords.value.days.today;
  return date === isoDay(-1) ? requestWords.value.days.yesterday : day(at);
}

/** Who reminded of it last, and when; empty when nobody did. */
export const remindedWords = ({ reminded_at, reminded_by }: Request): string =>
  reminded_at && reminded_by ? requestWords.value.yours.reminded(dayWords(reminded_at), reminded_by) : "";

/** The marks that were asked for, on the mark sheet. */
export const placeOf = ({ sheet: { sheet }, request: { group } }: Asked): string =>
  `/sheets/${sheet}${group ? `?show=${encodeURIComponent(`group:${group}`)}` : ""}`;
