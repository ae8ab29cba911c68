import { describe, expect, it } from "vitest";
import { type Seen, barWords, isSignedOut, isSpoken } from "./bar-words";
import type { QueueState } from "./save-queue";

const seen = (change: Partial<Seen>): Seen => ({
  unsaved: 0,
  problems: 0,
  queue: "idle",
  savedAt: undefined,
  refusal: "",
  kept: true,
  online: true,
  signedOut: false,
  ...change,
});

it.each<[string, Partial<Seen>, string]>([
  ["nothing was typed", {}, "Nothing to save."],
  ["typing", { unsaved: 12, queue: "waiting" }, "12 not saved."],
  ["saving", { unsaved: 12, queue: "saving" }, "Saving…"],
  ["saved", { savedAt: "10:42" }, "All saved 10:42."],
  ["saved but for a problem", { savedAt: "10:42", problems: 1 }, "The rest saved 10:42. 1 row needs attention."],
  ["problems alone", { problems: 2 }, "2 rows need attention."],
  ["refused", { queue: "refused", refusal: "The window is closed." }, "Not saved. The window is closed."],
  ["no answer", { queue: "retrying", unsaved: 12 }, "No answer from the service: 12 marks kept on this computer, trying again."],
  ["no answer, nothing kept", { queue: "retrying", unsaved: 1, kept: false }, "No answer from the service: 1 not saved, trying again. Keep this page open."],
  [
    "too many requests",
    { queue: "slowed", unsaved: 12 },
    "Too many requests in a minute. Centremark saves by itself within a minute. 12 marks are kept on this computer.",
  ],
  ["offline", { queue: "retrying", unsaved: 12, online: false }, "No connection: 12 marks kept on this computer, trying again."],
  [
    "offline, nothing kept",
    { queue: "retrying", unsaved: 12, online: false, kept: false },
    "There is no connection. Trying again. 12 not saved. Keep this page open.",
  ],
  [
    "something in between",
    { queue: "intercepted", unsaved: 12 },
    "Your network is answering instead of Centremark. Contact your IT support. 12 marks are kept on this computer.",
  ],
  [
    "something in between, nothing kept",
    { queue: "intercepted", unsaved: 1, kept: false },
    "Your network is answering instead of Centremark. Contact your IT support. 1 not saved. Keep this page open.",
  ],
  ["signed out, as a save was told", { queue: "signed out", unsaved: 1 }, "You are signed out: 1 mark is kept on this computer. Sign in again to save it."],
  [
    "signed out, before a save was tried",
    { queue: "waiting", unsaved: 12, signedOut: true },
    "You are signed out: 12 marks are kept on this computer. Sign in again to save them.",
  ],
  ["signed out, nothing kept", { queue: "signed out", unsaved: 12, kept: false }, "You are signed out: 12 not saved. Sign in again to save them."],
  ["signed out, all saved", { savedAt: "10:42", signedOut: true }, "You are signed out. Nothing is waiting to be saved."],
  [
    "signed out and offline",
    { queue: "retrying", unsaved: 12, online: false, signedOut: true },
    "There is no connection and you are signed out. Sign in again when you are connected. 12 marks are kept on this computer.",
  ],
  [
    "signed out and offline, nothing kept",
    { queue: "retrying", unsaved: 1, online: false, signedOut: true, kept: false },
    "There is no connection and you are signed out. Sign in again when you are connected. 1 not saved. Keep this page open.",
  ],
])("says what is so: %s", (_, change, words) => {
  expect(barWords(seen(change))).toBe(words);
});

describe("in every state", () => {
  const queues: QueueState[] = ["idle", "waiting", "saving", "retrying", "slowed", "intercepted", "signed out", "refused"];
  const both = [true, false];
  const states = queues.flatMap((queue) =>
    [0, 1, 12].flatMap((unsaved) =>
      [0, 1].flatMap((problems) =>
        both.flatMap((kept) =>
          both.flatMap((online) => both.map((signedOut) => seen({ queue, unsaved, problems, kept, online, signedOut, savedAt: "10:42" }))),
        ),
      ),
    ),
  );

  it("never says that all is saved while something is not", () => {
    for (const state of states) if (state.unsaved > 0 || state.problems > 0) expect(barWords(state)).not.toMatch(/all saved|nothing to save/i);
  });

  it("never says that this computer keeps what it does not", () => {
    for (const state of states) if (!state.kept) expect(barWords(state)).not.toContain("kept on this computer");
  });

  it("says that someone is signed out, and never that a save goes on meanwhile", () => {
    for (const state of states) {
      if (!isSignedOut(state)) continue;
      expect(barWords(state)).toMatch(/signed out/);
      expect(barWords(state)).not.toContain("Saving…");
    }
  });
});

it("speaks of the outcome of a save and is silent while someone types", () => {
  expect(isSpoken(seen({ unsaved: 1, queue: "waiting" }))).toBe(false);
  expect(isSpoken(seen({ unsaved: 1, queue: "saving" }))).toBe(false);
  expect(isSpoken(seen({ savedAt: "10:42" }))).toBe(true);
  expect(isSpoken(seen({ unsaved: 1, queue: "retrying" }))).toBe(true);
});
