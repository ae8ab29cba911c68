import type { Schemas } from "../../api/client";
import { t } from "../../i18n/words";
import { type Scale, boxText, parse } from "../../sheet/parse";
import { gradesInWords } from "../../sheet/row-words";
import { plainUci, uciFault } from "./uci";
import { boardWords } from "./words";

type Marks = Schemas["SheetOut"];
type Row = Schemas["RowOut"];

/** An entry as it is typed, and its mark carried forward. */
export interface Draft {
  candidate: string;
  name: string;
  uci: string;
  group: string;
  carries: boolean;
  month: string;
  year: string;
  mark: string;
  reason: string;
}

/** The fields, in the order of the page. */
export const PLACES = ["candidate", "name", "uci", "group", "carries", "month", "year", "mark", "reason"] as const;
export type Place = (typeof PLACES)[number];

/** An empty entry; the earlier series suggested is the same one a year before. */
export function emptyFor({ series }: Pick<Marks, "series">): Draft {
  const [year, month] = series.id.split("-");
  return { candidate: "", name: "", uci: "", group: "", carries: false, month: month ?? "", year: String(Number(year) - 1), mark: "", reason: "" };
}

/** The entry of a candidate of the sheet as it is now. */
export function draftOf(row: Row, marks: Marks): Draft {
  const { candidate, name, uci, group } = row;
  const from = row.note?.carried_from;
  const [year, month] = (from ?? "").split("-");
  const carried = from ? { carries: true, year: year ?? "", month: month ?? "", mark: boxText(row.outcome, marks.assessment.scale) } : {};
  return { ...emptyFor(marks), candidate, name, uci, group, ...carried };
}

/** The candidate of the sheet whose number is typed. */
export const rowOf = (typed: string, rows: Row[]): Row | undefined => rows.find(({ candidate }) => candidate === typed.trim());

const seriesOf = ({ year, month }: Draft): string => `${year.trim()}-${month}`;

function carriedOutcome(text: string, scale: Scale): Schemas["CarriedIn"]["outcome"] | undefined {
  const read = parse(text, scale);
  const outcome = "outcome" in read ? read.outcome : null;
  return outcome && outcome.kind !== "absent" ? outcome : undefined;
}

/** The entry as it is sent. */
export function entryOf(draft: Draft, scale: Scale): Schemas["EntryIn"] {
  const outcome = draft.carries ? carriedOutcome(draft.mark, scale) : undefined;
  return {
    candidate: draft.candidate.trim(),
    name: draft.name.trim(),
    uci: plainUci(draft.uci),
    group: draft.group.trim(),
    ...(outcome ? { carried_forward: { series: seriesOf(draft), outcome } } : {}),
  };
}

/** Whether an entry changes nothing about a candidate; an empty group means no change. */
export function isNoNews(draft: Draft, row: Row, marks: Marks): boolean {
  const { scale } = marks.assessment;
  const entry = entryOf(draft, scale);
  const held = entryOf(draftOf(row, marks), scale);
  return JSON.stringify({ ...entry, group: entry.group || held.group }) === JSON.stringify(held);
}

/** What an entry lacks before it can be sent; once moderation has `ended`, entries can only be corrected. */
export function lacksOf(draft: Draft, marks: Marks, ended: boolean): Partial<Record<Place, string>> {
  const words = boardWords.value.entries.enter.lacks;
  const row = rowOf(draft.candidate, marks.rows);
  const uci = uciFault(draft.uci);
  const lacks = {
    ...(!/^\d{4}$/.test(draft.candidate.trim()) ? { candidate: words.candidate } : {}),
    ...(ended && !row ? { candidate: boardWords.value.entries.withdraw.noCandidate } : {}),
    ...(draft.name.trim() === "" ? { name: words.name } : {}),
    ...(uci ? { uci: words.uci[uci] } : {}),
    ...(draft.carries ? carriedLacks(draft, marks) : {}),
  };
  const noNews = row && Object.keys(lacks).length === 0 && isNoNews(draft, row, marks);
  if (noNews) return { candidate: words.noNews };
  return draft.reason.trim() === "" ? { ...lacks, reason: words.reason } : lacks;
}

function carriedLacks(draft: Draft, { assessment: { scale }, series }: Marks): Partial<Record<Place, string>> {
  const words = boardWords.value.entries.enter.lacks;
  const aYear = /^20\d{2}$/.test(draft.year.trim());
  const fault = scale.kind === "mark" ? words.mark(scale.maximum) : words.grade(gradesInWords(scale));
  return {
    ...(!aYear ? { year: words.year } : {}),
    ...(aYear && seriesOf(draft) >= series.id ? { year: t.value.problems.code["not-earlier-series"] } : {}),
    ...(!carriedOutcome(draft.mark, scale) ? { mark: fault } : {}),
  };
}
