import { expect, it } from "vitest";
import { type Seen, barWords, isSpoken } from "./bar-words";

const seen = (change: Partial<Seen>): Seen => ({ unsaved: 0, problems: 0, queue: "idle", savedAt: undefined, refusal: "", ...change });

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

it("says that there is no answer, that one is signed out, and why a save was refused", () => {
  expect(barWords(seen({ queue: "retrying", unsaved: 12 }))).toBe("No answer from the service: 12 not saved, trying again.");
  expect(barWords(seen({ queue: "signed out", unsaved: 3 }))).toContain("Sign in again");
  expect(barWords(seen({ queue: "refused", refusal: "The window is closed." }))).toBe("Not saved. The window is closed.");
});

it("speaks of the outcome of a save and is silent while someone types", () => {
  expect(isSpoken(seen({ unsaved: 1, queue: "waiting" }))).toBe(false);
  expect(isSpoken(seen({ unsaved: 1, queue: "saving" }))).toBe(false);
  expect(isSpoken(seen({ savedAt: "10:42" }))).toBe(true);
  expect(isSpoken(seen({ unsaved: 1, queue: "retrying" }))).toBe(true);
});
