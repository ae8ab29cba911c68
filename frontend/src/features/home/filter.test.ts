import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { head, request, submission, summary } from "../../testing/samples";
import { ORDERS, STATES, askedIn, inOrder, isReady, listed, matching, queryOf, responsibleOf } from "./filter";

const { assessment } = head();
const of = (code: string, title: string, qualification: string, change: Partial<Schemas["AssessmentSummary"]> = {}) =>
  summary({ sheet: code, assessment: { ...assessment, code, title, qualification: { code: code.slice(0, 4), title: qualification } }, ...change });

const PROJECT = of("H446/03", "Programming project", "A Level Computer Science", { status: "ready", next: "submit", checked: 48 });
const TASK = of("H445/03", "Practical task", "A Level Ffrangeg (Français)", { deadline: "2027-03-31T22:59:59Z", checked: 0 });
const SENT = of("J277/02", "Coursework", "GCSE Computer Science", { status: "confirmed", submission: submission(), deadline: "2027-01-31T22:59:59Z" });
const all = [PROJECT, TASK, SENT];
const asked = askedIn(new URLSearchParams());
const codes = (some: Schemas["AssessmentSummary"][]) => some.map((item) => item.assessment.code);
const search = (code: string) => codes(matching(all, [], { ...asked, code }));

it.each([
  ["H44603", ["H446/03"]],
  ["h446 03", ["H446/03"]],
  ["H446/03", ["H446/03"]],
  ["h446-03", ["H446/03"]],
  [" h446 ", ["H446/03"]],
  ["03", ["H446/03", "H445/03"]],
  ["project", ["H446/03"]],
  ["PROJECT 03", ["H446/03"]],
  ["comp sci", ["H446/03", "J277/02"]],
  ["francais", ["H445/03"]],
  ["FRANÇAIS", ["H445/03"]],
  ["fran\u0063\u0327ais", ["H445/03"]],
  ["work", []],
  ["nothing like it", []],
  ["", codes(all)],
  ["/", codes(all)],
])("what is typed as %j finds %j", (typed, found) => {
  expect(search(typed)).toEqual(found);
});

it("a department has the assessments of its qualifications, and one that does not exist has none", () => {
  const departments = [{ name: "Computing & IT", qualifications: ["H446", "J277"] }];
  const inDepartment = (department: string) => codes(matching(all, departments, { ...asked, department }));

  expect(inDepartment("Computing & IT")).toEqual(["H446/03", "J277/02"]);
  expect(inDepartment("Art")).toEqual([]);
});

it("a teacher has the assessments they were asked for, in part or whole", () => {
  const tara = request({ to: { id: "tara", name: "Tara Teller" }, groups: ["13A"] });
  const asked13 = { ...PROJECT, requests: [tara, { ...tara, groups: ["13B"] }, request()] };

  expect(codes(matching([asked13, TASK], [], { ...asked, teacher: "Tara Teller" }))).toEqual(["H446/03"]);
  expect(responsibleOf([asked13, TASK])).toEqual(["Asha Patel", "Tara Teller"]);
});

it("what is still to submit comes first by deadline; code, status and what is left sort by themselves", () => {
  expect(ORDERS.map((order) => codes(inOrder(all, order)))).toEqual([
    ["H445/03", "H446/03", "J277/02"],
    ["H445/03", "H446/03", "J277/02"],
    ["H446/03", "H445/03", "J277/02"],
    ["H445/03", "H446/03", "J277/02"],
  ]);
});

it("a state narrows the list, and late entries and overdue marks are states of their own", () => {
  const late = of("L001/01", "Late", "Late", { status: "confirmed", submission: submission(), late_entries: 1 });
  const overdue = of("O001/01", "Overdue", "Overdue", { overdue: true });
  const inState = (state: string) => codes(listed([...all, late, overdue], [], { ...asked, state, order: "code" }));

  expect(inState("ready")).toEqual(["H446/03"]);
  expect(inState("confirmed")).toEqual(["J277/02", "L001/01"]);
  expect(inState("late entries")).toEqual(["L001/01"]);
  expect(inState("overdue")).toEqual(["O001/01"]);
});

it("only what can be submitted now is ready", () => {
  expect(isReady(PROJECT)).toBe(true);
  expect(isReady({ ...PROJECT, window: "closed" })).toBe(false);
  expect(isReady(TASK)).toBe(false);
  expect(isReady(SENT)).toBe(false);
});

it("an address keeps whatever is asked of the list", () => {
  const text = fc.string({ maxLength: 20 });
  const some = fc.record({
    menu: text,
    series: text,
    department: text,
    qualification: text,
    teacher: text,
    code: text,
    state: fc.constantFrom("", ...STATES),
    order: fc.constantFrom(...ORDERS),
  });
  fc.assert(
    fc.property(some, (one) => {
      expect(askedIn(new URLSearchParams(queryOf(one, {})))).toEqual(one);
    }),
  );
});

it("an address that asks for nothing is empty, and an order or a state that nobody knows asks for nothing", () => {
  expect(queryOf(asked, {})).toBe("");
  expect(askedIn(new URLSearchParams("order=colour&state=lost"))).toEqual(asked);
});
