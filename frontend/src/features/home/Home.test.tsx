import { cleanup, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { renderFor } from "../../testing/place";
import { head, submission, summary } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Home } from "./Home";

const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const people = { enter: ["Asha Patel", "Owen Reid"], submit: ["Owen Reid"] };

function open(assessments: Schemas["AssessmentSummary"][], roles: Schemas["Role"][], change: object = {}) {
  const { centre, series } = head();
  Service.open({ [LIST]: [{ centre, series, assessments, people, ...change }] });
  history.replaceState(null, "", "/");
  renderFor({ name: "Asha Patel", memberships: [{ centre, roles }] }, <Home />);
  return screen.findByRole("row", { name: /H446\/03/ });
}

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

it("who may submit is led to the review", async () => {
  await open([summary({ status: "ready", next: "submit", entered: 48, checked: 48 })], ["submit marks"]);
  const link = screen.getByRole("link", { name: "Review and submit for H446/03" });
  expect(link.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/submit");
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

it("a role that nobody holds is named", async () => {
  const line = await open([summary({ next: "submit", status: "ready" })], ["view"], { people: { enter: [], submit: [] } });
  expect(line.textContent).toContain("Ask someone with the role “submit marks” to submit");
});

it("opens on the first series that takes marks and has entries of the centre, unless the address asks for another", async () => {
  const { centre, series } = head();
  const november = { ...series, id: "2026-11", title: "November 2026" };
  const NOVEMBER = LIST.replace("2027-06", "2026-11");
  const none = { centre, series: november, assessments: [], people };
  const me = { id: "u1", name: "Asha Patel", memberships: [{ centre, roles: ["enter marks" as const] }], board: [] };
  const visit = (address: string) => {
    history.replaceState(null, "", address);
    renderFor(me, <Home />, { series: november, alsoOpen: ["2027-06"], allSeries: [series, november] });
  };
  Service.open({ [NOVEMBER]: [none, none], [LIST]: [{ centre, series, assessments: [summary()], people }] });
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
  expect((await open([late], ["enter marks"])).textContent).toContain("Overdue: accepted, but recorded as late");
  cleanup();
  expect((await open([summary({ overdue: true, window: "closed" })], ["enter marks"])).textContent).toContain("Closed: the board accepts no more marks");
});

it("what was submitted leads to the receipt", async () => {
  await open([summary({ status: "submitted", next: "wait", submission: submission() })], ["view"]);
  const link = screen.getByRole("link", { name: "See submission for H446/03" });
  expect(link.getAttribute("href")).toBe("/sheets/2027-06.64235.H446-03/submitted");
});

it("speaks Welsh without losing what is typed in the search", async () => {
  await open([summary()], ["view"]);
  const code = screen.getByLabelText<HTMLInputElement>("Assessment code");
  await userEvent.setup().type(code, "H44");
  await speak("cy");
  await screen.findByText(/Gofynnwch i Asha Patel neu Owen Reid fewnbynnu marciau/);
  expect(screen.getByRole("option", { name: "Mehefin 2027" })).toBeTruthy();
  expect(code.isConnected).toBe(true);
  expect(code.value).toBe("H44");
});
