import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Scale, boxText, parse } from "../../sheet/parse";
import { type Act, type Stop, type Walk, begin, mismatchOf, mismatches, standing, step } from "./walk";

const scale: Scale = { kind: "mark", maximum: 70 };
const stops: (Stop & { checked: boolean })[] = [
  { candidate: "1051", text: "45", checked: true, flagged: false },
  { candidate: "1052", text: "54", checked: false, flagged: false },
  { candidate: "1053", text: "A", checked: false, flagged: false },
];
const start = begin(stops);
const after = (...acts: Act[]) => acts.reduce((walk, act) => step(walk, stops, act, scale).walk, start);

describe("the walk", () => {
  it("begins at the first candidate who is not ticked, or at the end when all are", () => {
    expect(start.at).toBe("1052");
    expect(begin(stops.slice(0, 1)).at).toBeUndefined();
  });

  it("goes forward past the last candidate and back to the first", () => {
    expect(after({ do: "forward" }).at).toBe("1053");
    expect(after({ do: "forward" }, { do: "forward" }, { do: "forward" }).at).toBeUndefined();
    expect(after({ do: "forward" }, { do: "forward" }, { do: "back" }).at).toBe("1053");
    expect(after({ do: "back" }, { do: "back" }).at).toBe("1051");
  });

  it("ticks the candidate it is at and moves down", () => {
    expect(step(start, stops, { do: "tick" }, scale)).toMatchObject({ tick: true, walk: { at: "1053" } });
  });

  it("does not tick what one may not, says why and stays", () => {
    for (const barred of ["own", "changed"] as const) {
      const mine = stops.map((stop) => ({ ...stop, barred }));
      for (const act of [{ do: "tick" }, { do: "type", text: "54" }] as const) {
        expect(step(start, mine, act, scale)).toEqual({ walk: start, say: barred });
      }
    }
  });

  it("starts at the top again when the candidate it was at has nothing to check any more", () => {
    expect(standing({ ...start, at: "9999" }, stops).at).toBe("1051");
    for (const at of ["1053", undefined]) expect(standing({ ...start, at }, stops).at).toBe(at);
  });
});

describe("a flag", () => {
  it("is put on, and the walk moves down", () => {
    const { walk, flag, tick } = step({ ...start, at: "1051" }, stops, { do: "flag" }, scale);
    expect([flag, tick, walk.at]).toEqual([true, undefined, "1052"]);
  });

  it("asked for twice is taken off again, and the walk stays", () => {
    const flagged = stops.map((stop) => ({ ...stop, flagged: true }));
    expect(step(start, flagged, { do: "flag" }, scale)).toEqual({ walk: start, flag: false });
  });
});

describe("a flag or a note to the checker", () => {
  it.each([{ flagged: true }, { noted: true }])("stops the first tick, and is passed by the second: %o", (doubt) => {
    const doubted = stops.map((stop) => ({ ...stop, ...doubt }));
    for (const act of [{ do: "tick" }, { do: "type", text: "54" }] as const) {
      const first = step(start, doubted, act, scale);
      expect(first).toEqual({ walk: { ...start, stopped: true }, say: "doubted" });
      expect(step(first.walk, doubted, act, scale)).toMatchObject({ tick: true, walk: { at: "1053" } });
    }
  });

  it("stops again at the next candidate, and when one comes back", () => {
    const doubted = stops.map((stop) => ({ ...stop, flagged: true }));
    const { walk } = step({ ...start, stopped: true }, doubted, { do: "tick" }, scale);
    expect(step(walk, doubted, { do: "tick" }, scale)).toMatchObject({ say: "doubted", walk: { at: "1053" } });
    expect(step(step(walk, doubted, { do: "back" }, scale).walk, doubted, { do: "tick" }, scale).say).toBe("doubted");
  });
});

describe("a mark typed again", () => {
  it("that is the same ticks, however it is written", () => {
    expect(step(start, stops, { do: "type", text: " 054 " }, scale)).toMatchObject({ tick: true, walk: { at: "1053" } });
    expect(step({ ...start, at: "1053" }, stops, { do: "type", text: "abs" }, scale).tick).toBe(true);
  });

  it("that differs is listed with both, is not ticked, and is right again once the mark is put right", () => {
    const { walk, tick, say } = step(start, stops, { do: "type", text: "45" }, scale);
    expect([tick, say, walk.at]).toEqual([false, "mismatch", "1053"]);
    expect(mismatches(walk, stops)).toEqual([{ ...stops[1], typed: "45", swapped: true }]);
    const mended = stops.map((stop) => (stop.candidate === "1052" ? { ...stop, text: "45" } : stop));
    expect(mismatches(walk, mended)).toEqual([]);
  });

  it.each([
    ["25", "52", true],
    ["105", "150", true],
    ["105", "501", false],
    ["25", "53", false],
    ["25", "2", false],
    ["A", "25", false],
  ])("that is %s where %s is held: digits swapped is %s", (typed, held, swapped) => {
    const stop = { candidate: "1052", text: held, flagged: false };
    expect(mismatchOf({ ...start, typed: new Map([["1052", typed]]) }, stop)).toEqual({ typed, swapped });
  });

  it("that differed is forgotten when it is ticked after all", () => {
    const walk = after({ do: "type", text: "45" }, { do: "back" }, { do: "tick" });
    expect(mismatches(walk, stops)).toEqual([]);
  });

  it("that is no mark, or nothing, leaves everything as it is", () => {
    for (const text of ["", "x", "71", "4.5"]) {
      expect(step(start, stops, { do: "type", text }, scale)).toEqual({ walk: start, say: "not an outcome" });
    }
  });
});

const typed = fc.constantFrom("45", "54", "0", "A", "x", "", "71");
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>({ do: "back" }, { do: "forward" }, { do: "tick" }, { do: "flag" }),
  typed.map((text): Act => ({ do: "type", text })),
  fc.constantFrom("1000", "1003", undefined).map((to): Act => ({ do: "go", to })),
);
const route = fc
  .array(
    fc.record({
      text: fc.constantFrom("45", "54", "0", "A"),
      checked: fc.boolean(),
      flagged: fc.boolean(),
      barred: fc.constantFrom<Stop["barred"]>(undefined, undefined, "own", "changed"),
    }),
    { maxLength: 8 },
  )
  .map((rows) => rows.map(({ barred, ...row }, n) => ({ candidate: `100${n}`, ...row, ...(barred && !row.checked ? { barred } : {}) })));

describe("whatever one does", () => {
  it("only the candidate looked at is ticked, only by asking for it or typing the very mark, never one that is barred", () => {
    fc.assert(
      fc.property(route, fc.array(act, { maxLength: 30 }), (rows, acts) => {
        let walk: Walk = begin(rows);
        for (const one of acts) {
          const here = rows.find(({ candidate }) => candidate === walk.at);
          const next = step(walk, rows, one, scale);
          if (next.tick) {
            expect(here?.barred).toBeUndefined();
            const same = one.do === "type" && boxText(outcomeOf(one.text), scale) === here?.text;
            expect(one.do === "tick" || same).toBe(true);
          }
          if (next.walk.at !== undefined) expect(rows.map((row) => row.candidate)).toContain(next.walk.at);
          walk = next.walk;
        }
      }),
    );
  });

  it("nothing that was typed differently and not ticked since is lost from the list", () => {
    fc.assert(
      fc.property(route, fc.array(act, { maxLength: 30 }), (rows, acts) => {
        let walk: Walk = begin(rows);
        const differing = new Set<string>();
        for (const one of acts) {
          const at = walk.at ?? "";
          const next = step(walk, rows, one, scale);
          if (next.tick) differing.delete(at);
          if (next.say === "mismatch") differing.add(at);
          walk = next.walk;
        }
        expect(new Set(mismatches(walk, rows).map(({ candidate }) => candidate))).toEqual(differing);
      }),
    );
  });

  it("ticking from the first candidate to the end ticks each one that may be, once, a flagged one at the second time of asking", () => {
    fc.assert(
      fc.property(route, (rows) => {
        let walk: Walk = { ...begin(rows), at: rows[0]?.candidate };
        const ticked: string[] = [];
        for (let n = 0; n < rows.length; n += 1) {
          const { at } = walk;
          const first = step(walk, rows, { do: "tick" }, scale);
          expect(first.say === "doubted").toBe(rows[n]?.flagged && !rows[n]?.barred);
          const next = first.say === "doubted" ? step(first.walk, rows, { do: "tick" }, scale) : first;
          if (next.tick && at) ticked.push(at);
          walk = rows[n]?.barred ? step(next.walk, rows, { do: "forward" }, scale).walk : next.walk;
        }
        expect(walk.at).toBeUndefined();
        expect(ticked).toEqual(rows.filter(({ barred }) => !barred).map(({ candidate }) => candidate));
      }),
    );
  });
});

function outcomeOf(text: string) {
  const parsed = parse(text, scale);
  return "outcome" in parsed ? parsed.outcome : undefined;
}
