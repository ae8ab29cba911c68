import { expect, it } from "vitest";
import { speak } from "../i18n/words";
import { daysLeft, deadlineWords, isoDay, moment, seriesTitle, startOfDay } from "./dates";

it("times are those of London, in summer and winter", () => {
  expect(moment("2027-05-15T22:59:59Z")).toBe("15 May 2027 at 23:59");
  expect(moment("2026-11-24T10:42:00Z")).toBe("24 November 2026 at 10:42");
});

it("days left are counted by the London calendar, not by hours", () => {
  const now = new Date("2027-05-13T22:59:00Z");
  expect(daysLeft("2027-05-15T22:59:59Z", now)).toBe(2);
  expect(daysLeft("2027-05-15T22:59:59Z", new Date("2027-05-13T23:01:00Z"))).toBe(1);
});

it("a day some days from now is one of the London calendar, clocks that change or not", () => {
  expect(isoDay(0, new Date("2027-05-14T23:30:00Z"))).toBe("2027-05-15");
  expect(isoDay(7, new Date("2027-03-27T23:30:00Z"))).toBe("2027-04-03");
  expect(isoDay(7, new Date("2026-12-28T10:00:00Z"))).toBe("2027-01-04");
});

it("a deadline is put in words", () => {
  const deadline = "2027-05-15T22:59:59Z";
  expect(deadlineWords(deadline, new Date("2027-05-01T09:00:00Z"))).toBe("14 days left");
  expect(deadlineWords(deadline, new Date("2027-05-14T09:00:00Z"))).toBe("1 day left");
  expect(deadlineWords(deadline, new Date("2027-05-15T09:00:00Z"))).toBe("due today");
  expect(deadlineWords(deadline, new Date("2027-05-16T09:00:00Z"))).toBe("deadline passed");
});

it("dates follow the language", async () => {
  await speak("cy");
  expect(moment("2027-05-15T22:59:59Z")).toBe("15 Mai 2027 am 23:59");
  expect(deadlineWords("2027-05-15T22:59:59Z", new Date("2027-05-13T09:00:00Z"))).toBe("2 ddiwrnod ar ôl");
  expect(seriesTitle({ id: "2027-06", title: "June 2027" })).toBe("Mehefin 2027");
  expect(seriesTitle({ id: "trial", title: "Trial series" })).toBe("Trial series");
  await speak("en");
  expect(seriesTitle({ id: "2027-06", title: "Summer 2027" })).toBe("Summer 2027");
});

it.each([
  ["2027-01-15", "2027-01-15T00:00:00.000Z"],
  ["2027-07-15", "2027-07-14T23:00:00.000Z"],
  ["2027-03-28", "2027-03-28T00:00:00.000Z"],
  ["2027-10-31", "2027-10-30T23:00:00.000Z"],
])("%s begins in London at %s, whatever the clocks do that day", (date, at) => {
  expect(startOfDay(date)).toBe(at);
});
