import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { head } from "../../../testing/samples";
import { renderFor } from "../../../testing/place";
import { Service, problem } from "../../../testing/service";
import { CentrePeople } from "./CentrePeople";

type Person = Schemas["PersonOut"];

const AT = "/api/v1/centres/64235/people";
const READ = `GET ${AT}`;
const INVITE = `POST ${AT}`;

const person = (change: Partial<Person>): Person => ({
  id: "asha",
  name: "Asha Patel",
  email: "asha@school.example",
  machine: false,
  roles: ["enter marks"],
  limits: [],
  given_at: null,
  invitation_sent_at: null,
  invitation_works_until: null,
  last_signed_in: "2026-11-24T09:00:00Z",
  mail_failed_at: null,
  ...change,
});
const HELEN = person({ id: "u1", name: "Helen Head", email: "helen@school.example", roles: ["centre administrator"] });
const ASHA = person({});
const RHYS = person({
  id: "rhys",
  name: "Rhys Bevan",
  email: "rhys@school.example",
  given_at: "2026-11-20T09:00:00Z",
  invitation_sent_at: "2026-11-20T09:00:00Z",
  invitation_works_until: "2026-11-21T09:00:00Z",
  last_signed_in: null,
});
const list = (people: Person[] = [HELEN, ASHA, RHYS], requests: Schemas["RoleRequestOut"][] = []) => ({ people, requests });

async function open(script: Record<string, unknown[]>, roles: Schemas["Role"][] = ["centre administrator"]) {
  const service = Service.open(script);
  renderFor({ name: "Helen Head", memberships: [{ centre: head().centre, roles, limits: [] }] }, <CentrePeople />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}
const asked = (role: Schemas["Role"]) => ({ person: "asha", name: "Asha Patel", role, assessment: null, at: "2026-11-24T10:42:00Z" });
const row = (name: RegExp) => screen.getByRole("row", { name });
const sent = (service: Service, what: string) => service.calls.filter((call) => call.what === what);

afterEach(() => {
  cleanup();
  Service.close();
});

it("each person is listed with roles, and when they signed in or what became of their invitation", async () => {
  const lost = person({ id: "lost", name: "Lost Mail", mail_failed_at: "2026-11-22T09:00:00Z" });
  const unsent = person({ id: "unsent", name: "Un Sent", given_at: "2026-11-20T09:00:00Z", last_signed_in: null });
  const mis = person({ id: "mis", name: "The MIS", email: "", machine: true, last_signed_in: null });
  await open({ [READ]: [list([HELEN, ASHA, RHYS, lost, unsent, mis])] });
  expect(row(/Helen Head/).textContent).toContain("(you)");
  expect(row(/Asha Patel/).textContent).toContain("24 November 2026");
  expect(row(/Rhys Bevan/).textContent).toContain("Invited on 20 November 2026Invitation expired");
  expect(row(/Lost Mail/).textContent).toContain("Mail came back on 22 November 2026");
  expect(within(row(/Un Sent/)).getByRole("button", { name: "Send invitation: Un Sent" })).toBeTruthy();
  expect(row(/The MIS/).textContent).toContain("Program");
  expect(within(row(/The MIS/)).queryByRole("button", { name: /invitation/ })).toBeNull();
});

it("someone is invited, and the same key is used when the answer was lost", async () => {
  const { service, user } = await open({ [READ]: [list([HELEN]), list([HELEN, RHYS])], [INVITE]: ["lost", RHYS] });
  await user.click(screen.getByText("Invite someone"));
  await user.click(screen.getByRole("button", { name: "Send invitation" }));
  expect(screen.getByText("Nobody was invited. Check these:")).toBeTruthy();
  expect(screen.getAllByText("Choose at least one role").length).toBeGreaterThan(0);
  await user.type(screen.getByLabelText("Name"), " Rhys Bevan ");
  fireEvent.input(screen.getByLabelText("Email address"), { target: { value: "rhys@schооl.example" } });
  expect(screen.getByText(/letters a to z without accents/, { selector: ".govuk-error-message" })).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Email address"), { target: { value: "rhys@school.example" } });
  await user.click(screen.getByLabelText("enter marks"));
  await user.click(screen.getByRole("button", { name: "Send invitation" }));
  expect((await screen.findByText(/we do not know whether this was done/)).closest("[role=alert]")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Send invitation" }));
  expect(await screen.findByText("Rhys Bevan was invited. The email goes to rhys@school.example.")).toBeTruthy();
  const keys = sent(service, INVITE).map(({ headers }) => headers.get("Idempotency-Key"));
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  expect(sent(service, INVITE)[0]?.body).toEqual({ name: "Rhys Bevan", email: "rhys@school.example", roles: ["enter marks"], limits: [] });
  expect(row(/Rhys Bevan/)).toBeTruthy();
});

it("an invitation that could not be mailed is said to be unsent", async () => {
  const { user } = await open({ [READ]: [list([HELEN])], [INVITE]: [{ ...RHYS, invitation_sent_at: null }] });
  await user.click(screen.getByText("Invite someone"));
  await user.type(screen.getByLabelText("Name"), "Rhys Bevan");
  await user.type(screen.getByLabelText("Email address"), "rhys@school.example");
  await user.click(screen.getByLabelText("view"));
  await user.click(screen.getByRole("button", { name: "Send invitation" }));
  expect(await screen.findByText(/the invitation could not be sent/)).toBeTruthy();
});

it("roles are changed over those that were seen, and a refusal is said where it was asked", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const changed = problem(409, "person-changed", "They now have: view.");
  const { service, user } = await open({ [READ]: [list()], [GIVE]: [changed, { person: ASHA }] });
  await user.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  const dialog = screen.getByRole("dialog", { name: "Roles of Asha Patel" });
  await user.click(within(dialog).getByLabelText("submit marks"));
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  expect(await within(dialog).findByText(/Someone else changed this person's roles/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  expect(await screen.findByText("The roles of Asha Patel are saved.")).toBeTruthy();
  expect(sent(service, GIVE)[0]?.body).toEqual({ roles: ["enter marks", "submit marks"], before: ["enter marks"], limits: [], limits_before: [] });
});

it("someone is removed after it is said what that means, and nobody without roles is left", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const { service, user } = await open({ [READ]: [list(), list([HELEN, RHYS])], [GIVE]: [{ person: null }] });
  await user.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  await user.click(screen.getByLabelText("enter marks", { selector: "dialog *" }));
  await user.click(screen.getByRole("button", { name: "Save roles" }));
  expect(screen.getByRole("link", { name: "Choose at least one role, or remove the person from the centre." })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove from the centre…" }));
  expect(screen.getByText("What they did stays in the history, under their name.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove from the centre" }));
  expect(await screen.findByText("Asha Patel was removed.")).toBeTruthy();
  expect(sent(service, GIVE)[0]?.body).toEqual({ roles: [], before: ["enter marks"], limits: [], limits_before: [] });
  expect(screen.queryByRole("row", { name: /Asha Patel/ })).toBeNull();
});

it("the last administrator is told why they stay, in their own words and Welsh alike", async () => {
  const { user } = await open({ [READ]: [list()], [`PUT ${AT}/u1/roles`]: [problem(409, "last-administrator", "…")] });
  await user.click(screen.getByRole("button", { name: "Change roles: Helen Head" }));
  expect(screen.getByText(/These are your own roles/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove from the centre…" }));
  await user.click(screen.getByRole("button", { name: "Remove from the centre" }));
  expect(await screen.findByText(/the last administrator|last administrator, and/)).toBeTruthy();
});

it("an invitation is sent again", async () => {
  const AGAIN = `POST ${AT}/rhys/invitation`;
  const { service, user } = await open({ [READ]: [list()], [AGAIN]: [RHYS] });
  await user.click(screen.getByRole("button", { name: "Send invitation again: Rhys Bevan" }));
  expect(await screen.findByText("The invitation was sent to Rhys Bevan again.")).toBeTruthy();
  expect(sent(service, AGAIN)).toHaveLength(1);
});

it("who asks for a role gets it or not, in one click", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const DECLINE = `POST ${AT}/asha/declined`;
  const both = list([HELEN, ASHA], [asked("submit marks"), asked("view")]);
  const { service, user } = await open({
    [READ]: [both, list([HELEN, ASHA], [asked("view")]), list()],
    [GIVE]: [{ person: ASHA }],
    [DECLINE]: [{ person: "asha", role: "view" }],
  });
  await user.click(screen.getByRole("button", { name: /^Give: Asha Patel asks for the role “submit marks”/ }));
  await screen.findByText("The roles of Asha Patel are saved.");
  await user.click(screen.getByRole("button", { name: /^Decline: Asha Patel asks for the role “view”/ }));
  await screen.findByText("You declined the request of Asha Patel.");
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Asking you for a role" })).toBeNull());
  expect(sent(service, GIVE)[0]?.body).toEqual({ roles: ["enter marks", "submit marks"], before: ["enter marks"], limits: [], limits_before: [] });
  expect(sent(service, DECLINE)[0]?.body).toEqual({ role: "view" });
});

it("whoever is no administrator sees nobody", async () => {
  const { service } = await open({}, ["submit marks"]);
  expect(screen.getByText("Only your centre administrator sees this page.")).toBeTruthy();
  expect(service.calls).toEqual([]);
});
