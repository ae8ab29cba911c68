import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { csv } from "../../../lib/csv";
import { renderFor } from "../../../testing/place";
import { head, request, submission, summary } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { Progress } from "./Progress";
import { grouped, tableOf } from "./progress";

const NOW = new Date("2027-05-10T12:00:00Z");
const { assessment, centre, series } = head();
const of = (code: string, change: Parameters<typeof summary>[0] = {}) =>
  summary({ sheet: code, assessment: { ...assessment, code, qualification: { code: code.slice(0, 4), title: "=A Level" } }, ...change });
const SENT = of("A001/01", { candidates: 10, entered: 10, checked: 10, status: "confirmed", submission: submission() });
const all = [SENT, of("B001/01", { requests: [request()] }), of("C001/01", { deadline: "2027-05-09T22:59:59Z" })];
const departments = [
  { name: "Science", qualifications: ["A001", "B001"] },
  { name: "Art", qualifications: [] },
];

afterEach(() => {
  cleanup();
  Service.close();
});

it("assessments are grouped by department with their sums, and those of no department come last", () => {
  expect(grouped(all, departments).map(({ name, list, sum }) => [name, list.length, sum])).toEqual([
    ["Science", 2, { candidates: 58, entered: 50, checked: 36, submitted: 1 }],
    ["", 1, { candidates: 48, entered: 40, checked: 26, submitted: 0 }],
  ]);
});

it("the file has a line for each assessment, days left until it is submitted, and no formula", () => {
  const [heads, ...lines] = tableOf(grouped(all, departments), NOW);

  expect(heads?.[0]).toBe("Department");
  expect(lines.map((cells) => cells.slice(0, 2).concat(cells.slice(7)))).toEqual([
    ["Science", "A001/01", "Confirmed", "24 November 2026", "15 May 2027", "", ""],
    ["Science", "B001/01", "Incomplete", "", "15 May 2027", 5, "Asha Patel"],
    ["", "C001/01", "Incomplete", "", "9 May 2027", -1, ""],
  ]);
  expect(csv(lines)).toContain("'=A Level");
});

it("the page has a line for each department and assessment, and one for all", async () => {
  const found = { centre, series, assessments: all, people: { enter: [], submit: [], limited: [] }, departments };
  Service.open({ "GET /api/v1/centres/64235/series/2027-06/assessments": [found] });
  history.replaceState(null, "", "/progress");
  renderFor({ memberships: [{ centre, roles: ["view"], limits: [] }] }, <Progress />);

  await screen.findByRole("heading", { name: /Progress report/ });
  expect(screen.getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual([
    "Science",
    "B001/01 Programming project",
    "A001/01 Programming project",
    "In no department",
    "C001/01 Programming project",
    "All",
  ]);
  expect(screen.getByRole("row", { name: /^Science/ }).textContent).toBe("Science5850361 of 2 submitted");
});

it("a centre without departments is told how to have them, and has no headings for them but the sum of all", async () => {
  const found = { centre, series, assessments: all, people: { enter: [], submit: [], limited: [] }, departments: [] };
  Service.open({ "GET /api/v1/centres/64235/series/2027-06/assessments": [found] });
  history.replaceState(null, "", "/progress");
  renderFor({ memberships: [{ centre, roles: ["view"], limits: [] }] }, <Progress />);

  expect(await screen.findByText(/can group qualifications into departments/)).toBeTruthy();
  expect(screen.queryByText("In no department")).toBeNull();
  expect(screen.getByRole("row", { name: /^All/ }).textContent).toBe("All10690621 of 3 submitted");
});
