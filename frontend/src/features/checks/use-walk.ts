import { type ReadonlySignal, type Signal, signal, useComputed, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Say } from "../../i18n/words";
import type { OpenSheet } from "../../sheet/open-sheet";
import { type Row, setFlag, takeTheirs, tick } from "../../sheet/row";
import { answeredWords, inWords } from "../../sheet/row-words";
import { sheetWords } from "../../sheet/words";
import { type Listed, type Route, routeOf } from "./stops";
import { type Act, type Step, type Walk, begin, standing, step } from "./walk";
import { differsWords, doubtInFull } from "./walk-words";
import { checkWords } from "./words";

/** Someone who ticks without a pause still has every so many ticks saved. */
const SAVED_TOGETHER = 25;

/** Walks by person and sheet, kept in memory: they survive a look at the entry page, but not a reload. */
const walks = new Map<string, Signal<Walk>>();

export interface Walking {
  walk: ReadonlySignal<Walk>;
  route: ReadonlySignal<Route>;
  /** What happened last, where the page does not show it by itself. */
  said: Signal<Say | undefined>;
  /** Gives whether it was done; when a mark typed again cannot be read, nothing changes. */
  act: (act: Act) => boolean;
  /** Accept what someone else saved meanwhile for the current candidate. */
  take: () => void;
}

/** Walk down an open sheet, ticking through its save queue. */
export function useWalk(sheet: OpenSheet, person: string): Walking {
  const route = useComputed(() =>
    routeOf(
      sheet.rows.map((row) => row.value),
      sheet.scale,
      sheet.head.value.second_checker,
    ),
  );
  const kept = useMemo(() => remembered(`${person}|${sheet.head.peek().id}`, route.peek()), [sheet, person, route]);
  const walk = useComputed(() => standing(kept.value, route.value.stops));
  const said = useSignal<Say | undefined>(undefined);

  const act = (asked: Act) => {
    const at = walk.peek().at;
    const next = step(walk.peek(), route.peek().stops, asked, sheet.scale);
    const row = at === undefined ? undefined : sheet.row(at);
    if (row && next.tick !== undefined) sheet.edit(row, tick(row.peek(), next.tick));
    if (row && next.flag !== undefined) sheet.edit(row, setFlag(row.peek(), next.flag));
    if (sheet.unsaved() >= SAVED_TOGETHER) void sheet.flush();
    const stop = route.peek().stops.find(({ candidate }) => candidate === at);
    said.value = stop && sayOf(next, stop, sheet.scale, row?.peek());
    kept.value = next.walk;
    return next.say !== "not an outcome";
  };
  const take = () => {
    const row = sheet.row(walk.peek().at ?? "");
    if (!row) return;
    sheet.edit(row, takeTheirs(row.peek(), sheet.scale));
    said.value = () => checkWords.value.said.taken(row.peek().candidate, inWords(row.peek().text, sheet.scale));
  };
  return { walk, route, said, act, take };
}

function remembered(key: string, { stops }: Route): Signal<Walk> {
  const walk = walks.get(key) ?? signal(begin(stops));
  walks.set(key, walk);
  return walk;
}

function sayOf({ walk, say }: Step, stop: Listed, scale: OpenSheet["scale"], row: Row | undefined): Say | undefined {
  switch (say) {
    case "own":
      return () => sheetWords.value.state.ownMark;
    case "mismatch":
      return () => checkWords.value.said.mismatch(stop.candidate, differsWords(walk, stop, scale));
    case "doubted":
      return row && (() => `${stop.candidate}: ${doubtInFull(row)}`);
    case "settled":
      return row && (() => `${stop.candidate}: ${answeredWords(row)}`);
    default:
      return undefined;
  }
}
