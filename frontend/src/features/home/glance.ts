import type { Schemas } from "../../api/client";
import type { Words } from "../../i18n/words";
import { day, daysLeft, deadlineWords } from "../../lib/dates";
import { isSent } from "../../sheet/lock";

type Summary = Schemas["AssessmentSummary"];

const ORDER = ["ready", "incomplete", "not started", "submitted", "confirmed", "in moderation", "moderated"] as const;

/** Whether marks are still to be submitted: all of them, or those of candidates entered late. */
export const isOpen = (item: Summary): boolean => !isSent(item);

/** Sort by what is still to be submitted, the nearest deadline first; then what is with the board. */
export const inOrder = (all: Summary[]): Summary[] => all.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || a.deadline.localeCompare(b.deadline));

/** The summary of a centre: how many sheets have each status, and the next deadline. */
export function glance(words: Words["home"]["glance"], all: Summary[], now: Date = new Date()): string {
  const counts = ORDER.flatMap((status) => {
    const count = all.filter((item) => item.status === status).length;
    return count > 0 ? words[status](count) : [];
  });
  const said = [counts.join(", ")];
  const late = all.filter((item) => item.overdue).length;
  if (late > 0) said.push(words.overdue(late));
  const waiting = all.filter((item) => item.late_entries > 0).length;
  if (waiting > 0) said.push(words.lateEntries(waiting));
  const next = inOrder(all).find((item) => isOpen(item) && item.window === "open" && daysLeft(item.deadline, now) >= 0);
  if (next) said.push(words.nearest(day(next.deadline), deadlineWords(next.deadline, now)));
  return said.join("; ");
}
