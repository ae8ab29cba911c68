const ZONE = "Europe/London";
const DAY = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "numeric", month: "long", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" });
const ISO_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

/** 15 May 2027, as it is in London. */
export const day = (at: string | Date): string => DAY.format(new Date(at));

/** 10:42, as it is in London. */
export const clock = (at: string | Date): string => CLOCK.format(new Date(at));

export const moment = (at: string | Date): string => `${day(at)} at ${clock(at)}`;

const midnight = (date: Date): number => Date.parse(ISO_DAY.format(date));

/** Whole London days from now until a date: 0 on the day itself, negative after it. */
export function daysLeft(at: string, now: Date = new Date()): number {
  return Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000);
}

export function deadlineWords(at: string, now: Date = new Date()): string {
  const left = daysLeft(at, now);
  if (left < 0) return "deadline passed";
  if (left === 0) return "due today";
  return left === 1 ? "1 day left" : `${left} days left`;
}
