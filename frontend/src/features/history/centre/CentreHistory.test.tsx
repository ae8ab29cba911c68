import { cleanup, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { speak } from "../../../i18n/words";
import { renderFor } from "../../../testing/place";
import { head } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { BoardHistory, OwnCentreHistory } from "./CentreHistory";
import type { Arranged } from "./api";

const OWN = "GET /api/v1/centres/64235/history";
const BOARD = "GET /api/v1/board/history";

const act = (of: Partial<Arranged>): Arranged => ({
  at: "2026-11-24T10:42:00Z",
  by: "Mair Pugh",
  channel: "web",
  what: "SecondCheckerChosen",
  about: "",
  kind: null,
  series: null,
  change: null,
  before: [],
  after: [],
  fields: [],
  ...of,
});
const secondChecker = act({ before: ["off"], after: ["on"] });
const roles = act({ what: "MembershipChanged", about: "Asha Patel", by: "Exam board", channel: "board", before: ["enter marks"], after: ["submit marks"] });

async function open(page: preact.JSX.Element, script: Record<string, unknown[]>, ofBoard = false, held: Schemas["Role"][] = ["centre administrator"]) {
  Service.open(script);
  renderFor({ memberships: ofBoard ? [] : [{ centre: head().centre, roles: held, limits: [] }], board: ofBoard ? ["board operator"] : [] }, page);
  await screen.findByRole("heading", { level: 1 });
  return userEvent.setup();
}
const said = () =>
  screen.getAllByRole("listitem").map((line) =>
    [...line.childNodes]
      .slice(0, 3)
      .map((part) => part.textContent)
      .join(""),
  );
const cells = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent).join(" | "));

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("a centre's administrator sees who changed what, and the board's people as the board", async () => {
  await open(<OwnCentreHistory />, { [OWN]: [{ entries: [secondChecker, roles], before: null }] });
  expect(said()).toEqual([
    "Second checker turned on 24 November 2026 at 10:42 by Mair Pugh, on this website",
    "Roles of Asha Patel changed 24 November 2026 at 10:42 by the exam board",
  ]);
  expect(cells()).toEqual(["Roles | enter marks | submit marks"]);
});

it.each([
  { what: "WebhookChanged", change: "set", after: ["https://mis.example/hook"], says: "Webhook set", shows: ["Address | None | https://mis.example/hook"] },
  { what: "WebhookChanged", change: "rotated", before: ["https://a"], after: ["https://a"], says: "Webhook secret renewed", shows: [] },
  { what: "WebhookChanged", change: "removed", before: ["https://a"], says: "Webhook removed", shows: ["Address | https://a | None"] },
  {
    what: "ConsortiumArranged",
    about: "H446/03",
    series: "2027-06",
    after: ["58410", "64235"],
    says: "Consortium for H446/03 in June 2027 arranged",
    shows: ["Centres | None | 58410, 64235"],
  },
  {
    what: "ConsortiumArranged",
    about: "H446/03",
    series: "2027-06",
    before: ["58410", "64235"],
    says: "Consortium for H446/03 in June 2027 dissolved",
    shows: ["Centres | 58410, 64235 | None"],
  },
  {
    what: "DepartmentsChanged",
    before: ["Art", "Maths: PE: A123"],
    after: ["Maths: PE: A123", "Science: H446, J277"],
    says: "Departments changed",
    shows: ["Art | No qualifications | None", "Science | None | H446, J277"],
  },
  { what: "MembershipChanged", about: "Rhys Bevan", after: ["view"], says: "Rhys Bevan was given access", shows: ["Roles | None | view"] },
  { what: "MembershipChanged", about: "Rhys Bevan", before: ["view"], says: "Rhys Bevan was removed", shows: ["Roles | view | None"] },
  { what: "MembershipChanged", about: "Rhys Bevan", by: "Rhys Bevan", before: ["view"], says: "Rhys Bevan left the centre", shows: ["Roles | view | None"] },
  {
    what: "MembershipChanged",
    about: "Asha Patel",
    before: ["view", "enter marks (H446/03)"],
    after: ["enter marks"],
    says: "Roles of Asha Patel changed",
    shows: ["Roles | view, enter marks (H446/03) | enter marks"],
  },
  { what: "InvitationSent", about: "Rhys Bevan", says: "Invitation sent to Rhys Bevan", shows: [] },
  { what: "RoleRequested", about: "Rhys Bevan", after: ["submit marks"], says: "Role asked for: submit marks", shows: [] },
  { what: "RoleDeclined", about: "Rhys Bevan", after: ["view"], says: "Role declined for Rhys Bevan: view", shows: [] },
  { what: "SecondCheckerChosen", before: ["on"], after: ["off"], says: "Second checker turned off", shows: [] },
] as const)("$says", async ({ says, shows, ...of }) => {
  const entry = act({ ...of, before: [...("before" in of ? of.before : [])], after: [...("after" in of ? of.after : [])] });
  await open(<OwnCentreHistory />, { [OWN]: [{ entries: [entry], before: null }] });
  expect(said()[0]).toMatch(new RegExp(`^${says} 24 November`));
  expect(screen.queryAllByRole("row").length > 0 ? cells() : []).toEqual(shows);
});

it("what the board changed in its catalogue is shown field by field, and who did it to the board", async () => {
  const fields = [
    { field: "window.deadline", before: "2027-05-15T22:59:59Z", after: "2027-05-22T22:59:59Z" },
    { field: "scale.maximum", before: "70", after: "80" },
    { field: "boundaries.A", before: null, after: "60" },
    { field: "circumstances.L.sampled", before: "true", after: "false" },
    { field: "new.to.us", before: "a", after: null },
  ];
  const moved = act({
    what: "CatalogueChanged",
    kind: "assessment",
    change: "changed",
    about: "H446/03",
    series: "2027-06",
    by: "Olu Perator",
    channel: "board",
    fields,
  });
  await open(<BoardHistory />, { [BOARD]: [{ entries: [moved], before: null }] }, true);
  expect(said()).toEqual(["Assessment H446/03 in June 2027 changed 24 November 2026 at 10:42 by Olu Perator"]);
  expect(cells()).toEqual([
    "Deadline | 15 May 2027 at 23:59 | 22 May 2027 at 23:59",
    "Maximum mark | 70 | 80",
    "Lowest mark for grade A | None | 60",
    "Work can be sampled with circumstance L | Yes | No",
    "new.to.us | a | None",
  ]);
});

it("a member's other name and address are told, and the address is not", async () => {
  const fields = [
    { field: "name", before: "Asha Patel", after: "Asha Reid" },
    { field: "mailed_elsewhere", before: "false", after: "true" },
  ];
  const renamed = act({ what: "MemberChanged", about: "Asha Reid", by: "Exam board", channel: "board", fields });
  await open(<OwnCentreHistory />, { [OWN]: [{ entries: [renamed], before: null }] });
  expect(said()[0]).toContain("Details of Asha Reid changed");
  expect(cells()).toEqual(["Name | Asha Patel | Asha Reid", "Another email address | No | Yes"]);
});

it("what is new says so, with its details folded", async () => {
  const fields = ["code", "title", "scale.maximum"];
  const added = act({
    what: "CatalogueChanged",
    kind: "assessment",
    change: "added",
    about: "H446/03",
    series: "2027-06",
    fields: fields.map((field) => ({ field, before: null, after: "1" })),
  });
  await open(<BoardHistory />, { [BOARD]: [{ entries: [added], before: null }] }, true);
  expect(screen.getByText("Assessment H446/03 in June 2027 added")).toBeTruthy();
  expect(screen.getByText("2 details").closest("details")?.open).toBe(false);
});

it("older changes are added below, and a centre that the board looks at is named", async () => {
  const user = await open(
    <BoardHistory centre="64235" />,
    {
      [OWN]: [{ entries: [secondChecker], before: "place" }],
      [`${OWN}?before=place`]: [{ entries: [act({ at: "2026-11-23T10:00:00Z", after: ["off"] })], before: null }],
    },
    true,
  );
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Centre 64235");
  await user.click(screen.getByRole("button", { name: "Show older" }));
  expect(await screen.findByText("2 changes")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
});

it("where nothing has changed, the page says what would be listed, in Welsh too", async () => {
  await open(<OwnCentreHistory />, { [OWN]: [{ entries: [], before: null }] });
  expect(screen.getByRole("status").textContent).toContain("Nothing has changed yet.");
  await speak("cy");
  expect((await screen.findByRole("status")).textContent).toContain("Nid oes dim wedi newid eto.");
});

it("whoever is no administrator is told who can give the role, and sees no change", async () => {
  await open(<OwnCentreHistory />, { "GET /api/v1/centres/64235/administrators": [{ administrators: ["Helen Head"], asked: [] }] }, false, ["view"]);
  expect(screen.getByText("Only your centre administrator sees this page.")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Ask for the role “centre administrator”" })).toBeTruthy();
});
