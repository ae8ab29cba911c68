import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { readsOutcome } from "../../sheet/outcome-read";
import { renderFor } from "../../testing/place";
import { head, mail, request, submission, summary } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Home } from "./Home";

const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const NOTICES = "GET /api/v1/me/notices";
const people = { enter: ["Asha Patel", "Owen Reid"], submit: ["Owen Reid"], limited: [] };

function open(assessments: Schemas["AssessmentSummary"][], roles: Schemas["Role"][], change: object = {}, script: Record<string, unknown[]> = {}) {
  const { centre, series } = head();
  Service.open({ [LIST]: [{ centre, series, assessments, people, departments: [], ...change }], [NOTICES]: [mail()], ...script });
  history.replaceState(null, "", "/");
  renderFor({ name: "Asha Patel", memberships: [{ centre, roles, limits: [] }] }, <Home />);
  return screen.findByRole("row", { name: /H446\/03/ });
}

const lines = () => within(screen.getByRole("heading", { name: "What is due" }).parentElement!).getAllByRole("listitem");

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("says what each assessment still lacks, each candidate counted once", async () => {
  const line = await open([summary()], ["enter marks"]);
  expect(line.textContent).toContain("8 without a mark, 14 not checked");
  expect(screen.getByRole("link", { name: "Enter marks for H446/03" }).getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03");
});

it("who may not submit is told whom to ask, and has no dead link", async () => {
  const line = await open([summary({ status: "ready", next: "submit", entered: 48, checked: 48 })], ["enter marks"]);
  expect(line.textContent).toContain("Ask Owen Reid to submit");
  expect(screen.queryByRole("link", { name: /Review and submit/ })).toBeNull();
  expect(screen.getByRole("link", { name: "Change marks for H446/03" })).toBeTruthy();
});

it("who may only see marks can ask for the role to enter them, and nobody else is offered it", async () => {
  const administrators = { "GET /api/v1/centres/64235/administrators": [{ administrators: ["Helen Head"], asked: [] }] };
  await open([summary()], ["view"], {}, administrators);
  expect(await screen.findByRole("button", { name: "Ask for the role “enter marks”" })).toBeTruthy();
  cleanup();
  await open([summary()], ["enter marks"], {}, administrators);
  expect(screen.queryByRole("button", { name: /Ask for the role/ })).toBeNull();
});

it("who may submit is led to the review", async () => {
  await open([summary({ status: "ready", next: "submit", entered: 48, checked: 48 })], ["submit marks"]);
  const link = screen.getByRole("link", { name: "Review and submit for H446/03" });
  expect(link.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/submit");
});

it("who may ask is led from an assessment to asking a colleague, and from the list to reminding", async () => {
  const asha = request();
  await open([summary({ requests: [asha, { ...asha, number: 2, groups: ["13B"] }] })], ["submit marks"]);
  expect(screen.getByRole("link", { name: "Ask a colleague for H446/03" }).getAttribute("href")).toBe("/asked?sheet=2027-06.64235.H446-03");
  expect(screen.getByRole("link", { name: "Remind 1 colleague" }).getAttribute("href")).toBe("/remind");
  cleanup();
  await open([summary({ requests: [asha] })], ["enter marks"]);
  expect(screen.queryByRole("link", { name: /^(Ask a|Remind)/ })).toBeNull();
});

it("what is left to check is checked on its own page, and can still be changed", async () => {
  await open([summary({ next: "check", entered: 48, checked: 20 })], ["enter marks"]);
  const [check, change] = ["Check marks for H446/03", "Change marks for H446/03"].map((name) => screen.getByRole("link", { name }));
  expect(check?.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/check");
  expect(change?.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03");
});

it("who may only look is told who enters, and sees the marks", async () => {
  const line = await open([summary()], ["view"]);
  expect(line.textContent).toContain("Ask Asha Patel or Owen Reid to enter marks");
  expect(screen.getByRole("link", { name: "See marks for H446/03" })).toBeTruthy();
});

it("whoever enters one assessment only goes on with that one, and hears whom to ask for another", async () => {
  const { assessment } = head();
  const other = summary({ sheet: "2027-06.64235.J277-02", assessment: { ...assessment, code: "J277/02" } });
  const { centre, series } = head();
  Service.open({ [LIST]: [{ centre, series, assessments: [summary(), other], people, departments: [] }], [NOTICES]: [mail()] });
  renderFor({ memberships: [{ centre, roles: ["view"], limits: [{ role: "enter marks", assessments: ["H446/03"] }] }] }, <Home />);
  expect((await screen.findByRole("row", { name: /H446\/03/ })).textContent).not.toContain("Ask");
  expect(screen.getByRole("row", { name: /J277\/02/ }).textContent).toContain("Ask Asha Patel or Owen Reid to enter marks");
});

it("a role that nobody holds is named", async () => {
  const line = await open([summary({ next: "submit", status: "ready" })], ["view"], { people: { enter: [], submit: [], limited: [] } });
  expect(line.textContent).toContain("Ask someone with the role “submit marks” to submit");
});

it("opens on the first series that takes marks and has entries of the centre, unless the address asks for another", async () => {
  const { centre, series } = head();
  const november = { ...series, id: "2026-11", title: "November 2026" };
  const NOVEMBER = LIST.replace("2027-06", "2026-11");
  const none = { centre, series: november, assessments: [], people, departments: [] };
  const me = { id: "u1", name: "Asha Patel", memberships: [{ centre, roles: ["enter marks" as const], limits: [] }], board: [] };
  const visit = (address: string) => {
    history.replaceState(null, "", address);
    renderFor(me, <Home />, { series: november, alsoOpen: ["2027-06"], allSeries: [series, november] });
  };
  Service.open({ [NOVEMBER]: [none, none], [LIST]: [{ centre, series, assessments: [summary()], people, departments: [] }], [NOTICES]: [mail()] });
  visit("/");
  expect(await screen.findByRole("row", { name: /H446\/03/ })).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>("Series").value).toBe("2027-06");
  cleanup();
  visit("/?series=2026-11");
  expect(await screen.findByText(/no entries for your centre in this series/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>("Series").value).toBe("2026-11");
});

it("overdue and closed are told in words", async () => {
  const late = summary({ overdue: true });
  expect((await open([late], ["enter marks"])).textContent).toContain("Overdue: still accepted");
  cleanup();
  expect((await open([summary({ overdue: true, window: "closed" })], ["enter marks"])).textContent).toContain("Closed: no more marks");
});

it("what was submitted leads to the receipt", async () => {
  await open([summary({ status: "submitted", next: "wait", submission: submission() })], ["view"]);
  const link = screen.getByRole("link", { name: "See submission for H446/03" });
  expect(link.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/submitted");
});

it("each state is a link with its number, which narrows the list and stays in the address", async () => {
  const other = summary({ sheet: "2027-06.64235.J277-02", assessment: { ...head().assessment, code: "J277/02" }, status: "ready", next: "submit" });
  await open([summary(), other], ["submit marks"]);
  expect(screen.getByRole("heading", { name: "2 assessments" })).toBeTruthy();
  await userEvent.setup().click(screen.getByRole("link", { name: "1 ready to submit" }));

  expect(location.search).toBe("?state=ready");
  expect(screen.getByRole("heading", { name: "1 of 2 assessments" })).toBeTruthy();
  expect(screen.queryByRole("row", { name: /H446\/03/ })).toBeNull();
  expect(screen.getByRole("link", { name: "Submit the 1 that is ready" }).getAttribute("href")).toBe("/submit-ready?state=ready");
  await userEvent.setup().click(screen.getByRole("link", { name: "All 2" }));
  expect(location.search).toBe("");
  expect(screen.getByRole("row", { name: /H446\/03/ })).toBeTruthy();
});

it("the address brings back the search, the department, the state and the order", async () => {
  const { centre, series } = head();
  const departments = [{ name: "Computing", qualifications: ["H446"] }];
  const old = summary({ deadline: "2027-01-01T22:59:59Z" });
  Service.open({ [LIST]: [{ centre, series, assessments: [old], people, departments }], [NOTICES]: [mail()] });
  history.replaceState(null, "", "/?series=2027-06&department=Computing&code=h446+03&state=incomplete&order=left");
  renderFor({ memberships: [{ centre, roles: ["view"], limits: [] }] }, <Home />);

  await screen.findByRole("row", { name: /H446\/03/ });
  expect(screen.getByLabelText<HTMLSelectElement>("Department").value).toBe("Computing");
  expect(screen.getByLabelText<HTMLInputElement>("Assessment code or title").value).toBe("h446 03");
  expect(screen.getByRole("link", { name: "1 incomplete" }).getAttribute("aria-current")).toBe("true");
  expect(screen.getByRole("link", { name: "Most left to do" }).getAttribute("aria-current")).toBe("true");
});

it("a search that finds nothing says so, and leads the focus to the result", async () => {
  await open([summary()], ["view"]);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Assessment code or title"), "nothing like it{Enter}");

  expect(await screen.findByText(/No assessments match/)).toBeTruthy();
  expect(document.activeElement?.textContent).toBe("0 of 1 assessments");
  await user.click(screen.getByRole("link", { name: "Show the 1 assessment of this series" }));
  expect(await screen.findByRole("row", { name: /H446\/03/ })).toBeTruthy();
  expect(location.search).toBe("?series=2027-06");
});

it("a choice that the series does not have is shown where it was made, and what is due stays that of every series", async () => {
  const { centre, series } = head();
  const earlier = { ...series, id: "2026-06", title: "June 2026" };
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const of = (which: typeof series, assessments: Schemas["AssessmentSummary"][]) => [{ centre, series: which, assessments, people, departments: [] }];
  const maths = { ...head().assessment, code: "J560/01", qualification: { code: "J560", title: "GCSE Mathematics" } };
  Service.open({
    [LIST]: of(series, [summary({ deadline: soon, requests: [request({ own: true })] })]),
    [LIST.replace("2027-06", "2026-06")]: of(earlier, [summary({ sheet: "2026-06.64235.J560-01", assessment: maths, deadline: "2026-05-15T22:59:59Z" })]),
    [NOTICES]: [mail()],
  });
  history.replaceState(null, "", "/?series=2026-06&qualification=H446");
  renderFor({ memberships: [{ centre, roles: ["submit marks"], limits: [] }] }, <Home />, { allSeries: [series, earlier] });

  expect(await screen.findByText(/No assessments match/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>("Qualification").value).toBe("H446");
  expect(await screen.findByRole("heading", { name: "You were asked" })).toBeTruthy();
  expect((await screen.findByRole("link", { name: "Enter 8 marks for H446/03" })).parentElement?.textContent).toContain("June 2027");
  await userEvent.setup().click(screen.getByRole("link", { name: "Show the 1 assessment of this series" }));
  expect(location.search).toBe("?series=2026-06");
  expect(screen.getByRole("row", { name: /J560\/01/ })).toBeTruthy();
});

it("a status that is chosen searches for what was chosen in the form too", async () => {
  const maths = { ...head().assessment, code: "J560/01", qualification: { code: "J560", title: "GCSE Mathematics" } };
  await open([summary(), summary({ sheet: "2027-06.64235.J560-01", assessment: maths })], ["view"]);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText("Qualification"), "GCSE Mathematics");
  await user.click(screen.getByRole("link", { name: "2 incomplete" }));

  expect(screen.getByRole("heading", { name: "1 of 2 assessments" })).toBeTruthy();
  expect(screen.queryByRole("row", { name: /H446\/03/ })).toBeNull();
  expect(screen.getByLabelText<HTMLSelectElement>("Qualification").value).toBe("J560");
  await user.click(screen.getByRole("link", { name: "All 1" }));
  expect(new URLSearchParams(location.search).get("state")).toBeNull();
});

it("a line says for whom and by when one was asked, until it is done", async () => {
  const asked = await open([summary({ requests: [request({ own: true, due: "2026-12-04" })] })], ["enter marks"]);
  expect(asked.textContent).toContain("For Owen Reid by 4 December 2026");
  cleanup();
  const done = await open([summary({ requests: [request({ own: true, done: true, due: "2026-12-04" })] })], ["enter marks"]);
  expect(done.textContent).not.toContain("For Owen Reid");
});

it("after a submission the row says what is left: work to send, what the board decides, the outcome", async () => {
  const after = { to_send: 15, send_by: "2027-05-20", amendments: 1, work_by: null, outcome_at: null };
  const sent = { status: "in moderation", next: "keep", submission: submission() } as const;
  const line = await open([summary({ ...sent, after })], ["submit marks"]);
  expect(line.textContent).toContain("15 to send by 20 May 2027, 1 amendment: no decision yet");
  expect(screen.getByRole("link", { name: "Send the sample for H446/03" }).getAttribute("href")).toMatch(/\/moderation$/);
  expect(screen.getByRole("link", { name: "See and print for H446/03" })).toBeTruthy();
  cleanup();

  const seen = await open([summary({ ...sent, after })], ["enter marks"]);
  expect(seen.textContent).toContain("Ask Owen Reid to send the work");
  expect(screen.queryByRole("link", { name: /Send the sample/ })).toBeNull();
  cleanup();

  const ended = { ...after, to_send: 0, send_by: null, amendments: 0, outcome_at: "2027-05-21T06:00:00Z" };
  const moderated = await open([summary({ ...sent, status: "moderated", after: ended })], ["view"]);
  expect(moderated.textContent).toContain("Outcome released 21 May 2027");
  expect(screen.getByRole("link", { name: "See the outcome for H446/03" })).toBeTruthy();
});

it("who manages the centre's people finds the roles that colleagues ask for first, and nobody else reads the people", async () => {
  const { centre, series } = head();
  const PEOPLE = "GET /api/v1/centres/64235/people";
  const asked = { person: "asha", name: "Asha Patel", role: "view", assessment: null, at: "2026-11-24T10:42:00Z" };
  const show = (roles: Schemas["Role"][]) => {
    const found = { centre, series, assessments: [summary()], people, departments: [] };
    const service = Service.open({ [LIST]: [found], [NOTICES]: [mail()], [PEOPLE]: [{ people: [], requests: [asked, asked] }] });
    history.replaceState(null, "", "/");
    renderFor({ memberships: [{ centre, roles, limits: [] }] }, <Home />);
    return service;
  };
  show(["centre administrator", "view"]);
  expect((await screen.findByRole("link", { name: "Give or decline the 2 roles that colleagues ask for" })).getAttribute("href")).toBe("/people");
  cleanup();
  Service.close();
  const service = show(["view"]);
  await screen.findByRole("heading", { name: "What is due" });
  expect(service.calls.map(({ what }) => what)).not.toContain(PEOPLE);
});

it("what is due comes first, the first seven and then all, and mail that came back before everything", async () => {
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const many = Array.from({ length: 9 }, (_, place) =>
    summary({ sheet: `2027-06.64235.T00${place}-01`, assessment: { ...head().assessment, code: `T00${place}/01` }, deadline: soon }),
  );
  const { centre, series } = head();
  const trouble = { what: "bounced", at: "2026-11-24T10:42:00Z" } as const;
  Service.open({ [LIST]: [{ centre, series, assessments: many, people, departments: [] }], [NOTICES]: [mail({ trouble })] });
  history.replaceState(null, "", "/");
  renderFor({ memberships: [{ centre, roles: ["enter marks"], limits: [] }] }, <Home />);

  await screen.findByRole("link", { name: "See why email to you came back" });
  expect(lines()).toHaveLength(8);
  await userEvent.setup().click(screen.getByRole("button", { name: "Show all 9" }));
  expect(lines()).toHaveLength(10);
  expect(lines()[1]?.textContent).toContain("3 days leftEnter 8 marks for T000/01");
  expect(lines()[1]?.textContent).toContain("You");
});

const released = (at: number) =>
  summary({
    status: "moderated",
    next: "keep",
    submission: submission(),
    after: { to_send: 0, send_by: null, amendments: 0, work_by: null, outcome_at: new Date(at).toISOString() },
  });
const outcome = () => screen.queryByRole("link", { name: "Read the outcome of moderation for H446/03" });

it("an outcome is due until this person has read it here, and again once it is released anew", async () => {
  await open([released(Date.now() - 60_000)], ["view"]);
  expect(await screen.findByRole("heading", { name: "What is due" })).toBeTruthy();
  expect(outcome()).toBeTruthy();
  cleanup();

  readsOutcome("u1", summary().sheet);
  await open([released(Date.now() - 60_000)], ["view"]);
  expect(await screen.findByText("Nothing is due.")).toBeTruthy();
  expect(outcome()).toBeNull();
  cleanup();

  await open([released(Date.now() + 1000)], ["view"]);
  expect(await screen.findByRole("heading", { name: "What is due" })).toBeTruthy();
  expect(outcome()).toBeTruthy();
  localStorage.clear();
});

it("where nothing is due it says so, and which deadline is next", async () => {
  const far = new Date(Date.now() + 40 * 86_400_000).toISOString();
  await open([summary({ deadline: far })], ["view"]);
  expect(await screen.findByText(/^Nothing is due in the next 2 weeks. The next deadline is .* \(H446\/03\), 40 days left.$/)).toBeTruthy();
});

it("speaks Welsh without losing what is typed in the search", async () => {
  await open([summary()], ["view"]);
  const code = screen.getByLabelText<HTMLInputElement>("Assessment code or title");
  await userEvent.setup().type(code, "H44");
  await speak("cy");
  await screen.findByText(/Gofynnwch i Asha Patel neu Owen Reid fewnbynnu marciau/);
  expect(screen.getByRole("option", { name: "Mehefin 2027" })).toBeTruthy();
  expect(code.isConnected).toBe(true);
  expect(code.value).toBe("H44");
});
