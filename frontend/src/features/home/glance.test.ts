import { afterEach, expect, it } from "vitest";
import { speak, t } from "../../i18n/words";
import { submission, summary } from "../../testing/samples";
import { glance, inOrder } from "./glance";

const NOW = new Date("2027-03-26T09:00:00Z");
const march = "2027-03-31T22:59:59Z";
const all = [
  summary({ status: "confirmed", submission: submission(), deadline: march }),
  summary({ status: "ready", next: "submit" }),
  summary({ status: "incomplete", deadline: march }),
  summary({ status: "not started" }),
  summary({ status: "ready", next: "submit" }),
];
const say = (list = all) => glance(t.value.home.glance, list, NOW);

afterEach(() => speak("en"));

it("the whole centre is told in a line, with the nearest deadline of what is still to submit", async () => {
  expect(say()).toBe("2 ready to submit, 1 incomplete, 1 not started, 1 confirmed; nearest deadline 31 March 2027, 5 days left");
  await speak("cy");
  expect(say()).toBe(
    "2 yn barod i'w cyflwyno, 1 yn anghyflawn, 1 heb ei ddechrau, 1 wedi'i gadarnhau; y dyddiad cau agosaf yw 31 Mawrth 2027, 5 diwrnod ar ôl",
  );
});

it("what is overdue is counted, and is no deadline to come", () => {
  const late = summary({ deadline: "2027-03-01T22:59:59Z", overdue: true });
  expect(say([late, ...all])).toContain("1 confirmed; 1 past its deadline; nearest deadline 31 March 2027");
});

it("a centre with everything at the board has no deadline to come", () => {
  expect(say([summary({ status: "confirmed", submission: submission() }), summary({ status: "submitted", submission: submission() })])).toBe(
    "1 submitted, 1 confirmed",
  );
});

it("what is still to submit comes first, the nearest deadline on top", () => {
  expect(inOrder(all).map(({ status, deadline }) => `${status} ${deadline.slice(0, 10)}`)).toEqual([
    "incomplete 2027-03-31",
    "ready 2027-05-15",
    "not started 2027-05-15",
    "ready 2027-05-15",
    "confirmed 2027-03-31",
  ]);
});
