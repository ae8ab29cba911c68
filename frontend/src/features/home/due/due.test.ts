import { expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { head, moreTime, request, submission, summary } from "../../../testing/samples";
import { dueIn, nextDeadline } from "./due";

const NOW = new Date("2027-05-10T12:00:00Z");
const people = { enter: ["Asha Patel"], submit: ["Owen Reid"], limited: [] };
const { assessment, centre, series } = head();
const nothing = { to_send: 0, send_by: null, amendments: 0, work_by: null, outcome_at: null };
const sent = (code: string, after: Partial<Schemas["AfterSubmissionOut"]>) =>
  of(code, { submission: submission(), next: "keep", after: { ...nothing, ...after } });
const of = (code: string, change: Parameters<typeof summary>[0] = {}) => summary({ sheet: code, assessment: { ...assessment, code }, ...change });
const decided = (at: string, granted: boolean) =>
  of("A/1", { deadline: "2027-06-30T22:59:59Z", extension: moreTime({ granted, decided: { by: "Exam board", at, note: "" } }) });
const due = (assessments: Schemas["AssessmentSummary"][], roles: Schemas["Role"][] = ["submit marks"]) =>
  dueIn([{ centre, series, departments: [], assessments, people }], { roles, limits: [] }, NOW);

it("what is due comes in order of date, each with one thing to do and how much of it", () => {
  const all = [
    of("A/1", { deadline: "2027-05-15T22:59:59Z" }),
    of("B/1", { deadline: "2027-05-12T22:59:59Z", next: "check", entered: 48 }),
    of("C/1", { deadline: "2027-05-01T22:59:59Z", next: "submit", overdue: true }),
    sent("D/1", { to_send: 15, send_by: "2027-05-11" }),
    sent("E/1", { amendments: 1, work_by: "2027-05-13" }),
    sent("F/1", { outcome_at: "2027-05-09T07:00:00Z" }),
    of("G/1", { deadline: "2027-05-20T22:59:59Z", submission: submission(), late_entries: 2 }),
  ];

  expect(due(all).map(({ item, what, count, page }) => `${item.assessment.code} ${what} ${count} ${page}`)).toEqual([
    "C/1 submit 48 /submit",
    "F/1 outcome 48 /moderation",
    "D/1 send 15 /moderation",
    "B/1 check 22 /check",
    "E/1 work 1 /amend",
    "A/1 enter 8 ",
    "G/1 late 2 ",
  ]);
});

it("marks that are due in more than two weeks are not due yet, nor those that the board does not take", () => {
  const later = of("A/1", { deadline: "2027-05-25T22:59:59Z" });

  expect(due([later, of("B/1", { window: "not open" }), of("C/1", { window: "closed", overdue: true })])).toEqual([]);
  expect(nextDeadline([later, of("D/1", { deadline: "2027-05-01T22:59:59Z" })], NOW)).toBe(later);
  expect(nextDeadline([sent("E/1", {})], NOW)).toBeUndefined();
});

it("each line says who can do it where the person signed in cannot", () => {
  const all = [of("A/1", { deadline: "2027-05-12T22:59:59Z" }), sent("B/1", { to_send: 1, send_by: "2027-05-13" })];
  const who = (roles: Schemas["Role"][]) => due(all, roles).map((one) => one.who);

  expect(who(["submit marks"])).toEqual(["you", "you"]);
  expect(who(["enter marks"])).toEqual(["you", ["Owen Reid"]]);
  expect(who(["view"])).toEqual([["Asha Patel"], ["Owen Reid"]]);
});

it("a role for single assessments counts for these, and its holders are named for them", () => {
  const all = [of("A/1", { deadline: "2027-05-12T22:59:59Z" }), of("B/1", { deadline: "2027-05-13T22:59:59Z", next: "submit" })];
  const limited = [{ name: "Hana Lee", enter: ["A/1", "B/1"], submit: ["B/1"] }];
  const who = (limits: Schemas["LimitOut"][]) =>
    dueIn([{ centre, series, departments: [], assessments: all, people: { ...people, limited } }], { roles: ["view"], limits }, NOW).map((one) => one.who);

  expect(who([{ role: "submit marks", assessments: ["B/1"] }])).toEqual([["Asha Patel", "Hana Lee"], "you"]);
  expect(who([{ role: "enter marks", assessments: ["A/1"] }])).toEqual(["you", ["Owen Reid", "Hana Lee"]]);
});

it("what the board answered is news for two weeks", () => {
  expect(due([decided("2027-05-09T10:00:00Z", true)]).map(({ what }) => what)).toEqual(["granted"]);
  expect(due([decided("2027-05-09T10:00:00Z", false)]).map(({ what }) => what)).toEqual(["declined"]);
  expect(due([decided("2027-04-20T10:00:00Z", true), sent("B/1", { outcome_at: "2027-04-20T07:00:00Z" })])).toEqual([]);
});

it("what colleagues were asked for is due by the centre's date, for who may ask, until it is done", () => {
  const asked = of("A/1", {
    requests: [
      request({ due: "2027-05-12", groups: ["13A"] }),
      request({ number: 2, due: "2027-05-09", unmarked: 0, unchecked: 3 }),
      request({ number: 3, due: "2027-05-12", own: true }),
      request({ number: 4, due: "2027-05-12", done: true, unmarked: 0, unchecked: 0 }),
      request({ number: 5, due: "2027-05-12", candidates: 0, unmarked: 0, unchecked: 0 }),
      request({ number: 6, due: "2027-05-30" }),
    ],
    deadline: "2027-06-30T22:59:59Z",
  });

  expect(due([asked]).map(({ on, what, count, groups, page, who }) => [on, what, count, groups, page, who])).toEqual([
    ["2027-05-09", "check", 3, [], "/check", ["Asha Patel"]],
    ["2027-05-12", "enter", 8, ["13A"], "?show=group%3A13A", ["Asha Patel"]],
  ]);
  expect(due([asked], ["enter marks"])).toEqual([]);
});

it("what is due in several series is put in one order of date", () => {
  const november = { ...series, id: "2026-11" };
  const of2 = (which: typeof series, code: string, deadline: string) => ({
    centre,
    series: which,
    departments: [],
    people,
    assessments: [of(code, { deadline })],
  });
  const both = [of2(series, "A/1", "2027-05-15T22:59:59Z"), of2(november, "B/1", "2027-05-12T22:59:59Z")];

  expect(dueIn(both, { roles: ["submit marks"], limits: [] }, NOW).map((one) => [one.item.assessment.code, one.series.id])).toEqual([
    ["B/1", "2026-11"],
    ["A/1", "2027-06"],
  ]);
});
