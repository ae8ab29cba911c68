import { isoDay } from "../../lib/dates";

/** The first day in London that can be requested: after the deadline, and not in the past. */
export function firstDay(deadline: string, now: Date = new Date()): string {
  const [after, today] = [isoDay(1, new Date(deadline)), isoDay(0, now)];
  return after > today ? after : today;
}

export type NoDay = "noDay" | "notLater" | "over";

/** Why a day, such as 2027-05-22, cannot be requested. */
export function dayFault(asked: string, deadline: string, now: Date = new Date()): NoDay | undefined {
  if (asked === "") return "noDay";
  if (asked <= isoDay(0, new Date(deadline))) return "notLater";
  return asked < isoDay(0, now) ? "over" : undefined;
}
