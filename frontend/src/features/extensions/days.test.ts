import { expect, it } from "vitest";
import { dayFault, firstDay } from "./days";

it.each([
  ["the clocks go forward", "2027-03-27T23:59:59Z", "2027-03-28"],
  ["the clocks have gone forward", "2027-03-28T22:59:59Z", "2027-03-29"],
  ["the clocks go back", "2027-10-30T22:59:59Z", "2027-10-31"],
  ["the clocks have gone back", "2027-10-31T23:59:59Z", "2027-11-01"],
])("the first day to ask for is the one after the deadline's in London, when %s", (_when, deadline, first) => {
  const now = new Date("2027-01-05T12:00:00Z");
  expect(firstDay(deadline, now)).toBe(first);
  expect(dayFault(first, deadline, now)).toBeUndefined();
  expect(dayFault(deadline.slice(0, 10), deadline, now)).toBe("notLater");
});

it("once the deadline has passed, a day that is over cannot be asked for, by London's calendar", () => {
  const [deadline, justAfterMidnight] = ["2027-05-15T22:59:59Z", new Date("2027-05-20T23:30:00Z")];
  expect(firstDay(deadline, justAfterMidnight)).toBe("2027-05-21");
  expect(dayFault("2027-05-20", deadline, justAfterMidnight)).toBe("over");
  expect(dayFault("2027-05-21", deadline, justAfterMidnight)).toBeUndefined();
});
