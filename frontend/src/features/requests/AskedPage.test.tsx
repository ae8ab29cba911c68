import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { renderFor } from "../../testing/place";
import { head, request, summary } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { AskedPage } from "./AskedPage";

const SHEET = "2027-06.64235.H446-03";
const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const LOOK = `GET /api/v1/sheets/${SHEET}/requests`;
const ASK = `POST /api/v1/sheets/${SHEET}/requests`;
const ONE = `/api/v1/sheets/${SHEET}/requests/1`;
const REMIND = "POST /api/v1/centres/64235/series/2027-06/reminders";

const listed = (requests: Schemas["RequestOut"][]) => {
  const { centre, series } = head();
  return { centre, series, people: { enter: ["Asha Patel"], submit: ["Owen Reid"], limited: [] }, assessments: [summary({ requests })] };
};
const known = { sheet: SHEET, last_day: "2027-05-15", requests: [], groups: ["13A", "13B"], people: [{ id: "asha", name: "Asha Patel" }], reach: {} };

async function open(lists: Schemas["RequestOut"][][], script: Record<string, unknown[]> = {}, roles: Schemas["Role"][] = ["submit marks"]) {
  const service = Service.open({ [LIST]: lists.map(listed), [LOOK]: [known], ...script });
  history.replaceState(null, "", `/asked?sheet=${SHEET}`);
  renderFor({ memberships: [{ centre: head().centre, roles, limits: [] }] }, <AskedPage />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}
const sent = (service: Service, what: string) => service.calls.filter((call) => call.what === what).map(({ body }) => body);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2027-04-28T12:00:00Z") });
});
afterEach(async () => {
  cleanup();
  Service.close();
  vi.useRealTimers();
  await speak("en");
});

it("an officer asks a colleague for two groups by a date, and sees it in the list", async () => {
  const { service, user } = await open([[], [request({ groups: ["13A", "13B"] })]], { [ASK]: [{}] });
  for (const group of ["13B", "13A"]) await user.click(await screen.findByLabelText(group));
  await user.selectOptions(screen.getByLabelText("Colleague"), "asha");
  fireEvent.input(screen.getByLabelText("Date for your centre"), { target: { value: "2027-05-03" } });
  await user.click(screen.getByRole("button", { name: "Ask Asha Patel" }));
  expect(await screen.findByText("We asked Asha Patel.")).toBeTruthy();
  expect(sent(service, ASK)).toEqual([{ to: "asha", groups: ["13A", "13B"], due: "2027-05-03" }]);
  expect(screen.getByRole("row", { name: /H446\/03 Programming project, groups 13A, 13B/ }).textContent).toContain("8 without a mark, 14 not checked");
});

it("what the form lacks is said at each box", async () => {
  const { user } = await open([[]]);
  await screen.findByLabelText("Colleague");
  await user.click(screen.getByRole("button", { name: "Ask" }));
  expect(screen.getAllByRole("link", { name: /Choose/ }).map((link) => link.getAttribute("href"))).toEqual(["#to", "#due"]);
  fireEvent.input(screen.getByLabelText("Date for your centre"), { target: { value: "2027-05-16" } });
  expect(await screen.findByText("Choose 15 May 2027 or an earlier day", { selector: ".govuk-error-message" })).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Date for your centre"), { target: { value: "2027-04-27" } });
  expect(await screen.findByText("That day has passed. Choose today or a later day", { selector: ".govuk-error-message" })).toBeTruthy();
});

it("a refusal is said at the form, and what was chosen stays", async () => {
  const { user } = await open([[]], { [ASK]: [problem(409, "already-asked", "Asha Patel is already asked.")] });
  await user.selectOptions(await screen.findByLabelText("Colleague"), "asha");
  fireEvent.input(screen.getByLabelText("Date for your centre"), { target: { value: "2027-05-03" } });
  await user.click(screen.getByRole("button", { name: "Ask Asha Patel" }));
  expect(await screen.findByText("This colleague is already asked for these marks. Change the date instead.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>("Colleague").value).toBe("asha");
});

it("several are reminded together, and each result and what happens to the email is said once", async () => {
  const results = [
    { sheet: SHEET, number: 1, result: "reminded", by: null, reached: "off" },
    { sheet: SHEET, number: 2, result: "reminded", by: null, reached: "off" },
    { sheet: SHEET, number: 3, result: "reminded today", by: "Mair Pugh", reached: null },
  ];
  const asked = [
    request(),
    request({ number: 2, groups: ["13B"] }),
    request({ number: 3, to: { id: "ben", name: "Ben Okoro" } }),
    request({ number: 4, done: true }),
  ];
  const { service, user } = await open([asked], { [REMIND]: [{ results }] });
  await user.click(screen.getByRole("button", { name: "Choose all 3 that are not complete" }));
  await user.click(screen.getByRole("button", { name: "Remind of the 3 chosen" }));
  const said = await screen.findByText(/We reminded Asha Patel/);
  expect(said.textContent).toContain(
    "We reminded Asha Patel. Asha Patel has turned these emails off, and sees it here after signing in. Mair Pugh reminded Ben Okoro today.",
  );
  expect(sent(service, REMIND)).toEqual([{ requests: [1, 2, 3].map((number) => ({ sheet: SHEET, number })) }]);
});

it("nobody is reminded when none is chosen", async () => {
  const { service, user } = await open([[request()]]);
  await user.click(screen.getByRole("button", { name: "Remind those chosen" }));
  expect(screen.getByText("Choose at least one to remind of")).toBeTruthy();
  expect(sent(service, REMIND)).toEqual([]);
});

it("who was reminded today has no button for it, and the row says by whom", async () => {
  await open([[request({ reminded_today: true, reminded_by: "Owen Reid", reminded_at: "2027-04-28T08:00:00Z" })]]);
  expect(screen.getByText("Reminded today by Owen Reid")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Remind Asha Patel/ })).toBeNull();
});

it("a date is changed where it stands", async () => {
  const { service, user } = await open([[request()], [request({ due: "2027-05-10" })]], { [`PUT ${ONE}`]: [{}] });
  const row = screen.getByRole("row", { name: /Programming project/ });
  await user.click(within(row).getByRole("button", { name: /^Change date/ }));
  fireEvent.input(within(row).getByLabelText("Date for your centre"), { target: { value: "2027-05-10" } });
  await user.click(within(row).getByRole("button", { name: "Save date" }));
  expect(await screen.findByText("The date is now 10 May 2027.")).toBeTruthy();
  expect(sent(service, `PUT ${ONE}`)).toEqual([{ to: "asha", groups: [], due: "2027-05-10" }]);
});

it("what was taken back can be asked again", async () => {
  const { service, user } = await open([[request()], [], [request()]], { [`DELETE ${ONE}`]: [{}], [ASK]: [{}] });
  await user.click(screen.getByRole("button", { name: /^Take back/ }));
  await screen.findByText(/Asha Patel is no longer asked/);
  await user.click(screen.getByRole("button", { name: "Ask again" }));
  await waitFor(() => expect(sent(service, ASK)).toEqual([{ to: "asha", groups: [], due: "2027-05-03" }]));
  expect(await screen.findByText("We asked Asha Patel.")).toBeTruthy();
});

it("who may not ask sees the list and whom to contact", async () => {
  await open([[request()]], {}, ["enter marks"]);
  expect(screen.getByText("To ask a colleague for marks, contact Owen Reid.")).toBeTruthy();
  expect(screen.getByRole("row", { name: /Programming project/ })).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("says that nobody was asked", async () => {
  await open([[]]);
  expect(screen.getByText("Nobody is asked for marks in this series.")).toBeTruthy();
});

it("in Welsh the series has its Welsh month", async () => {
  await speak("cy");
  await open([[]]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Mehefin 2027");
});
