import type { Schemas } from "../../api/client";
import { day, isoDay } from "../../lib/dates";
import { listed } from "../../lib/listed";
import type { Asked, Request, Summary } from "./api";
import { requestWords } from "./words";

/** Everything asked for, those with the nearest date first and what is done last. */
export const allAsked = (sheets: Summary[]): Asked[] =>
  sheets
    .flatMap((sheet) => sheet.requests.map((request) => ({ sheet, request })))
    .toSorted(
      (a, b) => Number(a.request.done) - Number(b.request.done) || a.request.due.localeCompare(b.request.due) || a.sheet.sheet.localeCompare(b.sheet.sheet),
    );

/** H446/03 Programming project, groups 13A, 13B. */
export const partOf = ({ sheet: { assessment }, request: { groups } }: Asked): string =>
  `${assessment.code} ${assessment.title}${groups.length > 0 ? `, ${requestWords.value.groups(groups.length, groups.join(", "))}` : ""}`;

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

/** The marks that were asked for, on the mark sheet; of several groups the whole sheet. */
export const placeOf = ({ sheet: { sheet }, request: { groups } }: Asked): string =>
  `/sheets/${sheet}${groups.length === 1 ? `?show=${encodeURIComponent(`group:${groups[0]}`)}` : ""}`;

export const idOf = ({ sheet, request }: Asked): string => `${sheet.sheet} ${request.number}`;

/** What came of reminders: who was reminded, in one sentence, then each other result and each email that does not arrive, once. */
export function resultWords(results: Schemas["RemindedOut"][], some: Asked[]): string {
  const { reminded, reach } = requestWords.value;
  const names = new Map(some.map((asked) => [idOf(asked), asked.request.to.name]));
  const named = results.map((one) => ({ ...one, name: names.get(`${one.sheet} ${one.number}`) ?? "" }));
  const done = [...new Set(named.filter(({ result }) => result === "reminded").map(({ name }) => name))];
  const others = named.flatMap(({ name, result, by, reached }) => {
    if (result !== "reminded") return [reminded[result](name, by ?? "")];
    return reached && reached !== "mail" ? [reach[reached](name)] : [];
  });
  return [...(done.length > 0 ? [reminded.reminded(listed(done))] : []), ...new Set(others)].join(" ");
}
