import { cleanup, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../../api/client";
import { speak } from "../../../i18n/words";
import { renderFor } from "../../../testing/place";
import { head, request, summary } from "../../../testing/samples";
import { Service, problem } from "../../../testing/service";
import { RemindPage } from "./RemindPage";
import { callsFor, toRemind } from "./to-remind";

const REMIND = "POST /api/v1/centres/64235/series/2027-06/reminders";
const BEN = { id: "ben", name: "Ben Okoro" };

const sheet = (code: string, requests: Schemas["RequestOut"][]) =>
  summary({ sheet: `2027-06.64235.${code.replace("/", "-")}`, assessment: { ...head().assessment, code }, requests });
const LATE = [
  sheet("A101/01", [request(), request({ number: 2, to: BEN, groups: ["13A", "13B"], late: true })]),
  sheet("B101/01", [request()]),
  sheet("C101/01", []),
];

function open(list: Schemas["AssessmentSummary"][], answers: unknown[] = [], roles: Schemas["Role"][] = ["submit marks"]) {
  const service = Service.open({ [REMIND]: answers });
  const reload = vi.fn(async () => {});
  renderFor(
    { memberships: [{ centre: head().centre, roles, limits: [] }] },
    <RemindPage list={list} series="2027-06" submitters={["Owen Reid"]} home="/?state=overdue" reload={reload} />,
  );
  return { service, reload, user: userEvent.setup() };
}
const sent = (service: Service) => service.calls.filter(({ what }) => what === REMIND).map(({ body }) => body);
const answer = (named: [string, number][], change: object = {}) => ({
  results: named.map(([code, number]) => ({ sheet: `2027-06.64235.${code}`, number, result: "reminded", by: null, reached: "mail", ...change })),
});

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("everyone who has something to do is chosen, with what is missing, and reminded with one button", async () => {
  const all: [string, number][] = [
    ["A101-01", 1],
    ["B101-01", 1],
    ["A101-01", 2],
  ];
  const { service, reload, user } = open(LATE, [answer(all)]);
  expect(screen.getByText("A101/01 Programming project, groups 13A, 13B").closest("li")!.textContent).toContain("8 without a mark, 14 not checked");
  await user.click(screen.getByRole("button", { name: "Remind 2 colleagues" }));
  expect(await screen.findByText("We reminded Asha Patel and Ben Okoro.")).toBeTruthy();
  expect(sent(service)).toEqual([{ requests: all.map(([code, number]) => ({ sheet: `2027-06.64235.${code}`, number })) }]);
  expect(reload).toHaveBeenCalledTimes(1);
});

it("a colleague is left out by their box, and with nobody chosen nothing is sent", async () => {
  const { service, user } = open(LATE, [answer([["A101-01", 2]], { reached: "came back" })]);
  await user.click(screen.getByRole("checkbox", { name: "Remind Asha Patel" }));
  await user.click(screen.getByRole("checkbox", { name: "Remind Ben Okoro" }));
  await user.click(screen.getByRole("button", { name: "Remind those chosen" }));
  expect(screen.getByText("Choose at least one colleague")).toBeTruthy();
  expect(sent(service)).toEqual([]);
  await user.click(screen.getByRole("checkbox", { name: "Remind Ben Okoro" }));
  await user.click(screen.getByRole("button", { name: "Remind 1 colleague" }));
  expect(await screen.findByText(/We reminded Ben Okoro. Emails to Ben Okoro are returned/)).toBeTruthy();
});

it("assessments nobody is asked for are named, with the way to ask", () => {
  open(LATE);
  expect(screen.getByRole("link", { name: "Ask a colleague for C101/01" }).getAttribute("href")).toBe("/asked?sheet=2027-06.64235.C101-01");
});

it("who was reminded today has no box, and nothing more can be sent", () => {
  open([sheet("A101/01", [request({ reminded_today: true, reminded_by: "Owen Reid", reminded_at: new Date().toISOString() })])]);
  expect(screen.getByText(/Reminded today by Owen Reid/)).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

it("nobody is reminded of what is done, said to be ready, or one's own", () => {
  open([sheet("A101/01", [request({ done: true }), request({ ready_at: "2027-04-27T12:00:00Z", unmarked: 0 }), request({ own: true })])]);
  expect(screen.getByText("There is nobody to remind of these assessments.")).toBeTruthy();
});

it("a refusal is said, and what was sent before it is read again", async () => {
  const { reload, user } = open(LATE, [problem(503, "busy", "Try again.")]);
  await user.click(screen.getByRole("button", { name: "Remind 2 colleagues" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(reload).toHaveBeenCalledTimes(1);
});

it("who may not remind is told whom to contact", () => {
  open(LATE, [], ["enter marks"]);
  expect(screen.getByText("To remind a colleague, contact Owen Reid.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("no call has more than 40 requests, and a colleague's are together where they fit", () => {
  const many = Array.from({ length: 50 }, (_, place) =>
    sheet(`A${100 + place}/01`, [request({ to: place < 30 ? BEN : { id: "cai", name: "Cai" } }), request({ number: 2, due: "2027-05-04" })]),
  );
  const calls = callsFor(toRemind(many));
  expect(calls.map((call) => [call.length, new Set(call.map(({ request: { to } }) => to.id)).size])).toEqual([
    [30, 1],
    [20, 1],
    [40, 1],
    [10, 1],
  ]);
});

it("speaks Welsh", async () => {
  open(LATE);
  await speak("cy");
  expect(await screen.findByRole("button", { name: "Atgoffa 2 o gydweithwyr" })).toBeTruthy();
});
