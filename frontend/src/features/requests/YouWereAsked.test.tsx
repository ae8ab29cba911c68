import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { renderFor } from "../../testing/place";
import { head, request, summary } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { YouWereAsked } from "./YouWereAsked";

const READY = "POST /api/v1/sheets/2027-06.64235.H446-03/requests/1/ready";

function open(requests: Schemas["RequestOut"][], roles: Schemas["Role"][] = ["enter marks"], answers: unknown[] = [{}]) {
  const service = Service.open({ [READY]: answers });
  const reload = vi.fn(async () => {});
  const memberships = [{ centre: head().centre, roles, limits: [] }];
  renderFor({ memberships }, <YouWereAsked assessments={[summary({ requests })]} reload={reload} />);
  return { service, reload, user: userEvent.setup() };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-04-28T12:00:00Z") });
});
afterEach(async () => {
  cleanup();
  Service.close();
  vi.useRealTimers();
  await speak("en");
});

it("says what is missing, the centre's date and who reminded, and leads to the group", () => {
  open([request({ own: true, groups: ["13 A&B"], reminded_by: "Owen Reid", reminded_at: "2027-04-27T12:00:00Z" })]);
  const line = screen.getByRole("listitem");
  expect(line.textContent).toContain("by 3 May 2027");
  expect(line.textContent).toContain("8 without a mark, 14 not checked");
  expect(line.textContent).toContain("Owen Reid asked you · Reminded yesterday by Owen Reid");
  expect(screen.getByRole("link").getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03?show=group%3A13%20A%26B");
  expect(screen.queryByRole("button")).toBeNull();
});

it("is not there for someone who was asked for nothing", () => {
  open([request()]);
  expect(screen.queryByRole("heading", { name: "You were asked" })).toBeNull();
});

it("once every mark is entered the colleague says that it is ready, though some are not checked", async () => {
  const { reload, user } = open([request({ own: true, unmarked: 0 })]);
  await user.click(screen.getByRole("button", { name: "Tell Owen Reid it is ready" }));
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  expect(await screen.findByText("We told Owen Reid that it is ready.")).toBeTruthy();
});

it("a refusal is said beside what was asked", async () => {
  const { user } = open([request({ own: true, unmarked: 0 })], ["enter marks"], [problem(409, "marks-missing", "1 candidate has no mark yet.")]);
  await user.click(screen.getByRole("button", { name: /it is ready/ }));
  expect(await screen.findByText("Some candidates have no mark. Enter a mark or absent for each first.")).toBeTruthy();
});

it("what is done and said to be ready is asked for no more", () => {
  open([request({ own: true, unmarked: 0, unchecked: 0, done: true, ready_at: "2027-04-27T12:00:00Z" })]);
  expect(screen.queryByRole("heading", { name: "You were asked" })).toBeNull();
});

it("the officer sees how many are not complete, which are late, and what is ready", () => {
  open([request({ late: true }), request({ number: 2, unmarked: 0, ready_at: "2027-04-27T12:00:00Z", groups: ["13B"] })], ["submit marks"]);
  expect(screen.getByText(/2 requests to colleagues are not complete, 1 is past its date/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "See who was asked" }).getAttribute("href")).toBe("/asked");
  expect(screen.getByText("Asha Patel says this is ready for you · 14 not checked")).toBeTruthy();
});

it("a teacher is not shown what was asked of others, nor the way to ask", () => {
  open([request({ late: true })]);
  expect(screen.queryByRole("link")).toBeNull();
});

it("speaks Welsh", async () => {
  open([request({ own: true })]);
  await speak("cy");
  expect(await screen.findByRole("heading", { name: "Gofynnwyd i chi" })).toBeTruthy();
  expect(screen.getByRole("listitem").textContent).toContain("8 heb farc, 14 heb eu gwirio");
});
