import type { Schemas } from "../../api/client";
import { day } from "../../lib/dates";

export type Entry = Schemas["HistoryEntry"];
type Change = Schemas["HistoryChange"];
type Entered = Schemas["EnteredOut"];

/** One candidate's row over one or more saves that followed one another: from `before` over each mark to `after`. */
export interface Step {
  readonly candidate: string;
  /** The marks in words, in order, null for none; the same never twice in a row. */
  readonly path: readonly (string | null)[];
  readonly before: Entered;
  readonly after: Entered;
  readonly wasChecked: boolean;
  readonly checked: boolean;
  /** The last thing that happened to a flag. */
  readonly flag: Change["flag"];
  /** The note to the checker that was left last, empty where it was removed, null where none changed. */
  readonly memo: string | null;
  /** The criteria whose marks changed, in order. */
  readonly criteria: readonly Change["criteria"][number][];
  /** The last change, for what is known beside the mark. */
  readonly last: Change;
}

/** What one person did to the marks in one go. */
export interface Sitting {
  readonly kind: "sitting";
  /** Its saves, latest first. */
  readonly entries: readonly Entry[];
  readonly steps: readonly Step[];
  /** Whether it brought every row back to what it once was. */
  readonly back: boolean;
}

/** Anything else that happened. */
export interface Happening {
  readonly kind: "event";
  readonly entry: Entry;
}

export type Told = Sitting | Happening;

/** A day of a history, latest first. */
export interface Day {
  readonly day: string;
  readonly told: readonly Told[];
}

/** Saves of one person further apart than this are two sittings. */
const PAUSE_MS = 10 * 60_000;
/** A table is put back in several saves, each soon after the one before. */
const NEXT_MS = 60_000;
const SAVED = "MarksSaved";
/** What changes no row and so ends no sitting. */
const ASIDE = new Set(["NoticeSent", "ReportRequested", "SlipsRequested"]);

export const same = (one: Entered, other: Entered): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = ({ outcome, criteria, zero_reason }: Entered) => [outcome, criteria, zero_reason];

/** The saves, by version, of which each change brings a candidate's row back to what it once was. */
export function savesBack(entries: readonly Entry[]): ReadonlySet<number> {
  const once = new Map<string, Set<string>>();
  const back = new Set<number>();
  for (const { what, version, changes } of entries.toReversed()) {
    if (what !== SAVED) continue;
    const isBack = (change: Change) =>
      !same(change.entered_before, change.entered_after) && once.get(change.candidate)?.has(JSON.stringify(plain(change.entered_after)));
    if (changes.length > 0 && changes.every(isBack)) back.add(version);
    for (const { candidate, entered_before } of changes) once.set(candidate, (once.get(candidate) ?? new Set()).add(JSON.stringify(plain(entered_before))));
  }
  return back;
}

/**
 * The events of a history, latest first, with the saves of each sitting told together, by day. `back` are the saves that
 * put marks back, in the whole history: they are told apart from others.
 */
export function story(entries: readonly Entry[], back: ReadonlySet<number> = savesBack(entries)): Day[] {
  const days: { day: string; told: Told[] }[] = [];
  for (const one of told(entries, back)) {
    const on = day(latestOf(one).at);
    const last = days.at(-1);
    if (last?.day === on) last.told.push(one);
    else days.push({ day: on, told: [one] });
  }
  return days;
}

const latestOf = (one: Told): Entry => (one.kind === "sitting" ? one.entries[0]! : one.entry);

/** A sitting as it grows: its saves, oldest first, and what each candidate's row had before it. */
interface Growing {
  /** Where its latest save stands among the entries. */
  place: number;
  readonly saves: Entry[];
  readonly starts: Map<string, Entered>;
}

/**
 * Colleagues who enter marks at the same time each have a sitting; a change of another kind ends all of them. A save that
 * brings a row back to what it was before the sitting begins another, and one that brings all its rows back to what they
 * once were stands alone, or with those just before it that brought other rows back, so that putting marks back can be put
 * back in turn, and nothing else with it.
 */
function told(entries: readonly Entry[], back: ReadonlySet<number>): Told[] {
  const all: ({ place: number; entry: Entry } | Growing)[] = [];
  let open = new Map<string, Growing>();
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    const entry = entries[place]!;
    if (entry.what !== SAVED) {
      all.push({ place, entry });
      if (!ASIDE.has(entry.what)) open = new Map();
      continue;
    }
    const whose = `${entry.channel} ${entry.by} ${day(entry.at)}`;
    let sitting = open.get(whose);
    if (!sitting || !belongsTo(sitting, entry, back)) {
      sitting = { place, saves: [], starts: new Map() };
      open.set(whose, sitting);
      all.push(sitting);
    }
    sitting.place = place;
    sitting.saves.push(entry);
    for (const { candidate, entered_before } of entry.changes) if (!sitting.starts.has(candidate)) sitting.starts.set(candidate, entered_before);
  }
  return all
    .toSorted((one, other) => one.place - other.place)
    .map((one) => {
      if ("entry" in one) return { kind: "event", entry: one.entry };
      const saves = one.saves.toReversed();
      return { kind: "sitting", entries: saves, steps: stepsOf(saves), back: saves.every(({ version }) => back.has(version)) };
    });
}

function belongsTo(sitting: Growing, entry: Entry, back: ReadonlySet<number>): boolean {
  const pause = Date.parse(entry.at) - Date.parse(sitting.saves.at(-1)!.at);
  const isBack = back.has(entry.version);
  if (isBack !== back.has(sitting.saves[0]!.version)) return false;
  if (isBack) return pause <= NEXT_MS && entry.changes.every(({ candidate }) => !sitting.starts.has(candidate));
  return pause <= PAUSE_MS && !bringsBack(entry, sitting);
}

const bringsBack = ({ changes }: Entry, { starts }: Growing): boolean =>
  changes.some(({ candidate, entered_before, entered_after }) => {
    const start = starts.get(candidate);
    return start !== undefined && same(start, entered_after) && !same(entered_before, entered_after);
  });

/** Each candidate whose row these saves changed; where somebody else changed it in between, there is a step for each change. */
export function stepsOf(entries: readonly Entry[]): Step[] {
  const steps = new Map<string, Step[]>();
  for (const { changes } of entries.toReversed())
    for (const change of changes) {
      const mine = steps.get(change.candidate) ?? [];
      const last = mine.at(-1);
      const goesOn = last && same(last.after, change.entered_before) && last.path.at(-1) === change.before;
      steps.set(change.candidate, goesOn ? [...mine.slice(0, -1), joined(last, change)] : [...mine, stepOf(change)]);
    }
  return [...steps.values()].flat().toSorted((one, other) => one.candidate.localeCompare(other.candidate));
}

export const stepOf = (change: Change): Step => ({
  candidate: change.candidate,
  path: change.before === change.after ? [change.after] : [change.before, change.after],
  before: change.entered_before,
  after: change.entered_after,
  wasChecked: change.was_checked,
  checked: change.checked,
  flag: change.flag,
  memo: change.checker_note,
  criteria: change.criteria,
  last: change,
});

const joined = (step: Step, change: Change): Step => ({
  ...step,
  path: step.path.at(-1) === change.after ? step.path : [...step.path, change.after],
  after: change.entered_after,
  checked: change.checked,
  flag: change.flag ?? step.flag,
  memo: change.checker_note ?? step.memo,
  criteria: [...step.criteria, ...change.criteria],
  last: change,
});

/** How many marks were entered, changed and cleared in a sitting, how many ticked and flagged, how many flags removed, and how many notes left and resolved. */
export function countsOf(
  steps: readonly Step[],
): Record<"entered" | "changed" | "cleared" | "ticked" | "unticked" | "flagged" | "answered" | "noted" | "resolved", number> {
  const many = (which: (step: Step) => boolean) => steps.filter(which).length;
  const moved = ({ path }: Step) => path.length > 1;
  const first = ({ path }: Step) => path[0] ?? null;
  const last = ({ path }: Step) => path.at(-1) ?? null;
  return {
    entered: many((step) => moved(step) && first(step) === null && last(step) !== null),
    changed: many((step) => (moved(step) && first(step) !== null && last(step) !== null) || (!moved(step) && !same(step.before, step.after))),
    cleared: many((step) => moved(step) && last(step) === null),
    ticked: many((step) => step.checked && (!step.wasChecked || moved(step))),
    unticked: many((step) => !moved(step) && step.wasChecked && !step.checked && step.flag !== "set"),
    flagged: many((step) => step.flag === "set"),
    answered: many((step) => step.flag === "lifted"),
    noted: many(({ memo }) => Boolean(memo)),
    resolved: many(({ memo }) => memo === ""),
  };
}
