import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { BOARD_OFFICE } from "../../../auth/centre";
import { head, summary } from "../../../testing/samples";
import { renderFor } from "../../../testing/place";
import { Service, problem } from "../../../testing/service";
import { CentrePeople } from "./CentrePeople";

type Person = Schemas["PersonOut"];

const AT = "/api/v1/centres/64235/people";
const READ = `GET ${AT}`;
const INVITE = `POST ${AT}`;
const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const PROJECTS: [string, string][] = [
  ["H446/03", "Programming project"],
  ["J277/02", "Computational thinking"],
];

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

async function open(script: Record<string, unknown[]>, roles: Schemas["Role"][] = ["centre administrator"], assessments = PROJECTS) {
  const { centre, series } = head();
  const choices = assessments.map(([code, title]) => summary({ sheet: code, assessment: { ...head().assessment, code, title } }));
  const service = Service.open({ [LIST]: [{ centre, series, assessments: choices, people: {}, departments: [] }], ...script });
  renderFor({ name: "Helen Head", memberships: [{ centre: head().centre, roles, limits: [] }] }, <CentrePeople />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}
const asked = (role: Schemas["Role"], assessment: string | null = null) => ({
  person: "asha",
  name: "Asha Patel",
  role,
  assessment,
  at: "2026-11-24T10:42:00Z",
});
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

it("who was never invited here is not offered an invitation", async () => {
  const given = person({ id: "given", name: "Given By Board", last_signed_in: null });
  await open({ [READ]: [list([HELEN, given])] });
  expect(row(/Given By Board/).textContent).toContain("No sign-in recordedThe exam board gave this access");
  expect(within(row(/Given By Board/)).queryByRole("button", { name: /invitation/ })).toBeNull();
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

const INVITE_FORM = async (script: Record<string, unknown[]>) => {
  const { service, user } = await open({ [READ]: [list([HELEN, ASHA])], ...script });
  await user.click(screen.getByText("Invite someone"));
  return { service, user };
};

it("several people are pasted from a mail program, looked at, and invited with the same roles", async () => {
  const dev = { ...RHYS, name: "Dev Rao", email: "dev@school.example" };
  const { service, user } = await INVITE_FORM({ [INVITE]: [RHYS, dev] });
  await user.click(screen.getByLabelText("Email address"));
  await user.paste("Rhys Bevan <rhys@school.example>; Dev Rao <dev@school.example>");
  expect(screen.getByText("2 people were read from what you pasted. Check the names.")).toBeTruthy();
  expect(within(screen.getByRole("group", { name: "Person 2" })).getByLabelText<HTMLInputElement>("Name").value).toBe("Dev Rao");
  await user.click(screen.getByLabelText("enter marks"));
  await user.click(screen.getByRole("button", { name: "Send 2 invitations" }));
  expect(await screen.findByText("2 people were invited: Rhys Bevan and Dev Rao. Each gets an email.")).toBeTruthy();
  expect(sent(service, INVITE).map(({ body }) => body)).toEqual([RHYS, dev].map(({ name, email }) => ({ name, email, roles: ["enter marks"], limits: [] })));
});

it("when one of several is refused, those before are invited, and the box that is wrong says so first", async () => {
  const refused = problem(422, "malformed", "…");
  const { user } = await INVITE_FORM({ [INVITE]: [RHYS, refused] });
  await user.click(screen.getByLabelText("Name"));
  await user.paste("Rhys Bevan\trhys@school.example\nDev Rao\tdev@school.example\nEve Fox\teve@school.example");
  await user.click(screen.getByLabelText("view"));
  await user.click(screen.getByRole("button", { name: "Send 3 invitations" }));
  const shown = await screen.findByText("1 person was invited. The others were not. Check these:");
  await waitFor(() => expect(document.activeElement).toBe(shown.closest("[role=alert]")));
  await user.click(screen.getByRole("link", { name: /does not take this address/ }));
  const box = within(screen.getByRole("group", { name: "Person 1" })).getByLabelText<HTMLInputElement>("Email address");
  expect([document.activeElement, box.value, box.getAttribute("aria-invalid")]).toEqual([box, "dev@school.example", "true"]);
  await user.click(screen.getByRole("button", { name: "Remove person 1, Dev Rao" }));
  expect(screen.getByLabelText<HTMLInputElement>("Email address").value).toBe("eve@school.example");
});

it("who is at the centre already, or is typed twice, is said at the box and nobody is mailed", async () => {
  const { service, user } = await INVITE_FORM({});
  await user.click(screen.getByLabelText("Name"));
  await user.paste("Asha Patel <ASHA@school.example>; Dev Rao <dev@school.example>; Dev R <Dev@school.example>");
  await user.click(screen.getByLabelText("view"));
  await user.click(screen.getByRole("button", { name: "Send 3 invitations" }));
  expect(screen.getByRole("link", { name: /^Asha Patel is at your centre already/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: /^This address is here twice/ })).toBeTruthy();
  expect(sent(service, INVITE)).toEqual([]);
});

it("another person is added by hand, and the box that comes is not said to lack anything yet", async () => {
  const { user } = await INVITE_FORM({});
  await user.click(screen.getByRole("button", { name: "Send invitation" }));
  await user.click(screen.getByRole("button", { name: "Add another person" }));
  const name = within(screen.getByRole("group", { name: "Person 2" })).getByLabelText("Name");
  expect([document.activeElement, name.getAttribute("aria-invalid")]).toEqual([name, null]);
});

it("whoever gets roles for single assessments only is said to see the whole centre, before it counts", async () => {
  const { user } = await INVITE_FORM({});
  await user.click(screen.getByLabelText("enter marks"));
  expect(screen.queryByText(/They also see all marks/)).toBeNull();
  await user.click(screen.getByLabelText("Only for these, in every series"));
  expect(screen.getByText(/They also see all marks of the centre/)).toBeTruthy();
});

it("a centre administrator is made only after it was asked about once more", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const { service, user } = await open({ [READ]: [list([HELEN, ASHA], [asked("centre administrator")]), list()], [GIVE]: [{ person: ASHA }] });
  await user.click(screen.getByRole("button", { name: /^Give: Asha Patel asks/ }));
  expect(sent(service, GIVE)).toEqual([]);
  await user.click(
    within(screen.getByRole("dialog", { name: "Make Asha Patel centre administrator?" })).getByRole("button", { name: "Make centre administrator" }),
  );
  await screen.findByText("The roles of Asha Patel are saved.");
  expect(sent(service, GIVE)).toHaveLength(1);
});

it("who gives up being administrator is not asked for the list again, but who they now are", async () => {
  const GIVE = `PUT ${AT}/u1/roles`;
  const { centre, series } = head();
  let reread = 0;
  const service = Service.open({ [READ]: [list()], [LIST]: [{ centre, series, assessments: [], people: {}, departments: [] }], [GIVE]: [{ person: HELEN }] });
  const me = { name: "Helen Head", memberships: [{ centre, roles: ["centre administrator", "view"] as Schemas["Role"][], limits: [] }] };
  renderFor(me, <CentrePeople />, { reload: () => Promise.resolve(void (reread += 1)) });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Change roles: Helen Head" }));
  await user.click(within(screen.getByRole("dialog")).getByLabelText("centre administrator"));
  await user.click(within(screen.getByRole("dialog")).getByLabelText("view"));
  await user.click(screen.getByRole("button", { name: "Save roles" }));
  expect(await screen.findByText("The roles of Helen Head are saved.")).toBeTruthy();
  expect([reread, sent(service, READ).length]).toEqual([1, 1]);
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
  expect(await screen.findByText(/this is the last one. Make someone else/)).toBeTruthy();
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
  expect(sent(service, DECLINE)[0]?.body).toEqual({ role: "view", assessment: null });
});

it("a role is given for single assessments, and shown with them", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const limited = person({ roles: ["view"], limits: [{ role: "enter marks", assessments: ["H446/03", "J277/02"] }] });
  const { service, user } = await open({ [READ]: [list(), list([HELEN, limited])], [GIVE]: [{ person: limited }] });
  await user.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  const dialog = screen.getByRole("dialog");
  const choice = within(dialog).getByRole("group", { name: "Assessments for the role “enter marks”" });
  expect(within(choice).getByLabelText<HTMLInputElement>("For all assessments").checked).toBe(true);
  await user.click(within(choice).getByLabelText("Only for these, in every series"));
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  expect(within(choice).getByText(/Choose at least one assessment/)).toBeTruthy();
  await user.click(within(choice).getByLabelText(/J277\/02/));
  await user.click(within(choice).getByLabelText(/H446\/03/));
  expect(within(choice).getByText("2 chosen: H446/03, J277/02")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Save roles" }));
  await screen.findByText("The roles of Asha Patel are saved.");
  const limits = [{ role: "enter marks", assessments: ["H446/03", "J277/02"] }];
  expect(sent(service, GIVE)[0]?.body).toEqual({ roles: [], before: ["enter marks"], limits, limits_before: [] });
  expect(row(/Asha Patel/).textContent).toContain("viewenter marks: H446/03, J277/02");
});

it("a role for single assessments becomes one for all, and an assessment of another series stays chosen", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const limits = [{ role: "submit marks" as const, assessments: ["A100/01"] }];
  const limited = person({ roles: ["view"], limits });
  const { service, user } = await open({ [READ]: [list([HELEN, limited]), list()], [GIVE]: [{ person: ASHA }] });
  await user.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  const choice = screen.getByRole("group", { name: "Assessments for the role “submit marks”" });
  expect(within(choice).getByLabelText<HTMLInputElement>(/A100\/01/).checked).toBe(true);
  await user.click(within(choice).getByLabelText("For all assessments"));
  await user.click(screen.getByRole("button", { name: "Save roles" }));
  await screen.findByText("The roles of Asha Patel are saved.");
  expect(sent(service, GIVE)[0]?.body).toEqual({ roles: ["submit marks", "view"], before: ["view"], limits: [], limits_before: limits });
});

it("many assessments are searched as people write their codes, and none are said to be none", async () => {
  const many: [string, string][] = Array.from({ length: 60 }, (_, at) => [`H${100 + at}/0${at % 9}`, `Project ${at}`]);
  const { user } = await open({ [READ]: [list()] }, ["centre administrator"], many);
  await user.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  const dialog = screen.getByRole("dialog");
  await user.click(within(dialog).getByLabelText("Only for these, in every series"));
  fireEvent.input(within(dialog).getByLabelText("Find an assessment by code or title"), { target: { value: "h10707" } });
  expect(within(dialog).getAllByRole("listitem")).toHaveLength(1);
  fireEvent.input(within(dialog).getByLabelText("Find an assessment by code or title"), { target: { value: "nothing" } });
  expect(within(dialog).getByText("No assessment matches.")).toBeTruthy();
  cleanup();
  Service.close();
  const { user: other } = await open({ [READ]: [list()] }, ["centre administrator"], []);
  await other.click(screen.getByRole("button", { name: "Change roles: Asha Patel" }));
  await other.click(screen.getByLabelText("Only for these, in every series"));
  expect(screen.getByText(/Your centre has no entries yet/)).toBeTruthy();
});

it("a role asked for one assessment is given for it or for all in one click", async () => {
  const GIVE = `PUT ${AT}/asha/roles`;
  const limited = person({ roles: ["view"], limits: [{ role: "enter marks", assessments: ["J277/02"] }] });
  const both = list([HELEN, limited], [asked("enter marks", "H446/03"), asked("submit marks", "H446/03")]);
  const { service, user } = await open({ [READ]: [both, both, list()], [GIVE]: [{ person: ASHA }, { person: ASHA }] });
  await user.click(screen.getByRole("button", { name: /^Give for H446\/03: Asha Patel asks for the role “enter marks” for H446\/03/ }));
  await waitFor(() => expect(sent(service, GIVE)).toHaveLength(1));
  await screen.findByText("The roles of Asha Patel are saved.");
  await user.click(screen.getByRole("button", { name: /^Give for all assessments: .* “enter marks” for H446\/03/ }));
  await waitFor(() => expect(sent(service, GIVE)).toHaveLength(2));
  const before = { before: ["view"], limits_before: [{ role: "enter marks", assessments: ["J277/02"] }] };
  expect(sent(service, GIVE).map(({ body }) => body)).toEqual([
    { roles: ["view"], limits: [{ role: "enter marks", assessments: ["H446/03", "J277/02"] }], ...before },
    { roles: ["enter marks", "view"], limits: [], ...before },
  ]);
});

it("whoever is no administrator sees nobody", async () => {
  const { service } = await open({ "GET /api/v1/centres/64235/administrators": [{ administrators: ["Helen Head"], asked: [] }] }, ["submit marks"]);
  expect(screen.getByText("Only your centre administrator sees this page.")).toBeTruthy();
  expect(await screen.findByText("Helen Head can give you the role “centre administrator”.")).toBeTruthy();
  expect(sent(service, READ)).toEqual([]);
});

it("the board's people are not sent to an administrator they do not have", () => {
  Service.open({});
  renderFor({ board: ["board operator"] }, <CentrePeople />, { centre: BOARD_OFFICE });
  expect(screen.getByText(/^Each centre's administrator manages its people\. You work for the exam board/)).toBeTruthy();
});
