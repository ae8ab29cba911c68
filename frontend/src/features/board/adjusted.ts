import type { Schemas } from "../../api/client";
import { type Scale, boxText, parse } from "../../sheet/parse";

type Adjusted = Schemas["OutcomeIn"]["adjusted"];

/** A line of the list that cannot be read: a candidate who is not on the sheet, comes twice, or a mark that is none. */
export interface Unread {
  line: number;
  text: string;
  why: "candidate" | "twice" | "mark";
}

const LINE = /^(\d{1,4})[\s,;]+(.+)$/;
const DIGITS = 4;

/** The adjusted marks of an outcome, as they would be typed. */
export const adjustedText = (adjusted: Schemas["ModerationOutcomeOut"]["adjusted"], scale: Scale): string =>
  adjusted.map(({ candidate, adjusted: mark }) => `${candidate} ${boxText(mark, scale)}`).join("\n");

/** Adjusted marks as typed or pasted: a candidate number and the board's mark on each line. */
export function readAdjusted(text: string, candidates: ReadonlySet<string>, scale: Scale): { adjusted: Adjusted; unread: Unread[] } {
  const adjusted: Adjusted = [];
  const unread: Unread[] = [];
  const seen = new Set<string>();
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const typed = raw.trim();
    if (typed === "") continue;
    const [, number = "", mark = ""] = LINE.exec(typed) ?? [];
    const candidate = number.padStart(DIGITS, "0");
    const parsed = parse(mark, scale);
    const fail = (why: Unread["why"]) => unread.push({ line: place + 1, text: typed, why });
    if (!candidates.has(candidate)) fail("candidate");
    else if (seen.has(candidate)) fail("twice");
    else if ("fault" in parsed || parsed.outcome === null) fail("mark");
    else adjusted.push({ candidate, outcome: parsed.outcome });
    seen.add(candidate);
  }
  return { adjusted, unread };
}
