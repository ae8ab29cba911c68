import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { LocalCopy, forget } from "../lib/local-copy";
import { head, row } from "../testing/samples";
import { OpenSheet } from "./open-sheet";
import { type Outcome, boxText, parse } from "./parse";
import { keepMine, tick, type } from "./row";

const CANDIDATES = ["1051", "1052", "1053"];
const loaded: Schemas["SheetOut"] = {
  ...head(),
  page: null,
  pages: 1,
  rows: CANDIDATES.map((candidate) => row({ candidate, revision: 0 })),
};
const SCALE = loaded.assessment.scale;

interface Stored {
  outcome: Outcome | null;
  checked: boolean;
  revision: number;
}

/** The service with its domain's rules: revisions, idempotency keys, and answers that may get lost. */
class Board {
  readonly rows = new Map<string, Stored>(CANDIDATES.map((c) => [c, { outcome: null, checked: false, revision: 0 }]));
  readonly answers = new Map<string, Schemas["SavedOut"]>();
  /**
   * What happens to the next requests: carried out and answered, carried out and the answer lost, or not carried out.
   */
  fates: ("answered" | "answer lost" | "not taken")[] = [];
  under = 0;
  most = 0;

  async receive(request: Request): Promise<Response> {
    this.under += 1;
    this.most = Math.max(this.most, this.under);
    await new Promise((resolve) => setTimeout(resolve, 40));
    this.under -= 1;
    const fate = this.fates.shift() ?? "answered";
    if (fate === "not taken") return Response.json({ status: 503, code: "busy" }, { status: 503 });
    const key = request.headers.get("idempotency-key") ?? "";
    const body = (await request.json()) as Schemas["SaveIn"];
    const answer = this.answers.get(key) ?? this.#save(body);
    this.answers.set(key, answer);
    if (fate === "answer lost") throw new TypeError("Failed to fetch");
    return Response.json(answer);
  }

  /** A colleague saves something meanwhile. */
  meanwhile(candidate: string, mark: number): void {
    const held = this.rows.get(candidate);
    if (held) this.rows.set(candidate, { outcome: { kind: "mark", mark }, checked: false, revision: held.revision + 1 });
  }

  #save(body: Schemas["SaveIn"]): Schemas["SavedOut"] {
    const rows = body.rows.map((change) => this.#decide(change));
    return { version: 1, status: "incomplete", candidates: 3, entered: 0, checked: 0, rows };
  }

  #decide(change: Schemas["ChangeIn"]): Schemas["AnswerOut"] {
    const held = this.rows.get(change.candidate) ?? { outcome: null, checked: false, revision: 0 };
    const outcome = change.outcome === undefined ? held.outcome : change.outcome;
    const next = { outcome, checked: change.checked ?? false, revision: held.revision + 1 };
    const same = boxText(outcome, SCALE) === boxText(held.outcome, SCALE) && next.checked === held.checked;
    const result = same ? "unchanged" : change.revision === held.revision ? "saved" : "conflict";
    if (result === "saved") this.rows.set(change.candidate, next);
    const now = result === "saved" ? next : held;
    return {
      candidate: change.candidate,
      result,
      ...now,
      criteria: [],
      zero_reason: null,
      problem: null,
      entered_by: "",
      own: true,
      query: null,
      flag: null,
      checker_note: null,
    };
  }
}

const open = (board: Board, person = "u1") => {
  vi.stubGlobal("fetch", (request: Request) => board.receive(request));
  return new OpenSheet(loaded, person);
};
const rowOf = (sheet: OpenSheet, candidate: string) => {
  const found = sheet.row(candidate);
  if (!found) throw new Error(`no row ${candidate}`);
  return found;
};
const write = (sheet: OpenSheet, candidate: string, text: string) => sheet.edit(rowOf(sheet, candidate), type(rowOf(sheet, candidate).peek(), text, SCALE));
const usual = (text: string) => {
  const parsed = parse(text, SCALE);
  return "outcome" in parsed ? boxText(parsed.outcome, SCALE) : text;
};
/** Let the browser's storage finish while the clock stands still: each operation waits for the one before. */
const settle = async () => {
  vi.useRealTimers();
  for (let turn = 0; turn < 3; turn += 1) await forget("nobody");
};

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(async () => {
  await settle();
  vi.unstubAllGlobals();
  await forget("u1");
});

type Step =
  | { do: "type"; candidate: string; text: string }
  | { do: "tick"; candidate: string; checked: boolean }
  | { do: "meanwhile"; candidate: string; mark: number }
  | { do: "fate"; fate: Board["fates"][number] }
  | { do: "wait"; ms: number }
  | { do: "save" };

const candidate = fc.constantFrom(...CANDIDATES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("type" as const), candidate, text: fc.constantFrom("0", "7", "07", "45", "A", "abs", "") }),
  fc.record({ do: fc.constant("tick" as const), candidate, checked: fc.boolean() }),
  fc.record({ do: fc.constant("meanwhile" as const), candidate, mark: fc.integer({ min: 0, max: 70 }) }),
  fc.record({ do: fc.constant("fate" as const), fate: fc.constantFrom("answered" as const, "answer lost" as const, "not taken" as const) }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(10, 50, 1600, 5000) }),
  fc.record({ do: fc.constant("save" as const) }),
);

async function act(sheet: OpenSheet, board: Board, one: Step): Promise<void> {
  switch (one.do) {
    case "type":
      return write(sheet, one.candidate, one.text);
    case "tick":
      return sheet.edit(rowOf(sheet, one.candidate), tick(rowOf(sheet, one.candidate).peek(), one.checked));
    case "meanwhile":
      return board.meanwhile(one.candidate, one.mark);
    case "fate":
      return void board.fates.push(one.fate);
    case "save":
      return void sheet.flush();
    default:
      await vi.advanceTimersByTimeAsync(one.ms);
  }
}

/** Answer every open question with "mine" and give the queue the time it needs. */
async function quiet(sheet: OpenSheet): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await vi.advanceTimersByTimeAsync(40_000);
    for (const one of sheet.rows) if (one.peek().theirs) sheet.edit(one, keepMine(one.peek()));
  }
}

it("in any order of typing, ticking, waiting and failing, what was typed last is what the board holds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const board = new Board();
      const sheet = open(board);
      const typed = new Map<string, string>();
      for (const one of steps) {
        await act(sheet, board, one);
        if (one.do === "type") typed.set(one.candidate, one.text);
      }
      board.fates = [];
      await quiet(sheet);
      expect(board.most).toBeLessThanOrEqual(1);
      expect(sheet.queue.peek()).toBe("idle");
      expect(sheet.unsaved()).toBe(0);
      for (const one of sheet.rows) {
        const { candidate: number, text, checked } = one.peek();
        const stored = board.rows.get(number);
        const touched = steps.some((s) => s.do === "meanwhile" && s.candidate === number);
        if (touched) continue;
        expect([boxText(stored?.outcome, SCALE), stored?.checked]).toEqual([usual(text), checked]);
        if (typed.has(number)) expect(usual(text)).toBe(usual(typed.get(number) ?? ""));
      }
    }),
    { numRuns: 150 },
  );
});

it("what is typed is kept on this computer until the service has acknowledged it", async () => {
  const board = new Board();
  board.fates = ["not taken"];
  const sheet = open(board);
  write(sheet, "1051", "45");
  await settle();
  expect(await new LocalCopy("u1", loaded.id).read()).toEqual(new Map([["1051", expect.objectContaining({ text: "45", checked: false, revision: 0 })]]));
  expect((await new LocalCopy("u2", loaded.id).read()).size).toBe(0);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  void sheet.flush();
  await vi.advanceTimersByTimeAsync(5000);
  await settle();
  expect(board.rows.get("1051")?.outcome).toEqual({ kind: "mark", mark: 45 });
  expect((await new LocalCopy("u1", loaded.id).read()).size).toBe(0);
});

it("after a crash the same person finds the marks again, and they are sent", async () => {
  const before = open(new Board());
  write(before, "1051", "45");
  await settle();
  const board = new Board();
  const after = open(board);
  await after.resume();
  expect(rowOf(after, "1051").peek().text).toBe("45");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  void after.flush();
  await vi.advanceTimersByTimeAsync(2000);
  expect(board.rows.get("1051")?.outcome).toEqual({ kind: "mark", mark: 45 });
});

it("a question that was open when the page went away is asked again", async () => {
  const board = new Board();
  const before = open(board);
  board.meanwhile("1051", 47);
  write(before, "1051", "45");
  await vi.advanceTimersByTimeAsync(2000);
  expect(rowOf(before, "1051").peek().theirs?.text).toBe("47");
  await settle();
  const stored = loaded.rows.map((one) => (one.candidate === "1051" ? { ...one, outcome: { kind: "mark" as const, mark: 47 }, revision: 1 } : one));
  const after = new OpenSheet({ ...loaded, rows: stored }, "u1");
  await after.resume();
  expect(rowOf(after, "1051").peek()).toMatchObject({ text: "45", theirs: { text: "47" } });
});

it("one Undo takes many values back, but not one that was typed since", async () => {
  const sheet = open(new Board());
  write(sheet, "1052", "7");
  sheet.apply(CANDIDATES.map((number) => ({ candidate: number, text: "45" })));
  write(sheet, "1053", "46");
  sheet.undo();
  expect(sheet.rows.map((one) => one.peek().text)).toEqual(["", "7", "46"]);
  expect(sheet.undoable.peek()).toBeUndefined();
});
