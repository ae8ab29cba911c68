import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { speak } from "../../i18n/words";
import { renderFor } from "../../testing/place";
import { head, moreTime, submission } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { MoreTime } from "./MoreTime";

const SHEET = "2027-06.64235.H446-03";
const LOOK = `GET /api/v1/sheets/${SHEET}?page=1`;
const ASK = `POST /api/v1/sheets/${SHEET}/extension`;
const sheet = (change: Parameters<typeof head>[0] = {}) => ({ ...head(change), page: 1, pages: 1, rows: [] });

async function open(looks: unknown[], answers: unknown[] = [{}]) {
  const service = Service.open({ [LOOK]: looks, [ASK]: answers });
  renderFor({}, <MoreTime sheet={SHEET} />);
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}
const ask = () => screen.queryByRole("button", { name: "Send request" });

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("more time is asked for until a day, with a reason, and then the board has to decide", async () => {
  const { service, user } = await open([sheet(), sheet({ extension: moreTime() })]);
  await user.click(ask()!);
  expect(screen.getByText("Choose the last day you need", { selector: ".govuk-error-message" })).toBeTruthy();
  expect(screen.getAllByRole("link", { name: /Choose the last day|Explain|Say/ }).map((link) => link.getAttribute("href"))).toEqual(["#until", "#reason"]);
  expect(document.activeElement?.className).toBe("govuk-error-summary");
  fireEvent.input(screen.getByLabelText("Last day you need"), { target: { value: "2027-05-15" } });
  expect(await screen.findByText("Choose a day after 15 May 2027", { selector: ".govuk-error-message" })).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Last day you need"), { target: { value: "2027-05-22" } });
  await user.click(ask()!);
  expect(screen.getByRole("link", { name: /Explain|Say/ }).getAttribute("href")).toBe("#reason");
  await user.type(screen.getByLabelText("Why you need more time"), " The teacher is ill. ");
  await user.click(ask()!);
  expect(await screen.findByText("Your request was sent to the board.")).toBeTruthy();
  expect(screen.getByText("The board has not decided yet")).toBeTruthy();
  expect(ask()).toBeNull();
  const sent = service.calls.filter(({ what }) => what === ASK).map(({ body }) => body);
  expect(sent).toEqual([{ until: "2027-05-22", reason: "The teacher is ill." }]);
});

it("a refusal is said where it was asked, and what was typed stays", async () => {
  const { user } = await open([sheet()], [problem(409, "extension-open", "One is open.")]);
  fireEvent.input(screen.getByLabelText("Last day you need"), { target: { value: "2027-05-22" } });
  await user.type(screen.getByLabelText("Why you need more time"), "Flood");
  await user.click(ask()!);
  expect(await screen.findByText("The board has not decided on your last extension request yet.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Why you need more time").value).toBe("Flood");
});

it("after a refusal of the board's one may ask again, and sees its note", async () => {
  const decided = { by: "Exam board", at: "2026-11-25T10:00:00Z", note: "Too long." };
  await open([sheet({ extension: moreTime({ granted: false, decided }) })]);
  expect(screen.getByText("Declined, 25 November 2026 at 10:00")).toBeTruthy();
  expect(screen.getByText("Too long.")).toBeTruthy();
  expect(ask()).toBeTruthy();
});

it("who may not submit sees it and is told whom to turn to", async () => {
  await open([sheet({ may: { enter: true, submit: false } })]);
  expect(screen.getByText("To request an extension, contact Owen Reid.")).toBeTruthy();
  expect(ask()).toBeNull();
});

it("submitted marks need no more time, unless there are late entries", async () => {
  await open([sheet({ submission: submission() })]);
  expect(screen.getByText("These marks are submitted, so you do not need an extension.")).toBeTruthy();
  cleanup();
  await open([sheet({ submission: submission(), late_entries: 1 })]);
  expect(ask()).toBeTruthy();
});
