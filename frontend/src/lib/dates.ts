import { language } from "../i18n/language";
import { t } from "../i18n/words";

const ZONE = "Europe/London";
const DAY = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "numeric", month: "numeric", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });

/** Day, month and year in London, in digits. */
const digits = (at: Date): string[] => DAY.format(at).split("/");

/** 15 May 2027, in London. The months are our own words: Chromium's Intl has no Welsh ones. */
export function day(at: string | Date): string {
  const [date, month, year] = digits(new Date(at));
  return `${Number(date)} ${t.value.dates.months[Number(month) - 1]} ${year}`;
}

/** 10:42, in London. */
export const clock = (at: string | Date): string => CLOCK.format(new Date(at));

export const moment = (at: string | Date): string => t.value.dates.moment(day(at), clock(at));

/** Whether an instant has passed. */
export const hasPassed = (at: string): boolean => Date.parse(at) <= Date.now();

/** A series by its id, such as 2027-06: the month and the year, or the other words for an id without them. */
export function seriesName(id: string, otherwise = id): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(id) ?? [];
  return month ? `${t.value.dates.months[Number(month) - 1]} ${year}` : otherwise;
}

/** A series by its title; titles are English, so in Welsh the month and year come from its id. */
export const seriesTitle = ({ id, title }: { id: string; title: string }): string => (language.value === "cy" ? seriesName(id, title) : title);

/** 2027-05-15, in London. Put together here: no locale has this form in every browser, and Safari's English of Canada lost it. */
const isoDayOf = (at: Date): string =>
  digits(at)
    .toReversed()
    .map((digit) => digit.padStart(2, "0"))
    .join("-");

/** 2027-05-15, in London, a number of days from now. */
export const isoDay = (inDays = 0, now: Date = new Date()): string => {
  const noon = new Date(`${isoDayOf(now)}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + inDays);
  return noon.toISOString().slice(0, 10);
};

const midnight = (date: Date): number => Date.parse(isoDayOf(date));

/** Whole London days from now until a date: 0 on the day itself, negative after it. */
export function daysLeft(at: string, now: Date = new Date()): number {
  return Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000);
}

export function deadlineWords(at: string, now: Date = new Date()): string {
  const words = t.value.dates;
  const left = daysLeft(at, now);
  if (left < 0) return words.passed;
  return left === 0 ? words.today : words.left(left);
}

/** When a day, such as 2027-05-15, begins in London. */
export function startOfDay(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  const ahead = Number(clock(at).slice(0, 2));
  return new Date(at.getTime() - ahead * 3_600_000).toISOString();
}
