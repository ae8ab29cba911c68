import type { Schemas } from "../api/client";
import { t } from "../i18n/words";
import { day, deadlineWords } from "../lib/dates";

type Head = Schemas["SheetHead"];
type Standing = Pick<Head, "submission" | "late_entries" | "window" | "opens">;

/** Why nothing can be changed on a sheet, most final first. */
export type Lock = "submitted" | "not open" | "closed" | "no role";

/** Whether the board has every mark of a sheet. */
export const isSent = ({ submission, late_entries }: Pick<Head, "submission" | "late_entries">): boolean => submission !== null && late_entries === 0;

/** Why this person can change nothing on a sheet; undefined where they can. */
export function lockOf(head: Standing & Pick<Head, "may">): Lock | undefined {
  if (isSent(head)) return "submitted";
  if (head.window !== "open") return head.window;
  return head.may.enter ? undefined : "no role";
}

/** A text that the board does not accept a sheet's marks now, though some are still to be sent; empty while it does. */
export function windowWords(head: Standing): string {
  if (isSent(head) || head.window === "open") return "";
  return head.window === "closed" ? t.value.problems.code["window-closed"] : t.value.dates.windowNotOpen(day(head.opens));
}

/** What a sheet's deadline means now, in a few words; empty once every mark is sent. */
export function timeWords(head: Standing & Pick<Head, "deadline">, now: Date = new Date()): string {
  if (isSent(head)) return "";
  const { dates } = t.value;
  if (head.window === "not open") return dates.opens(day(head.opens));
  return head.window === "closed" ? dates.closed : deadlineWords(head.deadline, now);
}

/** Whether the board holds every mark of a sheet. */
export const isHeld = (head: Pick<Head, "submission" | "late_entries">): boolean => isSent(head) && head.submission?.status === "confirmed";
