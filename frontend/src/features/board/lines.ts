import type { Line } from "./api";

/** What waits for the board to act. */
export const ESCALATED = ["overdue", "deciding"] as const;
export type Escalated = (typeof ESCALATED)[number];

/** The filter for every sheet that is not submitted, whatever its state. */
export const NOT_SUBMITTED = "open";

/** Which sheets of a series to list; empty means all. */
export interface Asked {
  series: string;
  assessment: string;
  centre: string;
  state: string;
  only: string;
}

/** The filters in an address. */
export function askedIn(search: string, series: string): Asked {
  const params = new URLSearchParams(search);
  const asked = (name: string) => params.get(name) ?? "";
  return { series: asked("series") || series, assessment: asked("assessment"), centre: asked("centre"), state: asked("state"), only: asked("only") };
}

/** The part of the address after "?" for these filters. */
export const addressOf = (asked: Asked): string => new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();

const plain = (code: string) => code.trim().toUpperCase().replace("-", "/");

/**
 * The sheets whose assessment code begins as asked, whose centre has this number or part of its name, in this state.
 */
export function matching(lines: readonly Line[], asked: Asked): Line[] {
  const centre = asked.centre.trim().toLowerCase();
  return lines.filter(
    (line) =>
      line.assessment.startsWith(plain(asked.assessment)) &&
      (line.centre.number.startsWith(centre) || line.centre.name.toLowerCase().includes(centre)) &&
      (asked.state === "" || line.status === asked.state || (asked.state === NOT_SUBMITTED && line.submission === 0)),
  );
}

const WAITS: Record<Escalated, (line: Line) => boolean> = {
  overdue: ({ overdue }) => overdue,
  deciding: ({ amendments_waiting, extension_asked }) => amendments_waiting > 0 || extension_asked,
};

/** The sheets that wait for the board, the longest overdue first. */
export const escalated = (lines: readonly Line[], what: Escalated): Line[] =>
  lines.filter(WAITS[what]).toSorted((a, b) => a.deadline.localeCompare(b.deadline));

export const isEscalated = (text: string): text is Escalated => (ESCALATED as readonly string[]).includes(text);
