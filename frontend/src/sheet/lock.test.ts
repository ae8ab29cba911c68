import { expect, it } from "vitest";
import { head, submission } from "../testing/samples";
import { lockOf, timeWords, windowWords } from "./lock";

const sent = submission();
const mayNot = { enter: false, submit: false };
const NOW = new Date("2027-05-13T09:00:00Z");
const PAST = new Date("2027-05-15T23:00:00Z");
const LAST_SECOND = new Date("2027-05-15T22:59:59.900Z");
const opens = "2027-03-01T00:00:00Z";

it.each([
  ["still to enter", {}, undefined, "", "2 days left"],
  ["not open yet", { window: "not open", opens }, "not open", "The board accepts these marks from 1 March 2027.", "opens 1 March 2027"],
  ["closed", { window: "closed" }, "closed", "The board no longer accepts marks for this assessment. If you need to send marks, contact the board.", "closed"],
  ["for one who may not enter", { may: mayNot }, "no role", "", "2 days left"],
  [
    "closed, for one who may not enter",
    { window: "closed", may: mayNot },
    "closed",
    "The board no longer accepts marks for this assessment. If you need to send marks, contact the board.",
    "closed",
  ],
  ["submitted", { submission: sent }, "submitted", "", ""],
  ["submitted, and closed since", { submission: sent, window: "closed" }, "submitted", "", ""],
  ["submitted, with late entries", { submission: sent, late_entries: 1 }, undefined, "", "2 days left"],
  [
    "submitted, with late entries, and closed since",
    { submission: sent, late_entries: 1, window: "closed" },
    "closed",
    "The board no longer accepts marks for this assessment. If you need to send marks, contact the board.",
    "closed",
  ],
] as const)("a sheet that is %s says so", (_, change, lock, sentence, time) => {
  const now = head(change);
  expect(lockOf(now)).toBe(lock);
  expect(windowWords(now)).toBe(sentence);
  expect(timeWords(now, NOW)).toBe(time);
});

it("a deadline is today to the end of its last second, by the clock in London", () => {
  expect(timeWords(head(), LAST_SECOND)).toBe("due today");
  expect(timeWords(head(), PAST)).toBe("deadline passed");
});
