import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { hasReadOutcome } from "../../sheet/outcome-read";
import { renderFor } from "../../testing/place";
import { head, moderation, sampled, submission } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { Moderation } from "./Moderation";
import { Outcome } from "./Outcome";

const SHEET = "2027-06.64235.H446-03";
const HEAD = `GET /api/v1/sheets/${SHEET}?page=1`;
const LOOK = `GET /api/v1/sheets/${SHEET}/moderation`;
const SENT = `POST /api/v1/sheets/${SHEET}/moderation/sent`;
const LOST = `POST /api/v1/sheets/${SHEET}/moderation/lost`;
const told = { by: "Owen Reid", at: "2026-11-25T09:00:00Z", note: "Parcel 7" };

async function open(now = moderation(), script: Record<string, unknown[]> = {}) {
  const sheet = { ...head({ status: "confirmed", submission: submission() }), page: 1, pages: 1, rows: [] };
  const service = Service.open({ [HEAD]: [sheet], [LOOK]: [now], ...script });
  renderFor({}, <Moderation sheet={SHEET} />);
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}
const mark = (value: number) => ({ kind: "mark" as const, mark: value });
const line = (candidate: string) => screen.getByRole("row", { name: new RegExp(candidate) }).textContent;
const sentBody = (service: Service) => service.calls.find(({ what }) => what === SENT)?.body;

afterEach(() => {
  cleanup();
  Service.close();
  vi.unstubAllGlobals();
});

it("the sample is listed with its reasons, the day, the moderator and an address to print", async () => {
  const print = vi.fn<() => void>();
  const { user } = await open();
  vi.stubGlobal("print", print);
  expect(line("1051")).toContain("Highest mark");
  expect(line("1052")).toContain("Chosen to cover the range of marks");
  expect(screen.getByText("1 December 2026")).toBeTruthy();
  expect(screen.getByText("2 drawn from 48 candidates")).toBeTruthy();
  expect(screen.getByText("1 High Street")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Print the label" }));
  expect(print).toHaveBeenCalledTimes(1);
});

it("a centre of a consortium is told with whom it is moderated, and its part of the sample from that of all", async () => {
  const centres = [
    { number: "58410", name: "Llys Derwen School" },
    { number: "64235", name: "Harbour View Academy" },
  ];
  await open(moderation({ centres }));
  expect(screen.getByText(/is moderated together with 58410 Llys Derwen School\. There is one sample/)).toBeTruthy();
  expect(screen.getByText("58410 Llys Derwen School and 64235 Harbour View Academy")).toBeTruthy();
  expect(screen.getByText("2 of your centre's candidates, in a sample drawn from 48 candidates at all the centres")).toBeTruthy();
});

it("work that was ticked is marked as sent, with who and how", async () => {
  const sent = moderation({ sample: [sampled({ state: "sent", told }), sampled({ candidate: "1052" })] });
  const { service, user } = await open(moderation(), { [SENT]: [sent] });
  await user.click(screen.getByRole("button", { name: "Review what was sent" }));
  expect(screen.getByText("Tick the candidates whose work was sent", { selector: ".govuk-error-message" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Tick the candidates whose work was sent" }).getAttribute("href")).toBe("#sent-1051");
  expect(screen.getByLabelText(/Sent: 1051/).getAttribute("aria-invalid")).toBe("true");
  await user.click(screen.getByLabelText("Sent: 1051 JONES Amelia"));
  await user.type(screen.getByLabelText("How it was sent"), "Parcel 7");
  await user.click(screen.getByRole("button", { name: "Review what was sent" }));
  const review = await screen.findByRole("dialog", { name: "Record 1 candidate's work as sent?" });
  expect(review.textContent).toMatch(/1051 JONES Amelia.*Parcel 7.*1 candidate's work/);
  expect(sentBody(service)).toBeUndefined();
  await user.click(screen.getByRole("button", { name: "Back" }));
  expect(screen.getByLabelText<HTMLInputElement>("How it was sent").value).toBe("Parcel 7");
  await user.click(screen.getByRole("button", { name: "Review what was sent" }));
  await user.click(await screen.findByRole("button", { name: "Record as sent" }));
  expect(await screen.findByText("1 candidate's work is recorded as sent.")).toBeTruthy();
  expect(sentBody(service)).toEqual({ candidates: ["1051"], note: "Parcel 7" });
  expect(line("1051")).toContain("25 November 2026 at 09:00 by Owen Reid · Parcel 7");
});

it("all that is still to send is ticked at once", async () => {
  const { service, user } = await open(moderation(), { [SENT]: [moderation()] });
  await user.click(screen.getByRole("button", { name: "Tick all 2 still to send" }));
  await user.click(screen.getByRole("button", { name: "Review what was sent" }));
  await user.click(await screen.findByRole("button", { name: "Record as sent" }));
  await screen.findByText("2 candidates' work is recorded as sent.");
  expect(sentBody(service)).toEqual({ candidates: ["1051", "1052"], note: "" });
});

it("what was recorded as sent is corrected with a reason, and its label can still be printed", async () => {
  const sent = moderation({ sample: [sampled({ state: "sent", told }), sampled({ candidate: "1052", state: "sent", told })] });
  const corrected = moderation({ sample: [sampled({ told: { ...told, note: "Left on the shelf" } }), sampled({ candidate: "1052", state: "sent", told })] });
  const { service, user } = await open(sent, { [SENT]: [corrected, sent] });
  expect(screen.getByRole("button", { name: "Print the label" })).toBeTruthy();
  await user.click(screen.getByText("Correct what was recorded as sent"));
  await user.click(screen.getByRole("button", { name: "Correct the record" }));
  expect(screen.getAllByRole("link", { name: /Tick the candidates whose|Choose what is right|Say why the record/ })).toHaveLength(3);
  await user.click(screen.getByRole("checkbox", { name: "1051 JONES Amelia" }));
  await user.click(screen.getByLabelText("It was not sent after all"));
  await user.type(screen.getByLabelText("Why the record was wrong"), "Left on the shelf");
  await user.click(screen.getByRole("button", { name: "Correct the record" }));
  expect(await screen.findByText("1 candidate's work is recorded as not sent.")).toBeTruthy();
  expect(sentBody(service)).toEqual({ candidates: ["1051"], note: "", correction: { sent: false, reason: "Left on the shelf" } });
  expect(line("1051")).toContain("Left on the shelf");
  expect(screen.getByLabelText("Sent: 1051 JONES Amelia")).toBeTruthy();
});

it("another tracking number is given to all that was recorded as sent", async () => {
  const sent = moderation({ sample: [sampled({ state: "sent", told }), sampled({ candidate: "1052", state: "sent", told })] });
  const { service, user } = await open(sent, { [SENT]: [sent] });
  await user.click(screen.getByText("Correct what was recorded as sent"));
  await user.click(screen.getByRole("button", { name: "Tick all 2 recorded as sent" }));
  await user.click(screen.getByLabelText("It was sent another way, or with another tracking number"));
  await user.type(screen.getByLabelText("How it was sent"), "AB 123");
  await user.type(screen.getByLabelText("Why the record was wrong"), "Misread");
  await user.click(screen.getByRole("button", { name: "Correct the record" }));
  expect(await screen.findByText("How 2 candidates' work was sent is corrected.")).toBeTruthy();
  expect(sentBody(service)).toEqual({ candidates: ["1051", "1052"], note: "AB 123", correction: { sent: true, reason: "Misread" } });
});

it("lost work is reported with what happened, and another stands in for it", async () => {
  const lost = moderation({
    sample: [sampled({ state: "lost", told }), sampled({ candidate: "1053", name: "LEE Kai", why: "replacement", replaces: "1051" })],
  });
  const { service, user } = await open(moderation(), { [LOST]: [problem(409, "conflict", "It was sent."), lost] });
  await user.click(screen.getByText("Work is lost"));
  await user.click(screen.getByRole("button", { name: "Report lost work" }));
  expect(screen.getByText("Choose whose work is lost", { selector: ".govuk-error-message" })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Whose work is lost"), "1051 JONES Amelia");
  await user.type(screen.getByLabelText("What happened"), "A flood.");
  await user.click(screen.getByRole("button", { name: "Report lost work" }));
  expect(await screen.findByText("It was sent.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Report lost work" }));
  await screen.findByText("The work of candidate 1051 is reported lost.");
  expect(service.calls.findLast(({ what }) => what === LOST)?.body).toEqual({ candidate: "1051", explanation: "A flood." });
  expect(line("1053")).toContain("In place of 1051, whose work is lost");
});

it("the work of a candidate who was withdrawn says so, is not asked for and does not count", async () => {
  const withdrawn = sampled({ state: "withdrawn", outcome: null, told: { ...told, by: "Board operator", note: "Moved away" } });
  await open(moderation({ sample: [withdrawn, sampled({ candidate: "1052", name: "KHAN Aisha" })] }));
  expect(line("1051")).toContain("Withdrawn25 November 2026 at 09:00 by Board operator · Moved away");
  expect(screen.getByText("1 drawn from 48 candidates")).toBeTruthy();
  expect(screen.queryByLabelText("Sent: 1051 JONES Amelia")).toBeNull();
  expect(screen.queryByRole("option", { name: "1051 JONES Amelia" })).toBeNull();
  expect(screen.getByRole("button", { name: "Tick all 1 still to send" })).toBeTruthy();
});

it("before moderation there is nothing to do", async () => {
  await open(moderation({ state: "not started", moderator: null, method: null, due: null, sample: [], pool: 0, centres: [] }));
  expect(screen.getByText(/has not started/)).toBeTruthy();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Moderation"]);
});

it("the outcome shows the board's marks beside the centre's", async () => {
  const adjusted = [{ candidate: "1051", name: "JONES Amelia", centre: mark(45), adjusted: mark(42) }];
  await open(
    moderation({ state: "outcome recorded", sample: [], outcome: { result: "adjusted", adjusted, note: "Lenient.", release_at: "2027-08-01T08:00:00Z" } }),
  );
  expect(line("1051")).toBe("1051 JONES Amelia4542");
  expect(screen.getByText("Lenient.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Record as sent" })).toBeNull();
});

const releasedAt = (release_at: string) =>
  moderation({ state: "outcome recorded", sample: [], outcome: { result: "accepted", adjusted: [], note: "", release_at } });
it("an outcome that may be seen is remembered as read, by whoever reads it", async () => {
  await open(releasedAt("2099-08-01T08:00:00Z"));
  expect(hasReadOutcome("u1", SHEET, "2026-11-01T08:00:00Z")).toBe(false);
  cleanup();
  await open(releasedAt("2026-11-01T08:00:00Z"));
  expect(hasReadOutcome("u1", SHEET, "2026-11-01T08:00:00Z")).toBe(true);
  expect(hasReadOutcome("u2", SHEET, "2026-11-01T08:00:00Z")).toBe(false);
  localStorage.clear();
});

it("once moderation has ended nothing is asked for any more", async () => {
  const outcome = { result: "accepted" as const, adjusted: [], note: "", release_at: "2026-11-20T08:00:00Z" };
  await open(moderation({ state: "outcome recorded", outcome }));
  expect(screen.getByText(/no longer lists it on this computer/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Work the board requested" })).toBeTruthy();
  expect(screen.queryByText("Send it by")).toBeNull();
  expect(screen.queryByText("1 High Street")).toBeNull();
});

it("once all the work is sent no day is left to send it by", async () => {
  await open(moderation({ sample: [sampled({ state: "sent", told })] }));
  expect(screen.queryByText("Send it by")).toBeNull();
});

it("says what the start of moderation waits for", async () => {
  const waits = moderation({ state: "not started", sample: [], due: null, moderator: null, method: null });
  await open(waits);
  expect(screen.getByText(/It starts when the board has all your centre's marks/)).toBeTruthy();
  cleanup();
  Service.close();
  const held = { ...head({ status: "confirmed", submission: submission({ status: "confirmed" }) }), page: 1, pages: 1, rows: [] };
  await open(waits, { [HEAD]: [held] });
  expect(screen.getByText("The board has your centre's marks. Moderation has not started.")).toBeTruthy();
});

it.each([
  ["2026-11-25T00:00:00Z", "Released 25 November 2026."],
  ["2026-12-20T00:00:00Z", "The centre can see it from 20 December 2026."],
])("an outcome for %s says by its day whether the centre sees it yet", (release_at, words) => {
  vi.useFakeTimers({ now: new Date("2026-11-25T03:29:00Z") });
  render(<Outcome outcome={{ result: "accepted", adjusted: [], note: "", release_at }} scale={{ kind: "mark", maximum: 70 }} of="theirs" />);
  vi.useRealTimers();
  expect(screen.getByText(/accepted as they are/).textContent).toBe(`The centre's marks were accepted as they are. ${words}`);
});
