import type { Line } from "./api";

/** What waits for the board, and is escalated. */
export const ESCALATED = ["overdue", "deciding"] as const;
export type Escalated = (typeof ESCALATED)[number];

/** Asks for every sheet that is not submitted, whichever state it is in. */
export const NOT_SUBMITTED = "open";

/** Which sheets of a series are listed; empty asks for all. */
export interface Asked {
  series: string;
  assessment: string;
  centre: string;
  state: string;
  only: string;
}

/** What an address asks for. */
export function askedIn(search: string, series: string): Asked {
  const params = new URLSearchParams(search);
  const asked = (name: string) => params.get(name) ?? "";
  return { series: asked("series") || series, assessment: asked("assessment"), centre: asked("centre"), state: asked("state"), only: asked("only") };
}

/** The address, after its "?", that asks for this. */
export const addressOf = (asked: Asked): string =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();

const plain = (code: string) => code.trim().toUpperCase().replace("-", "/");

/** The sheets of an assessment whose code begins as asked, of a centre by number or a part of its name, in a state. */
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

/** Those that are escalated, the longest overdue first. */
export const escalated = (lines: readonly Line[], what: Escalated): Line[] =>
  lines.filter(WAITS[what]).toSorted((a, b) => a.deadline.localeCompare(b.deadline));

export const isEscalated = (text: string): text is Escalated => (ESCALATED as readonly string[]).includes(text);
