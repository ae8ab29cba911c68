import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { speak } from "../../i18n/words";
import { leave } from "../../lib/leaving";
import { forget } from "../../lib/local-copy";
import { renderFor } from "../../testing/place";
import { amendment, amendments, head, moderation, row, submission } from "../../testing/samples";
import { PROBLEM, Service, problem } from "../../testing/service";
import { Amend } from "./Amend";
import { EMPTY } from "./draft";
import { keptDraft } from "./kept-draft";

const SHEET = "2027-06.64235.H446-03";
const LOAD = `GET /api/v1/sheets/${SHEET}?page=all`;
const HEAD = `GET /api/v1/sheets/${SHEET}?page=1`;
const LOOK = `GET /api/v1/sheets/${SHEET}/amendments`;
const FAR = `GET /api/v1/sheets/${SHEET}/moderation`;
const REPORT = `GET /api/v1/sheets/${SHEET}/report`;
const ASK = `POST /api/v1/sheets/${SHEET}/amendments`;

const marks = (mark: number, change = {}) => ({
  ...head({ status: "confirmed", submission: submission({ status: "confirmed" }) }),
  page: null,
  pages: 1,
  rows: [row({ outcome: { kind: "mark", mark } }), row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "absent" } })],
  ...change,
});
const second = submission({ number: 2, status: "submitted" });
const made = amendments({ submission: second, amendments: [amendment({ state: "applied" })] });

async function open(script: Record<string, unknown[]> = {}) {
  const service = Service.open({
    [LOAD]: [marks(45)],
    [LOOK]: [amendments()],
    [FAR]: [moderation()],
    [REPORT]: [{ status: "ready", link: "https://reports.example/2.pdf", draft: false, expires_at: "2099-01-01T00:00:00Z", failed_at: null }],
    [HEAD]: [marks(45)],
    ...script,
  });
  renderFor({}, <Amend sheet={SHEET} />);
  const heading = await screen.findByRole("heading", { name: /Amend centre marks/ });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}
type User = ReturnType<typeof userEvent.setup>;

async function fill(user: User, mark = "54") {
  await user.type(screen.getByLabelText("Candidate number"), "1051{Enter}");
  await user.type(await screen.findByLabelText("New mark for 1051 JONES Amelia"), mark);
  await user.selectOptions(screen.getByLabelText("Reason"), "A mark was copied wrongly");
  await user.type(screen.getByLabelText("Explanation"), "54 was read as 45.");
  await user.type(screen.getByLabelText("Approved by"), "Mair Pugh");
}
const review = (user: User) => user.click(screen.getByRole("button", { name: "Review the amendment" }));
const asked = (service: Service) => service.calls.filter(({ what }) => what === ASK);

afterEach(async () => {
  cleanup();
  Service.close();
  vi.restoreAllMocks();
  history.replaceState(null, "", location.pathname);
  sessionStorage.clear();
  await speak("en");
});

it("marks that are not submitted are amended by nobody, and the way leads to submitting them", async () => {
  const nothing = amendments({ submission: null, may: false, amendments: [] });
  await open({ [LOAD]: [{ ...marks(45), submission: null, status: "incomplete" }], [LOOK]: [nothing] });
  expect(screen.getByText(/not submitted/).querySelector("a")?.pathname).toBe(`/sheets/${SHEET}/submit`);
  expect(screen.queryByRole("heading", { level: 2 })).toBeNull();
});

it("choosing a candidate shows the submitted mark and goes to the box for the new one", async () => {
  const { user } = await open();
  await user.type(screen.getByLabelText("Candidate number"), "1051{Enter}");
  const box = await screen.findByLabelText("New mark for 1051 JONES Amelia");
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(screen.getByRole("row", { name: /1051/ }).textContent).toContain("45");
});

it("on an assessment with criteria the form says what becomes of their marks", async () => {
  const criteria = [
    { code: "A01", title: "Analysis", maximum: 20 },
    { code: "A02", title: "Making", maximum: 50 },
  ];
  const { user } = await open({ [LOAD]: [marks(45, { criteria })] });
  await user.type(screen.getByLabelText("Candidate number"), "1051{Enter}");
  expect((await screen.findByText(/You amend the total/)).textContent).toContain(
    "The marks for the criteria (A01 and A02) add up to the old total, so they are removed",
  );
});

it("leaving an amendment that is not sent is asked about with its marks, and not once it was sent", async () => {
  const { user } = await open({
    [LOAD]: [marks(45), marks(54, { submission: second, status: "submitted" })],
    [ASK]: [made],
  });
  const went = vi.fn();
  const ask = vi.spyOn(window, "confirm").mockReturnValue(false);
  await leave(went);
  await fill(user);
  await leave(went);
  await review(user);
  expect(went).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledWith(
    "An amendment of 1 mark has not been sent. Leave this page? What you wrote stays in this tab until you close it or sign out.",
  );
  await user.click(screen.getByRole("button", { name: "Amend these marks" }));
  await screen.findByText(/Amendment 1/);
  await leave(went);
  expect(went).toHaveBeenCalledTimes(2);
});

it("before moderation the marks count at once, and the new submission is followed until it is confirmed", async () => {
  const { service, user } = await open({
    [LOAD]: [marks(45), marks(54, { submission: second, status: "submitted" }), marks(54, { submission: { ...second, status: "confirmed" } })],
    [LOOK]: [amendments(), made],
    [ASK]: [made],
    [HEAD]: [marks(54, { submission: { ...second, status: "confirmed" }, status: "confirmed" })],
  });
  await fill(user);
  await review(user);
  expect(screen.getByText(/the new marks replace the old ones straight away/)).toBeTruthy();
  await user.dblClick(screen.getByRole("button", { name: "Amend these marks" }));
  const said = await screen.findByText("Amendment 1 was made.");
  await waitFor(() => expect(document.activeElement).toBe(said));
  expect(asked(service).map(({ body }) => body)).toEqual([
    {
      marks: [{ candidate: "1051", before: { kind: "mark", mark: 45 }, after: { kind: "mark", mark: 54 } }],
      reason: "copied",
      explanation: "54 was read as 45.",
      approved_by: "Mair Pugh",
    },
  ]);
  expect(await screen.findByText(/The board has received submission 2/)).toBeTruthy();
  expect(screen.getByRole("article", { name: /Amendment 1\s+Made/ }).textContent).toContain("4554");
  expect(screen.queryByRole("heading", { name: "A new amendment" })).toBeNull();
  expect(said.textContent).toContain(`Reference of submission 2: ${second.reference}`);
  expect(await screen.findByRole("button", { name: "Open the report (PDF)" })).toBeTruthy();
  expect(await screen.findByText("Confirmed", { selector: ".govuk-tag" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Request another amendment" }));
  expect(screen.getByRole("heading", { name: "A new amendment" })).toBeTruthy();
});

it("an approval by whoever requests the amendment is pointed out before it is sent", async () => {
  const { user } = await open();
  await fill(user);
  const approved = screen.getByLabelText("Approved by");
  await user.clear(approved);
  await user.type(approved, " owen  REID");
  await review(user);
  expect(screen.getByText(/also name yourself as the person who approved it/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Back" }));
  await user.clear(screen.getByLabelText("Approved by"));
  await user.type(screen.getByLabelText("Approved by"), "Mair Pugh");
  await review(user);
  expect(screen.queryByText(/also name yourself/)).toBeNull();
});

it("an explanation of one letter says nothing", async () => {
  const { user } = await open();
  await fill(user);
  await user.clear(screen.getByLabelText("Explanation"));
  await user.type(screen.getByLabelText("Explanation"), "x");
  await review(user);
  expect(screen.getByRole("link", { name: "Explain what was wrong, in at least three words" })).toBeTruthy();
});

it("the box of a candidate who is added after a failed review is not wrong before someone has been in it", async () => {
  const { user } = await open();
  await user.type(screen.getByLabelText("Candidate number"), "1051{Enter}");
  await review(user);
  expect(screen.getByLabelText(/New mark for 1051/).getAttribute("aria-invalid")).toBe("true");
  await user.type(screen.getByLabelText("Candidate number"), "khan{Enter}");
  const fresh = await screen.findByLabelText("New mark for 1052 KHAN Aisha");
  await waitFor(() => expect(document.activeElement).toBe(fresh));
  expect(fresh.getAttribute("aria-invalid")).toBeNull();
});

it("what was written is there again after a reload, and not for somebody else or after signing out", async () => {
  const { user } = await open();
  await fill(user);
  cleanup();
  await open();
  expect(screen.getByLabelText<HTMLInputElement>(/New mark for 1051/).value).toBe("54");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Explanation").value).toBe("54 was read as 45.");
  cleanup();
  expect(keptDraft("u2", SHEET)).toEqual(EMPTY);
  await forget("u1");
  await open();
  expect(screen.queryByLabelText(/New mark for/)).toBeNull();
});

it("what is missing is said together, each with its place", async () => {
  const { service, user } = await open();
  await review(user);
  expect(screen.getAllByRole("link", { name: /Add at least|Choose a reason|Explain what|Name the person/ })).toHaveLength(4);
  const told = document.getElementById(screen.getByLabelText("Candidate number").getAttribute("aria-describedby")?.split(" ").at(-1) ?? "");
  expect(told?.textContent).toBe("Add at least one candidate");
  await fill(user, "71");
  await review(user);
  expect(screen.getByRole("link", { name: "1051: The maximum mark is 70" }).getAttribute("href")).toBe("#new-1051");
  expect(asked(service)).toHaveLength(0);
  await user.clear(screen.getByLabelText(/New mark for 1051/));
  expect(screen.getByRole("alert")).toBeTruthy();
  await user.type(screen.getByLabelText(/New mark for 1051/), "54");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("before it is sent an amendment is reviewed: each mark before and after, why, who approved it and who requests it", async () => {
  const { service, user } = await open({ [LOOK]: [amendments({ at_once: false })] });
  await fill(user);
  await review(user);
  const heading = screen.getByRole("heading", { name: "Check the amendment before you send it" });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  const seen = heading.closest("section")?.textContent;
  expect(seen).toMatch(/1051 JONES Amelia4554.*A mark was copied wrongly.*54 was read as 45\..*Approved byMair Pugh.*Requested byOwen Reid/);
  expect(seen).toContain("so the board decides");
  expect(screen.getByRole("button", { name: "Ask the board to amend these marks" })).toBeTruthy();
  expect(asked(service)).toHaveLength(0);
});

it.each(["the button", "the browser"])("going back from the review with %s keeps all that was written", async (by) => {
  const { user } = await open();
  await fill(user);
  await review(user);
  if (by === "the button") await user.click(screen.getByRole("button", { name: "Back" }));
  else history.back();
  const box = await screen.findByLabelText<HTMLInputElement>(/New mark for 1051/);
  expect(box.value).toBe("54");
  expect(screen.getByLabelText<HTMLSelectElement>("Reason").value).toBe("copied");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Explanation").value).toBe("54 was read as 45.");
  expect(screen.getByLabelText<HTMLInputElement>("Approved by").value).toBe("Mair Pugh");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: "A new amendment" })));
});

it("the address of the review without an amendment shows the form", async () => {
  history.replaceState(null, "", "?step=review");
  await open();
  expect(screen.getByRole("button", { name: "Review the amendment" })).toBeTruthy();
});

it("sent again after a lost answer it is the same amendment", async () => {
  const { service, user } = await open({ [ASK]: ["lost", made], [HEAD]: [marks(54)] });
  await fill(user);
  await review(user);
  await user.click(screen.getByRole("button", { name: "Amend these marks" }));
  expect(await screen.findByText("There was no answer. Send the amendment again: it cannot be made twice.")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("We do not know whether the amendment was sent");
  await user.click(screen.getByRole("button", { name: "Amend these marks" }));
  await screen.findByText("Amendment 1 was made.");
  const keys = asked(service).map(({ headers }) => headers.get("idempotency-key"));
  expect(new Set(keys).size).toBe(1);
});

it("a mark that changed meanwhile is named and shown anew, with what was typed kept", async () => {
  const refusal = problem(422, "amendment-refused", "Nothing was amended.");
  const pointed = { ...(await refusal.clone().json()), errors: [{ pointer: "/marks/0", code: "amended-meanwhile", detail: "" }] };
  const { user } = await open({ [LOAD]: [marks(45), marks(46)], [ASK]: [Response.json(pointed, { status: 422, headers: PROBLEM })] });
  await fill(user);
  await review(user);
  await user.click(screen.getByRole("button", { name: "Amend these marks" }));
  expect(await screen.findByRole("link", { name: /1051: The mark changed while you were looking at it/ })).toBeTruthy();
  await waitFor(() => expect(screen.getByRole("row", { name: /1051/ }).textContent).toContain("46"));
  expect(screen.getByLabelText<HTMLInputElement>(/New mark for 1051/).value).toBe("54");
});

it("after moderation started the board decides, and the request can be withdrawn", async () => {
  const waits = amendments({ at_once: false, amendments: [amendment()] });
  const withdraw = `${ASK}/1/withdraw`;
  const { user } = await open({
    [LOOK]: [waits],
    [withdraw]: [amendments({ at_once: false, amendments: [amendment({ state: "withdrawn" })] })],
  });
  await user.type(screen.getByLabelText("Candidate number"), "1051{Enter}");
  expect(screen.getByText(/on an earlier amendment for this candidate. Withdraw that one first/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Withdraw amendment 1" }));
  expect((await screen.findByRole("dialog", { name: "Withdraw amendment 1?" })).textContent).toContain("The submitted marks stay as they are.");
  await user.click(screen.getByRole("button", { name: "Withdraw" }));
  expect(await screen.findByText("Amendment 1 was withdrawn.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Withdraw/ })).toBeNull();
});

it("work the board asks for is named with its address and day, and recorded as sent", async () => {
  const work = {
    candidates: ["1051"],
    send_to: "Mo Derator\n1 High Street",
    due: "2026-12-01",
    asked: { by: "Exam board", at: "2026-11-24T11:00:00Z", note: "" },
    sent: null,
  };
  const sent = { by: "Owen Reid", at: "2026-11-24T11:30:00Z", note: "Parcel 7" };
  const { service, user } = await open({
    [LOOK]: [amendments({ at_once: false, amendments: [amendment({ work })] })],
    [`${ASK}/1/sent`]: [amendments({ at_once: false, amendments: [amendment({ work: { ...work, sent } })] })],
  });
  expect(screen.getByText(/1 High Street/)).toBeTruthy();
  expect(screen.getByText("1 December 2026")).toBeTruthy();
  await user.type(screen.getByLabelText("How it was sent"), "Parcel 7");
  await user.click(screen.getByRole("button", { name: "Record the work as sent" }));
  expect(await screen.findByText(/by Owen Reid · Parcel 7/)).toBeTruthy();
  expect(service.calls.find(({ what }) => what.endsWith("/sent"))?.body).toEqual({ note: "Parcel 7" });
});

it("after the outcome of moderation there is no form, and whom to ask is told instead", async () => {
  const outcome = { result: "accepted" as const, note: "", adjusted: [], release_at: "2026-11-24T10:00:00Z" };
  await open({
    [LOOK]: [amendments({ at_once: false, amendments: [amendment({ state: "applied" })] })],
    [FAR]: [moderation({ state: "outcome recorded", outcome })],
  });
  expect(screen.getByText(/has ended, so they can no longer be amended\. Contact the board about enquiries after results/)).toBeTruthy();
  expect(screen.queryByLabelText("Candidate number")).toBeNull();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Amend"]);
  expect(screen.getByRole("article", { name: /Amendment 1/ })).toBeTruthy();
});

it("who may not submit sees the amendments and whom to ask", async () => {
  await open({ [LOOK]: [amendments({ may: false, amendments: [amendment()] })] });
  expect(screen.getByText(/contact Owen Reid/)).toBeTruthy();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Amend"]);
  await speak("cy");
  expect(await screen.findByText(/Copïwyd marc yn anghywir/)).toBeTruthy();
});
