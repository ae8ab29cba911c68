import { cleanup, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { head } from "../../../testing/samples";
import { renderFor } from "../../../testing/place";
import { Service, problem } from "../../../testing/service";
import { AskForRole } from "./AskForRole";

const READ = "GET /api/v1/centres/64235/administrators";
const ASK = "POST /api/v1/centres/64235/role-requests";
const some = (asked: Schemas["AskedOut"][] = [], administrators = ["Helen Head", "Owen Reid"]) => ({ administrators, asked });

function open(script: Record<string, unknown[]>, roles: Schemas["Role"][] = ["view"]) {
  const service = Service.open(script);
  renderFor(
    { memberships: roles.length > 0 ? [{ centre: head().centre, roles, limits: [] }] : [] },
    <AskForRole centre={head().centre} wanted="enter marks" />,
  );
  return { service, user: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  Service.close();
});

it("names who can give the role, and asks them in one click", async () => {
  const { service, user } = open({
    [READ]: [some()],
    [ASK]: [some([{ role: "enter marks", assessment: null, at: new Date().toISOString(), declined: false }])],
  });
  expect(await screen.findByText("Helen Head or Owen Reid can give you the role “enter marks”.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Ask for the role “enter marks”" }));
  expect((await screen.findByText(/You asked for this role on/)).textContent).toContain("Helen Head or Owen Reid can give it.");
  expect(document.activeElement?.textContent).toContain("You asked for this role on");
  expect(screen.queryByRole("button")).toBeNull();
  expect(service.calls.at(-1)?.body).toEqual({ role: "enter marks", assessment: null });
});

it("a role that was asked for earlier can be asked for again, and one declined says so", async () => {
  open({ [READ]: [some([{ role: "enter marks", assessment: null, at: "2026-11-24T10:42:00Z", declined: true }])] });
  expect(await screen.findByText(/on 24 November 2026 at 10:42, and it was declined. Speak to Helen Head or Owen Reid/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Ask again" })).toBeTruthy();
});

it("a refusal is said beside the button", async () => {
  const { user } = open({ [READ]: [some()], [ASK]: [problem(409, "asked-today", "You asked for it less than a day ago.")] });
  await user.click(await screen.findByRole("button", { name: "Ask for the role “enter marks”" }));
  expect(await screen.findByText(/You asked for this role less than a day ago/)).toBeTruthy();
});

it("on a page of one assessment the role is asked for that one, and whoever has it is not offered it", async () => {
  const service = Service.open({ [READ]: [some([{ role: "enter marks", assessment: null, at: new Date().toISOString(), declined: false }])], [ASK]: [some()] });
  const limits = [{ role: "enter marks" as const, assessments: ["H446/03"] }];
  const { centre } = head();
  const askFor = (code: string) =>
    renderFor({ memberships: [{ centre, roles: ["view"], limits }] }, <AskForRole centre={centre} wanted="enter marks" assessment={code} />);
  const { container } = askFor("H446/03");
  expect(container.textContent).toBe("");
  askFor("J277/02");
  await userEvent.setup().click(await screen.findByRole("button", { name: "Ask for the role “enter marks” for J277/02" }));
  expect(service.calls.at(-1)?.body).toEqual({ role: "enter marks", assessment: "J277/02" });
});

it("where nobody is administrator, the board is to be contacted", async () => {
  open({ [READ]: [some([], [])] });
  expect(await screen.findByText(/Contact the exam board/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it.each([["enter marks"] as const, [] as const])("nobody is offered what they have, or has no centre to ask (%s)", (...roles) => {
  const { service } = open({}, [...roles]);
  expect(screen.queryByRole("button")).toBeNull();
  expect(service.calls).toEqual([]);
});

it("an administrator is shown the way to give the role to themselves", () => {
  const { service } = open({}, ["centre administrator"]);
  expect(screen.getByText(/you can give yourself the role “enter marks”/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Change your roles" }).getAttribute("href")).toBe("/people");
  expect(service.calls).toEqual([]);
});
