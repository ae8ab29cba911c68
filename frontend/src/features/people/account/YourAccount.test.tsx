import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../../api/client";
import { language } from "../../../i18n/language";
import { renderFor } from "../../../testing/place";
import { Service, problem } from "../../../testing/service";
import { YourAccount } from "./YourAccount";

const HOME: Schemas["MembershipOut"] = { centre: { number: "58410", name: "Llys Derwen School" }, roles: ["view"], limits: [] };
const OTHER: Schemas["MembershipOut"] = {
  centre: { number: "64235", name: "Harbour View Academy" },
  roles: ["view"],
  limits: [{ role: "enter marks", assessments: ["H446/03"] }],
};
const LEAVE = "POST /api/v1/centres/64235/leave";
const at = (number: string) => `GET /api/v1/centres/${number}/administrators`;
const access = (given_by: string | null, given_at: string | null) => ({ administrators: [], asked: [], given_by, given_at });

function open(script: Record<string, unknown[]> = {}, me: Partial<Schemas["MeOut"]> = { memberships: [HOME, OTHER] }) {
  const service = Service.open({
    [at("58410")]: [access(null, null)],
    [at("64235")]: [access("Helen Head", "2026-11-24T10:42:00Z")],
    ...script,
  });
  const reload = vi.fn<() => Promise<void>>(async () => {});
  renderFor(me, <YourAccount />, { reload });
  return { service, reload, user: userEvent.setup() };
}

async function leave(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole("button", { name: "Leave this centre: 64235 Harbour View Academy" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave 64235 Harbour View Academy?" });
  await user.click(within(dialog).getByRole("button", { name: "Leave this centre" }));
}

afterEach(() => {
  cleanup();
  Service.close();
  language.value = "en";
});

it("each centre says what the person may do there and who gave them access", async () => {
  open();
  expect(await screen.findByText("Helen Head gave you access to Harbour View Academy on 24 November 2026")).toBeTruthy();
  expect(screen.getByText("The exam board gave you access to Llys Derwen School")).toBeTruthy();
  expect(screen.getByText("view, enter marks (H446/03)")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Email notices" })).toBeTruthy();
});

it("who gave access and has left is not named", async () => {
  open({ [at("64235")]: [access(null, "2026-11-24T10:42:00Z")] });
  expect(await screen.findByText("An administrator gave you access to Harbour View Academy on 24 November 2026")).toBeTruthy();
});

it("a person leaves a centre after it is said what that means, and their centres are read again", async () => {
  const { service, reload, user } = open({ [LEAVE]: [{ centre: "64235" }] });
  await leave(user);
  expect(await screen.findByText("You have left 64235 Harbour View Academy.")).toBeTruthy();
  expect(reload).toHaveBeenCalledOnce();
  expect(service.calls.find(({ what }) => what === LEAVE)?.headers.get("Idempotency-Key")).toBeTruthy();
});

it("who has left already, because the answer was lost, is told that they left", async () => {
  const { user } = open({ [LEAVE]: [problem(404, "not-found", "You do not belong to this centre.")] });
  await leave(user);
  expect(await screen.findByText("You have left 64235 Harbour View Academy.")).toBeTruthy();
});

it("the last administrator is told why they stay, in Welsh too", async () => {
  const { reload, user } = open({ [LEAVE]: [problem(409, "last-administrator", "…")] });
  await leave(user);
  expect(await screen.findByText(/^You are this centre's last administrator/)).toBeTruthy();
  language.value = "cy";
  expect(await screen.findByText(/^Chi yw gweinyddwr olaf y ganolfan hon/)).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
});

it("who belongs to very many centres sees ten at a time, and only those are asked about", async () => {
  const numbers = Array.from({ length: 12 }, (_, place) => String(50_000 + place));
  const memberships = numbers.map((number) => ({ centre: { number, name: `School ${number}` }, roles: ["view" as const], limits: [] }));
  const script = Object.fromEntries(numbers.map((number) => [at(number), [access(null, null)]]));
  const { service, user } = open(script, { memberships });
  await screen.findByText("The exam board gave you access to School 50009");
  expect(service.calls).toHaveLength(10);
  await user.click(screen.getByRole("button", { name: "Show more centres" }));
  await screen.findByText("The exam board gave you access to School 50011");
  expect(screen.queryByRole("button", { name: "Show more centres" })).toBeNull();
});

it("the board's people read that the board gives their role, and have no centre to leave", () => {
  open({}, { memberships: [], board: ["board operator"] });
  expect(screen.getByText(/You work for the exam board/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
