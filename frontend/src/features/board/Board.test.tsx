import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { BOARD_OFFICE } from "../../auth/centre";
import { Menu } from "../../app/Menu";
import { renderFor } from "../../testing/place";
import { amendment, amendments, boardLine, consortium, head, member, moderation, row, sampled, submission } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Board } from "./Board";
import { BoardSheet } from "./BoardSheet";

const SHEET = "2027-06.64235.H446-03";
const AT = `/api/v1/sheets/${SHEET}`;
const BOARD = `/api/v1/board/sheets/${SHEET}`;
const me = { id: "u9", name: "Mo Derator", memberships: [], board: ["board moderation" as const] };
const notStarted = moderation({ state: "not started", moderator: null, method: null, due: null, sample: [], pool: 0, centres: [] });

const allSent = moderation({ sample: [sampled({ state: "sent" })] });

async function open(page: preact.JSX.Element, script: Record<string, unknown[]>) {
  const service = Service.open(script);
  renderFor(me, page, { centre: BOARD_OFFICE });
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}
const sheet = (script: Record<string, unknown[]> = {}) =>
  open(<BoardSheet sheet={SHEET} />, {
    [`GET ${AT}?page=all`]: [
      { ...head({ status: "confirmed", submission: submission() }), page: null, pages: 1, rows: [row({ outcome: { kind: "mark", mark: 45 } })] },
    ],
    [`GET ${AT}/amendments`]: [amendments()],
    [`GET ${AT}/moderation`]: [notStarted],
    [`GET ${BOARD}/consortium`]: [consortium()],
    [`GET ${AT}/sense`]: [{ senses: [] }],
    ...script,
  });
const sent = (service: Service, what: string) => service.calls.filter((call) => call.what === what).map(({ body }) => body);

afterEach(() => {
  cleanup();
  Service.close();
});

it("every centre's sheets are listed, and left by centre", async () => {
  const other = boardLine({ sheet: "2027-06.64999.H446-03", centre: { number: "64999", name: "Test Town School" }, amendments_waiting: 1 });
  const { user } = await open(<Board />, { "GET /api/v1/board/series/2027-06/sheets": [{ sheets: [boardLine(), other] }] });
  expect(await screen.findByText("2 mark sheets")).toBeTruthy();
  await user.type(screen.getByLabelText("Centre number or name"), "town");
  expect(await screen.findByText("1 mark sheet")).toBeTruthy();
  expect(screen.getByRole("row", { name: /64999/ }).textContent).toContain("1 amendment to decide");
  expect(screen.getByRole("link", { name: "H446/03 64999" }).getAttribute("href")).toBe("/board/2027-06.64999.H446-03");
});

it("people of the board alone have no centre's menu", () => {
  const { series } = head();
  render(<Menu place={{ me, centre: BOARD_OFFICE, series, allSeries: [series], choose: () => {}, reload: async () => {} }} />);
  expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["Exam board", "Help"]);
});

it("moderation is started with a moderator, an address and a number of working days", async () => {
  const { service, user } = await sheet({ [`POST ${BOARD}/moderation`]: [moderation()] });
  await user.click(screen.getByRole("button", { name: "Start moderation" }));
  expect(screen.getByText("Name the moderator", { selector: ".govuk-error-message" })).toBeTruthy();
  await user.type(screen.getByLabelText("Moderator"), "Mo Derator");
  await user.type(screen.getByLabelText("Moderator's address"), "1 High Street{Enter}Cambridge");
  await user.click(screen.getByRole("button", { name: "Start moderation" }));
  expect(await screen.findByText("Moderation was started and the sample requested.")).toBeTruthy();
  expect(sent(service, `POST ${BOARD}/moderation`)).toEqual([
    { moderator: { name: "Mo Derator", address: ["1 High Street", "Cambridge"] }, method: "post", working_days: 3 },
  ]);
});

it("a consortium cannot be started before every centre is ready, and the page says who is missing", async () => {
  const other = member({ centre: { number: "58410", name: "Llys Derwen School" }, sheet: "2027-06.58410.H446-03", status: "ready", lacks: "submission" });
  await sheet({ [`GET ${BOARD}/consortium`]: [consortium({ ready: false, centres: [other, member()] })] });
  expect(screen.getByText("This centre is moderated together with 58410 Llys Derwen School.")).toBeTruthy();
  expect(screen.getByText("Moderation cannot start yet: 1 centre is not ready.")).toBeTruthy();
  expect(screen.getByRole("row", { name: /58410/ }).textContent).toContain("Its marks are not submitted yet");
  expect(screen.getByRole("link", { name: "58410 Llys Derwen School" }).getAttribute("href")).toBe("/board/2027-06.58410.H446-03");
  expect(screen.queryByRole("button", { name: "Start moderation" })).toBeNull();
});

it("a consortium whose every mark is confirmed is started whole, which the page says before", async () => {
  const other = member({ centre: { number: "58410", name: "Llys Derwen School" }, sheet: "2027-06.58410.H446-03" });
  await sheet({ [`GET ${BOARD}/consortium`]: [consortium({ centres: [other, member()] })] });
  expect(screen.getByText(/When you start moderation, it starts at every centre/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Start moderation" })).toBeTruthy();
});

it("an amendment is accepted with a note, or its work asked for first", async () => {
  const waits = amendments({ at_once: false, amendments: [amendment()] });
  const accept = `POST ${BOARD}/amendments/1/decision`;
  const work = `POST ${BOARD}/amendments/1/work`;
  const { service, user } = await sheet({ [`GET ${AT}/amendments`]: [waits], [`GET ${AT}/moderation`]: [moderation()], [accept]: [waits], [work]: [waits] });
  await user.click(screen.getByText("Request the work first"));
  await user.type(screen.getByLabelText("Send it to"), "1 High Street");
  await user.click(screen.getByRole("button", { name: "Request the work" }));
  expect(await screen.findByText("The work for amendment 1 was requested from the centre.")).toBeTruthy();
  expect(sent(service, work)).toMatchObject([{ candidates: ["1051"], send_to: "1 High Street" }]);
  await user.type(screen.getByLabelText("Note to the centre"), "Agreed.");
  await user.click(screen.getByRole("button", { name: "Accept amendment 1" }));
  expect(await screen.findByText(/Amendment 1 was accepted/)).toBeTruthy();
  expect(sent(service, accept)).toEqual([{ decision: "accept", note: "Agreed." }]);
});

it("an amendment is declined with a note alone, and the centre reads it", async () => {
  const waits = amendments({ at_once: false, amendments: [amendment()] });
  const decline = `POST ${BOARD}/amendments/1/decision`;
  const { service, user } = await sheet({ [`GET ${AT}/amendments`]: [waits], [`GET ${AT}/moderation`]: [moderation()], [decline]: [waits] });
  const note = screen.getByLabelText("Note to the centre");
  await user.click(screen.getByRole("button", { name: "Decline amendment 1" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "There is a problem" }).parentElement);
  await user.click(screen.getByRole("link", { name: "Tell the centre why you decline" }));
  expect(document.activeElement).toBe(note);
  await user.type(note, "The work shows 45.");
  expect(screen.queryByText("Tell the centre why you decline", { selector: "p" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Decline amendment 1" }));
  expect(await screen.findByText(/Amendment 1 was declined/)).toBeTruthy();
  expect(sent(service, decline)).toEqual([{ decision: "decline", note: "The work shows 45." }]);
});

it("after a lost answer the page shows what the service has: the amendment that was accepted", async () => {
  const [waits, accepted] = (["pending", "applied"] as const).map((state) => amendments({ at_once: false, amendments: [amendment({ state })] }));
  const { user } = await sheet({ [`GET ${AT}/amendments`]: [waits, accepted], [`POST ${BOARD}/amendments/1/decision`]: ["lost"] });
  await user.click(screen.getByRole("button", { name: "Accept amendment 1" }));
  expect(await screen.findByText("Made")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Accept amendment 1" })).toBeNull();
});

it("after a lost answer nothing is claimed of what the service does not show, and what was typed stays", async () => {
  const { user } = await sheet({ [`POST ${BOARD}/moderation`]: ["lost"] });
  await user.type(screen.getByLabelText("Moderator"), "Mo Derator");
  await user.type(screen.getByLabelText("Moderator's address"), "1 High Street");
  await user.click(screen.getByRole("button", { name: "Start moderation" }));
  expect((await screen.findByText(/we do not know whether this was done/)).textContent).toContain("Check what is recorded before you try again");
  expect((screen.getByLabelText("Moderator") as HTMLInputElement).value).toBe("Mo Derator");
});

/** Look at an outcome before it counts, and record it. */
async function reviewAndRecord(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  const seen = (await screen.findByRole("dialog")).textContent;
  await user.click(screen.getByRole("button", { name: "Record the outcome" }));
  return seen;
}

it("an outcome says when the centre is told, and with a line that cannot be read is not recorded", async () => {
  const record = `POST ${BOARD}/moderation/outcome`;
  const { service, user } = await sheet({ [`GET ${AT}/moderation`]: [allSent], [record]: [allSent] });
  expect(screen.getByText("We email the centre at 7am, once it can see the outcome.")).toBeTruthy();
  await user.type(screen.getByLabelText("Adjusted marks"), "1051 99");
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  expect(screen.getByText("Line 1: 1051, 99. The maximum mark is 70.", { selector: "p" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Line 1: 1051, 99. The maximum mark is 70." })).toBeTruthy();
  await user.clear(screen.getByLabelText("Adjusted marks"));
  await user.type(screen.getByLabelText("Adjusted marks"), "1051 42");
  expect(await reviewAndRecord(user)).toMatch(/1 mark adjusted1051 JONES Amelia: 45 → 42.*Today, at once\. After that nobody can change it/);
  await screen.findByText("The outcome was recorded.");
  expect(sent(service, record)).toMatchObject([{ adjusted: [{ candidate: "1051", outcome: { kind: "mark", mark: 42 } }] }]);
});

it("an outcome before all the work was sent is asked about once", async () => {
  const record = `POST ${BOARD}/moderation/outcome`;
  const some = moderation({ sample: [sampled(), sampled({ candidate: "1052", state: "sent" }), sampled({ candidate: "1053", state: "lost" })] });
  const { service, user } = await sheet({ [`GET ${AT}/moderation`]: [some], [record]: [some] });
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  const question = { name: "1 of 3 pieces of work was not sent. Record the outcome anyway?" };
  await user.click(within(await screen.findByRole("dialog", question)).getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(sent(service, record)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  await user.click(within(await screen.findByRole("dialog", question)).getByRole("button", { name: "Record the outcome" }));
  await screen.findByText("The outcome was recorded.");
  expect(sent(service, record)).toHaveLength(1);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("a release day that has passed is said at its field, before anything is asked", async () => {
  const some = moderation({ sample: [sampled(), sampled({ candidate: "1052", state: "sent" })] });
  const { service, user } = await sheet({ [`GET ${AT}/moderation`]: [some] });
  const day = screen.getByLabelText("The centre can see it from") as HTMLInputElement;
  fireEvent.input(day, { target: { value: "2020-01-01" } });
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  await user.click(await screen.findByRole("link", { name: "That day has passed. Choose today or a later day." }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(day);
  expect(sent(service, `POST ${BOARD}/moderation/outcome`)).toEqual([]);
});

it("a note that is too long is said and not cut, and is not sent", async () => {
  const { service, user } = await sheet({ [`GET ${AT}/moderation`]: [allSent] });
  const note = screen.getByLabelText("Feedback to the centre") as HTMLTextAreaElement;
  fireEvent.input(note, { target: { value: "x".repeat(1001) } });
  expect(await screen.findByText("This is 1 character too long. Shorten it.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Review the outcome" }));
  expect(note.value).toHaveLength(1001);
  expect(document.activeElement).toBe(note);
  expect(sent(service, `POST ${BOARD}/moderation/outcome`)).toEqual([]);
});

it("an outcome that the centre has not seen yet is there to be changed and replaced", async () => {
  const record = `POST ${BOARD}/moderation/outcome`;
  const adjusted = [{ candidate: "1051", name: "JONES Amelia", centre: { kind: "mark" as const, mark: 45 }, adjusted: { kind: "mark" as const, mark: 42 } }];
  const outcome = { result: "adjusted" as const, note: "Too generous.", adjusted, release_at: "2099-07-01T23:00:00Z" };
  const recorded = moderation({ ...allSent, state: "outcome recorded", outcome });
  const { service, user } = await sheet({ [`GET ${AT}/moderation`]: [recorded], [record]: [recorded] });
  expect(screen.getByText(/replaces the outcome recorded before/)).toBeTruthy();
  await user.type(screen.getByLabelText("Feedback to the centre"), " See unit 2.");
  expect(await reviewAndRecord(user)).toContain("2 July 2099. Until then you can change it here");
  await screen.findByText("The outcome was recorded.");
  expect(sent(service, record)).toEqual([
    { adjusted: [{ candidate: "1051", outcome: { kind: "mark", mark: 42 } }], note: "Too generous. See unit 2.", release_at: "2099-07-01T23:00:00.000Z" },
  ]);
});
