import { array, assert, integer, option, property } from "fast-check";
import { expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { countsOf, savesBack, stepsOf, story } from "./story";

type Entry = Schemas["HistoryEntry"];
const entered = (mark: number | null): Schemas["EnteredOut"] => ({ outcome: mark === null ? null : { kind: "mark", mark }, criteria: [], zero_reason: null });

const change = (candidate: string, before: number | null, after: number | null, was_checked = false, checked = false): Schemas["HistoryChange"] => ({
  candidate,
  before: before === null ? null : String(before),
  after: after === null ? null : String(after),
  entered_before: entered(before),
  entered_after: entered(after),
  was_checked,
  checked,
  flag: null,
  checker_note: null,
  criteria: [],
  zero_reason: null,
  carried_from: null,
  circumstance: null,
});

const saved = (version: number, time: string, changes: Schemas["HistoryChange"][], of: Partial<Entry> = {}): Entry => ({
  version,
  at: `2026-11-24T${time}:00Z`,
  by: "Asha Patel",
  channel: "web",
  what: "MarksSaved",
  changes,
  submission: null,
  amendment: null,
  why: null,
  extension: null,
  notice: null,
  request: null,
  entered: [],
  corrected: [],
  corrections: {},
  withdrawn: [],
  reason: "",
  other_centre: null,
  ...of,
});

/** What a history tells, a line for each sitting and each event. */
const told = (...latestFirst: Entry[]) =>
  story(latestFirst).map(({ day, told: all }) => [
    day,
    ...all.map((one) => (one.kind === "event" ? one.entry.what : one.entries.map(({ version }) => version))),
  ]);

it("saves of one person a few minutes apart are one sitting, and after a pause another", () => {
  expect(told(saved(4, "10:31", []), saved(3, "10:12", []), saved(2, "10:04", []))).toEqual([["24 November 2026", [4], [3, 2]]]);
});

it("colleagues who save in turn have a sitting each", () => {
  expect(told(saved(4, "10:07", []), saved(3, "10:06", [], { by: "Bea" }), saved(2, "10:05", []))).toEqual([["24 November 2026", [4, 2], [3]]]);
});

it("what comes by another way, on another day or after a change of another kind is another sitting, and a print in between ends none", () => {
  const event = saved(3, "10:06", [], { what: "MarksSubmitted" });
  expect(told(saved(4, "10:07", []), event, saved(2, "10:05", []))).toEqual([["24 November 2026", [4], "MarksSubmitted", [2]]]);
  expect(told(saved(3, "10:06", [], { channel: "file" }), saved(2, "10:05", []))).toEqual([["24 November 2026", [3], [2]]]);
  const print = saved(3, "10:06", [], { what: "ReportRequested" });
  expect(told(saved(4, "10:07", []), print, saved(2, "10:05", []))).toEqual([["24 November 2026", [4, 2], "ReportRequested"]]);
  const night = [saved(3, "00:02", [], { at: "2026-11-25T00:02:00Z" }), saved(2, "23:58", [])];
  expect(told(...night)).toEqual([
    ["25 November 2026", [3]],
    ["24 November 2026", [2]],
  ]);
});

it("marks that one person puts back within minutes are another sitting, so that this is put back in turn", () => {
  const entries = [saved(4, "10:07", [change("1051", 64, null)]), saved(3, "10:06", [change("1051", 46, 64)]), saved(2, "10:05", [change("1051", null, 46)])];
  expect(told(...entries)).toEqual([["24 November 2026", [4], [3, 2]]]);
  expect(told(saved(5, "10:08", [change("1051", null, 64)]), ...entries)).toEqual([["24 November 2026", [5], [4], [3, 2]]]);
});

it("marks of a colleague that are put back stand alone among what one types, before and after", () => {
  const asha = saved(2, "10:01", [change("1051", null, 46), change("1052", null, 47)]);
  const typed = saved(3, "10:05", [change("1061", null, 30)], { by: "Owen" });
  const back = saved(4, "10:06", [change("1051", 46, null), change("1052", 47, null)], { by: "Owen" });
  const more = saved(5, "10:07", [change("1062", null, 31)], { by: "Owen" });

  expect(told(more, back, typed, asha)).toEqual([["24 November 2026", [5], [4], [3], [2]]]);
  expect(told(saved(5, "10:07", [change("1062", null, 31), change("1051", null, 46)], { by: "Owen" }), typed, asha)).toEqual([
    ["24 November 2026", [5, 3], [2]],
  ]);
  const whoseAlone = story([back, typed], savesBack([more, back, typed, asha]));
  expect(whoseAlone[0]?.told.map((one) => one.kind === "sitting" && one.back)).toEqual([true, false]);
});

const ten = (from: number, before: number | null, after: number | null) => Array.from({ length: 10 }, (_, n) => change(String(from + n), before, after));

it("a table that puts marks back in several saves is one event, and what is put back later or again is another", () => {
  const typed = saved(2, "10:01", [...ten(1000, null, 46), ...ten(1010, null, 46), ...ten(1020, null, 46)]);
  const cleared = [saved(4, "10:05", ten(1010, 46, null)), saved(3, "10:05", ten(1000, 46, null))];

  expect(told(saved(5, "10:06", ten(1020, 46, null)), ...cleared, typed)).toEqual([["24 November 2026", [5, 4, 3], [2]]]);
  expect(told(saved(5, "10:08", ten(1020, 46, null)), ...cleared, typed)).toEqual([["24 November 2026", [5], [4, 3], [2]]]);
  expect(told(saved(5, "10:06", ten(1000, null, 46)), ...cleared, typed)).toEqual([["24 November 2026", [5], [4, 3], [2]]]);
  expect(told(saved(5, "10:06", ten(1020, 46, 50)), ...cleared, typed)).toEqual([["24 November 2026", [5], [4, 3], [2]]]);
});

it("a mark that was typed over in one sitting keeps each mark it had, and a tick alone repeats none", () => {
  const steps = stepsOf([
    saved(4, "10:06", [change("1051", 54, 54, false, true)]),
    saved(3, "10:05", [change("1051", 45, 54)]),
    saved(2, "10:04", [change("1051", null, 45)]),
  ]);
  expect(steps.map(({ path, wasChecked, checked }) => [path, wasChecked, checked])).toEqual([[[null, "45", "54"], false, true]]);
  expect(stepsOf([saved(2, "10:04", [change("1051", 40, 40, false, true)])])[0]?.path).toEqual(["40"]);
});

it("where somebody else changed the row between, each change stands by itself", () => {
  const steps = stepsOf([saved(4, "10:06", [change("1051", 60, 70)]), saved(2, "10:04", [change("1051", 40, 50)])]);
  expect(steps.map(({ path }) => path)).toEqual([
    ["40", "50"],
    ["60", "70"],
  ]);
});

it("marks entered, changed, cleared and ticked are counted apart", () => {
  const steps = stepsOf([
    saved(2, "10:04", [
      change("1001", null, 4),
      change("1002", 4, 5),
      change("1003", 5, null),
      change("1004", 6, 6, false, true),
      change("1005", 7, 7, true, false),
    ]),
  ]);
  expect(countsOf(steps)).toEqual({ entered: 1, changed: 1, cleared: 1, ticked: 1, unticked: 1, flagged: 0, answered: 0, noted: 0, resolved: 0 });
});

it("a note to the checker that was left and one that was resolved are counted, whatever follows", () => {
  const noted = { ...change("1051", 45, 45), checker_note: "Criterion 3?" };
  const steps = stepsOf([
    saved(3, "10:06", [change("1051", 45, 46)]),
    saved(2, "10:05", [{ ...change("1052", 40, 40), checker_note: "" }]),
    saved(1, "10:04", [noted]),
  ]);
  expect(countsOf(steps)).toMatchObject({ changed: 1, noted: 1, resolved: 1 });
  expect(steps.map(({ memo }) => memo)).toEqual(["Criterion 3?", ""]);
});

it("whatever was saved, no mark stands beside itself and each candidate ends at the last mark", () => {
  const marks = array(option(integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 8 });
  assert(
    property(marks, (all) => {
      const entries = all.slice(1).map((after, place) => saved(place + 1, "10:04", [change("1051", all[place] ?? null, after)]));
      const steps = stepsOf(entries.toReversed());
      expect(steps).toHaveLength(1);
      expect(steps[0]?.path.at(-1)).toBe(all.at(-1) === null ? null : String(all.at(-1)));
      expect(steps[0]?.path.some((mark, place, path) => place > 0 && mark === path[place - 1])).toBe(false);
    }),
  );
});
