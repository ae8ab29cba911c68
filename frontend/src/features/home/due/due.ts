import type { Schemas } from "../../../api/client";
import { daysLeft } from "../../../lib/dates";
import { isOpen } from "../filter";
import type { Held } from "../../../auth/centre";
import { mayAsk, mayEnter, maySubmit, whoMay } from "../next-step";

type Summary = Schemas["AssessmentSummary"];
type Found = Schemas["CentreAssessmentsOut"];

/** How many days ahead marks are due, and for how many days news of the board is shown. */
export const SOON_DAYS = 14;

export type What = "enter" | "check" | "submit" | "late" | "send" | "work" | "outcome" | "granted" | "declined";

/** One thing to do, by a day; `who` are the people who can do it, unless whoever is signed in can. */
export interface Due {
  what: What;
  item: Summary;
  series: Found["series"];
  /** The teaching groups that a colleague was asked for; none for the whole assessment. */
  groups: string[];
  /** Which request to a colleague it is, with the centre's own date; undefined for what the board wants by its own. */
  request?: number;
  /** When it is due; of news, when it came. */
  on: string;
  /** How many candidates it is about. */
  count: number;
  /** The page to do it on, after the sheet's address. */
  page: string;
  who: string[] | "you";
}

const PAGE = { enter: "", check: "/check", submit: "/submit" };
const isNews = (at: string, now: Date) => daysLeft(at, now) >= -SOON_DAYS;

/** What has to be done at a centre, in order of date: what is overdue or due soon, in any of these series, and what the board has answered. */
export const dueIn = (current: Found[], held: Held, now: Date = new Date()): Due[] =>
  current
    .flatMap((found) => dueOf(found, held, now))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.item.assessment.code.localeCompare(b.item.assessment.code));

function dueOf({ assessments, people, series }: Found, held: Held, now: Date): Due[] {
  return assessments.flatMap((item) => {
    const { after, extension, next } = item;
    const { code } = item.assessment;
    const submitters = maySubmit(held, code) ? "you" : whoMay("submit", people, code);
    const teachers = mayEnter(held, code) ? "you" : whoMay("enter", people, code);
    const all: Due[] = [];
    const add = (what: What, on: string, count: number, page: string, who: Due["who"] = submitters) =>
      all.push({ what, item, series, groups: [], on, count, page, who });
    if (isOpen(item) && item.window === "open" && (next === "enter" || next === "check" || next === "submit")) {
      const count = next === "enter" ? item.candidates - item.entered : next === "check" ? item.candidates - item.checked : item.candidates;
      if (item.late_entries > 0) add("late", item.deadline, item.late_entries, PAGE[next], next === "submit" ? submitters : teachers);
      else if (daysLeft(item.deadline, now) <= SOON_DAYS) add(next, item.deadline, count, PAGE[next], next === "submit" ? submitters : teachers);
      if (mayAsk(held)) all.push(...askedOf(item, series, now));
    }
    if (after?.send_by) add("send", after.send_by, after.to_send, "/moderation");
    if (after?.work_by) add("work", after.work_by, 1, "/amend");
    if (after?.outcome_at && isNews(after.outcome_at, now)) add("outcome", after.outcome_at, item.candidates, "/moderation", "you");
    if (isOpen(item) && extension?.decided && isNews(extension.decided.at, now))
      add(extension.granted ? "granted" : "declined", extension.decided.at, 1, "/more-time", "you");
    return all;
  });
}

/** The marks that colleagues were asked for by a date of the centre's own; what oneself was asked for is listed elsewhere. */
const askedOf = (item: Summary, series: Found["series"], now: Date): Due[] =>
  item.requests
    .filter(({ own, done, candidates, due }) => !own && !done && candidates > 0 && daysLeft(due, now) <= SOON_DAYS)
    .map(({ number, to, groups, due, unmarked, unchecked }) => {
      const what = unmarked > 0 ? "enter" : "check";
      const page = groups.length === 1 ? `?show=${encodeURIComponent(`group:${groups[0]}`)}` : PAGE[what];
      return { what, item, series, groups, request: number, on: due, count: unmarked || unchecked, page, who: [to.name] };
    });

/** The assessment whose marks are due next; undefined when every mark is with the board. */
export const nextDeadline = (all: Summary[], now: Date = new Date()): Summary | undefined =>
  all.filter((item) => isOpen(item) && item.window === "open" && daysLeft(item.deadline, now) >= 0).toSorted((a, b) => a.deadline.localeCompare(b.deadline))[0];
