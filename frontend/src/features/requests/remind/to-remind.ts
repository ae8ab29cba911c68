import type { Asked, Summary } from "../api";
import { allAsked } from "../asked";

/** The most requests that one call reminds of. */
export const MOST = 40;

/** One colleague, with everything of some assessments that they have still to do. */
export interface ToRemind {
  id: string;
  name: string;
  asked: Asked[];
}

/** Whether a reminder can still be sent today. */
export const isFree = ({ request }: Asked): boolean => !request.reminded_today;

/** Whom to remind of these assessments: not oneself, and nobody of what is done or said to be ready. Those with the nearest date come first. */
export function toRemind(sheets: Summary[]): ToRemind[] {
  const people = new Map<string, ToRemind>();
  for (const asked of allAsked(sheets)) {
    const { own, done, ready_at, to } = asked.request;
    if (own || done || ready_at) continue;
    const one = people.get(to.id) ?? { ...to, asked: [] };
    one.asked.push(asked);
    people.set(to.id, one);
  }
  return [...people.values()];
}

/** The requests in as few calls as carry them, a colleague's together: each call sends them one email. */
export function callsFor(people: ToRemind[]): Asked[][] {
  const calls: Asked[][] = [];
  for (const { asked } of people) {
    const free = asked.filter(isFree);
    for (let at = 0; at < free.length; at += MOST) {
      const some = free.slice(at, at + MOST);
      const last = calls.at(-1);
      if (last && last.length + some.length <= MOST) last.push(...some);
      else calls.push(some);
    }
  }
  return calls;
}

/** The assessments whose marks nobody was asked for. */
export const notAsked = (sheets: Summary[]): Summary[] =>
  sheets.filter(({ requests, window, next }) => requests.length === 0 && window !== "closed" && (next === "enter" || next === "check"));
