import { expect, it } from "vitest";
import { type Seen, barWords, isSpoken } from "./bar-words";

const seen = (change: Partial<Seen>): Seen => ({ unsaved: 0, problems: 0, queue: "idle", savedAt: undefined, refusal: "", kept: true, online: true, ...change });

it("says how many rows are not saved, and when all are", () => {
  expect(barWords(seen({}))).toBe("Nothing to save.");
  expect(barWords(seen({ unsaved: 12, queue: "waiting" }))).toBe("12 not saved.");
  expect(barWords(seen({ queue: "saving", unsaved: 12 }))).toBe("Saving…");
  expect(barWords(seen({ savedAt: "10:42" }))).toBe("All saved 10:42.");
});

it("never says that all is saved while a row has a problem", () => {
  expect(barWords(seen({ savedAt: "10:42", problems: 1 }))).toBe("The rest saved 10:42. 1 row needs attention.");
  expect(barWords(seen({ problems: 2 })).trim()).toBe("2 rows need attention.");
});

it("says where the marks are while there is no answer, no connection or no sign-in", () => {
  const waiting = { queue: "retrying", unsaved: 12 } as const;
  expect(barWords(seen(waiting))).toBe("No answer from the service: 12 marks kept on this computer, trying again.");
  expect(barWords(seen({ ...waiting, online: false }))).toBe("No connection: 12 marks kept on this computer, trying again.");
  expect(barWords(seen({ queue: "signed out", unsaved: 1 }))).toBe(
    "You are signed out: 1 mark is kept on this computer. Sign in again to save it.",
  );
});

it("does not say that this computer keeps what it cannot keep", () => {
  const waiting = { unsaved: 12, kept: false };
  expect(barWords(seen({ ...waiting, queue: "retrying" }))).not.toContain("kept on this computer");
  expect(barWords(seen({ ...waiting, queue: "signed out" }))).not.toContain("kept on this computer");
});

it("says why a save was refused", () => {
  expect(barWords(seen({ queue: "refused", refusal: "The window is closed." }))).toBe("Not saved. The window is closed.");
});

it("speaks of the outcome of a save and is silent while someone types", () => {
  expect(isSpoken(seen({ unsaved: 1, queue: "waiting" }))).toBe(false);
  expect(isSpoken(seen({ unsaved: 1, queue: "saving" }))).toBe(false);
  expect(isSpoken(seen({ savedAt: "10:42" }))).toBe(true);
  expect(isSpoken(seen({ unsaved: 1, queue: "retrying" }))).toBe(true);
});
