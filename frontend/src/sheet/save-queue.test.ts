import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "../api/client";
import type { Change } from "./row";
import { SaveQueue } from "./save-queue";

const change = (candidate: string): Change => ({ candidate, revision: 1, outcome: { kind: "mark", mark: 45 } });

/** A queue over a list of changes, and a service that gives the answers it was set up with. */
function world(...candidates: string[]) {
  const unsent = new Set(candidates);
  const sent: { candidates: string[]; key: string }[] = [];
  const faults: ApiError[] = [];
  const states: string[] = [];
  const refused: string[] = [];
  let keys = 0;
  const queue = new SaveQueue<string[]>({
    collect: () => [...unsent].map(change),
    sending: (changes) => {
      for (const { candidate } of changes) unsent.delete(candidate);
    },
    send: async (changes, key) => {
      sent.push({ candidates: changes.map((c) => c.candidate), key });
      const fault = faults.shift();
      if (fault) throw fault;
      return [];
    },
    answered: () => {},
    refused: (_, why) => refused.push(why.message),
    changed: (state) => states.push(state),
    newKey: () => `key-${++keys}`,
  });
  return { queue, unsent, sent, faults, states, refused };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("sends what changed a second and a half after the typing stops", async () => {
  const { queue, sent } = world("1051");
  queue.touch();
  await vi.advanceTimersByTimeAsync(1000);
  queue.touch();
  await vi.advanceTimersByTimeAsync(1499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ candidates: ["1051"], key: "key-1" }]);
});

it("sends at most fifty rows at a time, each batch with a key of its own", async () => {
  const { queue, sent } = world(...Array.from({ length: 120 }, (_, n) => String(1000 + n)));
  const flushed = queue.flush();
  await vi.advanceTimersByTimeAsync(10);
  expect(await flushed).toBe(true);
  expect(sent.map((batch) => [batch.candidates.length, batch.key])).toEqual([
    [50, "key-1"],
    [50, "key-2"],
    [20, "key-3"],
  ]);
});

it("keeps the key of a save whose answer was lost, and backs off between tries", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1); // the longest pause that chance can give
  const { queue, sent, faults } = world("1051");
  faults.push(new ApiError(0, {}), new ApiError(503, {}));
  queue.touch();
  await vi.advanceTimersByTimeAsync(1500);
  expect(queue.state).toBe("retrying");
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1400);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.map(({ key }) => key)).toEqual(["key-1", "key-1", "key-1"]);
  expect(queue.state).toBe("idle");
});

it("tells whoever waits that the service did not answer, and goes on trying", async () => {
  const { queue, faults } = world("1051");
  faults.push(new ApiError(0, {}));
  const flushed = queue.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(await flushed).toBe(false);
  expect(queue.state).toBe("retrying");
  await vi.advanceTimersByTimeAsync(1000);
  expect(queue.state).toBe("idle");
});

it("sends what was typed meanwhile with a key of its own, after the typing stops", async () => {
  const { queue, unsent, sent } = world("1051");
  queue.touch();
  unsent.add("1052");
  await vi.advanceTimersByTimeAsync(1500);
  unsent.add("1053");
  queue.touch();
  await vi.advanceTimersByTimeAsync(1500);
  expect(sent.map(({ candidates }) => candidates)).toEqual([["1051", "1052"], ["1053"]]);
});

it("stops and says so when the person is signed out", async () => {
  const { queue, sent, faults } = world("1051");
  faults.push(new ApiError(401, {}));
  const flushed = queue.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await flushed).toBe(false);
  expect(queue.state).toBe("signed out");
  expect(sent).toHaveLength(1);
});

it("does not try again what the service refuses, and passes on why", async () => {
  const { queue, sent, faults, refused } = world("1051");
  faults.push(new ApiError(409, { detail: "The window is closed." }));
  queue.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(refused).toEqual(["The window is closed."]);
  expect(queue.state).toBe("refused");
});

it("says after three answers of something in between that it is there, keeps what waits, and is done once it is gone", async () => {
  const { queue, sent, faults, states } = world("1051");
  const blocked = new ApiError(0, {}, true);
  faults.push(blocked, blocked, blocked, blocked);
  queue.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.filter((state, place) => state !== states[place - 1])).toEqual(["waiting", "saving", "retrying", "intercepted", "idle"]);
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(["key-1"]));
});

it("says that there are too many requests, keeps what waits, and saves it once the minute is over", async () => {
  const { queue, sent, faults, states } = world("1051");
  const slowed = new ApiError(429, { code: "too-many-requests" });
  faults.push(slowed, slowed, slowed, slowed, slowed);
  queue.touch();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(states.filter((state, place) => state !== states[place - 1])).toEqual(["waiting", "saving", "slowed", "idle"]);
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(["key-1"]));
});
