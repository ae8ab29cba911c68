import { type Scale, boxText, parse } from "../../sheet/parse";

/** A candidate with an outcome, as the walk sees them. */
export interface Stop {
  candidate: string;
  /** The saved outcome, as it would be typed. */
  text: string;
  flagged: boolean;
  /** Whether someone left a note to the checker. */
  noted?: boolean;
  /** Why this person cannot tick it now: it is their own, or someone changed it meanwhile. */
  barred?: "own" | "changed";
}

/** A walk down the candidates with an outcome, one at a time. */
export interface Walk {
  /** The current candidate; undefined after the last one. */
  readonly at: string | undefined;
  /** Marks typed again that differ from the saved ones. */
  readonly typed: ReadonlyMap<string, string>;
  /** Whether the walk has stopped here for a flag or a note, so that the next tick is made. */
  readonly stopped?: boolean;
}

export type Act = { do: "back" } | { do: "forward" } | { do: "tick" } | { do: "flag" } | { do: "type"; text: string } | { do: "go"; to: string | undefined };

/**
 * The result of an act: the walk afterwards, the tick or flag set or removed for the current candidate, what to say.
 */
export interface Step {
  walk: Walk;
  tick?: boolean;
  flag?: boolean;
  say?: "own" | "changed" | "mismatch" | "not an outcome" | "doubted" | "settled";
}

/** Begin at the first candidate who is not ticked, or at the end when all are. */
export const begin = (stops: (Stop & { checked: boolean })[]): Walk => ({
  at: stops.find(({ checked }) => !checked)?.candidate,
  typed: new Map(),
});

/** The walk when the current candidate has nothing to check any more: back at the first. */
export const standing = (walk: Walk, stops: Stop[]): Walk =>
  walk.at === undefined || stops.some(({ candidate }) => candidate === walk.at) ? walk : { ...walk, at: stops[0]?.candidate };

/** Take one step. Only the current candidate is ticked, and only on request. */
export function step(walk: Walk, stops: Stop[], act: Act, scale: Scale): Step {
  if (act.do === "go")
    return {
      walk: standAt(
        walk,
        stops.find(({ candidate }) => candidate === act.to),
      ),
    };
  if (act.do === "back") return { walk: move(walk, stops, -1) };
  const here = stops[placeOf(walk, stops)];
  if (!here) return { walk };
  if (act.do === "forward") return { walk: move(walk, stops, 1) };
  if (act.do === "flag") return flag(walk, stops, here);
  if (here.barred) return { walk, say: here.barred };
  if (act.do === "tick") return tick(walk, stops, here);
  return compare(walk, stops, here, act.text, scale);
}

/** What was typed again and differs from the saved mark, and whether just two neighbouring digits are swapped. */
export interface Mismatch {
  typed: string;
  swapped: boolean;
}

/** How what was typed for a candidate differs from the saved mark now, if it does. */
export function mismatchOf(walk: Walk, { candidate, text }: Stop): Mismatch | undefined {
  const typed = walk.typed.get(candidate);
  return typed === undefined || typed === text ? undefined : { typed, swapped: isSwapped(typed, text) };
}

/** The candidates for whom something else was typed than is saved now. */
export const mismatches = <S extends Stop>(walk: Walk, stops: S[]): (S & Mismatch)[] =>
  stops.flatMap((stop) => {
    const mismatch = mismatchOf(walk, stop);
    return mismatch ? [{ ...stop, ...mismatch }] : [];
  });

/** Whether two texts have the same digits except for two neighbours that are swapped, as 25 and 52. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length || !/^\d+$/.test(one + other)) return false;
  const differing = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first, second] = differing;
  return differing.length === 2 && second === first! + 1 && one[first!] === other[second] && one[second] === other[first!];
}

const placeOf = ({ at }: Walk, stops: Stop[]): number => (at === undefined ? stops.length : stops.findIndex(({ candidate }) => candidate === at));

function move(walk: Walk, stops: Stop[], by: 1 | -1): Walk {
  const to = Math.max(0, placeOf(walk, stops) + by);
  return standAt(walk, stops[to]);
}

const standAt = ({ typed }: Walk, stop: Stop | undefined): Walk => ({ at: stop?.candidate, typed });

/** A flag or a note stops the first tick, so that nobody ticks past it unseen; the next one settles the candidate. */
function tick(walk: Walk, stops: Stop[], { candidate, flagged, noted }: Stop): Step {
  if ((flagged || noted) && !walk.stopped) return { walk: { ...walk, stopped: true }, say: "doubted" };
  const settled = { ...walk, typed: new Map(walk.typed) };
  settled.typed.delete(candidate);
  return { walk: move(settled, stops, 1), tick: true, ...(flagged ? { say: "settled" as const } : {}) };
}

/** Done a second time it is undone. */
const flag = (walk: Walk, stops: Stop[], { flagged }: Stop): Step => (flagged ? { walk, flag: false } : { walk: move(walk, stops, 1), flag: true });

function compare(walk: Walk, stops: Stop[], here: Stop, text: string, scale: Scale): Step {
  const parsed = parse(text, scale);
  if (!("outcome" in parsed) || parsed.outcome === null) return { walk, say: "not an outcome" };
  const typed = boxText(parsed.outcome, scale);
  if (typed === here.text) return tick(walk, stops, here);
  const noted = { ...walk, typed: new Map([...walk.typed, [here.candidate, typed]]) };
  return { walk: move(noted, stops, 1), tick: false, say: "mismatch" };
}
