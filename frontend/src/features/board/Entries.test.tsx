import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { BOARD_OFFICE } from "../../auth/centre";
import { renderFor } from "../../testing/place";
import { head, row, submission, summary } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { Entries } from "./Entries";

const BOARD = "/api/v1/board/sheets/2027-06.64235.H446-03";
const ENTER = `POST ${BOARD}/entries`;
const MOVE = `POST ${BOARD}/moves`;
const { series, assessment } = head();
const jones = row({ uci: "64235A260001Y" });
const note = { former: null, moved_from: null, carried_from: null, circumstance: null };
const carried = row({
  candidate: "1052",
  name: "KHAN Aisha",
  uci: "64235A260002E",
  outcome: { kind: "mark", mark: 61 },
  note: { ...note, carried_from: "2026-06" },
});
const marks = (change: Parameters<typeof head>[0] = {}) => ({ ...head(change), page: null, pages: 1, rows: [jones, carried] });
const there = (number: string) => `GET /api/v1/centres/${number}/series/2027-06/assessments?code=H446%2F03`;
const llys = {
  centre: { number: "58410", name: "Llys Derwen School" },
  series,
  people: { enter: [], submit: [], limited: [] },
  assessments: [summary({ submission: submission() })],
};
const done = vi.fn(async (_say: unknown, _see?: unknown) => {});
const box = (id: string) => document.getElementById(id) as HTMLInputElement;

function seat(script: Record<string, unknown[]> = {}, sheet = marks(), ended = false) {
  const service = Service.open(script);
  const me = { id: "u9", name: "Olu Perator", memberships: [], board: ["board operator" as const] };
  renderFor(me, <Entries marks={sheet} ended={ended} done={done} />, { centre: BOARD_OFFICE });
  return { user: userEvent.setup(), sent: () => service.calls.filter(({ what }) => what.startsWith("POST")).map(({ body }) => body) };
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));
const REASON = "The centre asked";
const fill = (id: string, value: string) => fireEvent.input(box(id), { target: { value } });
const correct = async () => {
  fill("entry-reason", REASON);
  await press("Correct the entry");
};

/** The message at a box, which the summary repeats. */
const AT_BOX = { selector: ".govuk-error-message" };
const summaryLeadsTo = () => document.querySelector(".govuk-error-summary a")?.getAttribute("href");

afterEach(() => {
  cleanup();
  Service.close();
  vi.clearAllMocks();
});

it("a candidate is entered late, with a UCI whose check character agrees", async () => {
  const { user, sent } = seat({ [ENTER]: [{}] }, marks({ submission: submission() }));
  await user.click(screen.getByText("Enter or correct a candidate"));
  expect(screen.getByText(/this is a late entry/)).toBeTruthy();
  await user.type(screen.getByLabelText("Number"), "2001");
  await user.type(screen.getByLabelText("UCI"), "64235A260001X");
  expect(screen.getByText(/The check character is wrong/)).toBeTruthy();
  await user.clear(screen.getByLabelText("UCI"));
  await user.type(screen.getByLabelText("UCI"), "64235 a260001y");
  await user.click(screen.getByRole("button", { name: "Enter the candidate" }));
  expect(summaryLeadsTo()).toBe("#entry-name");
  await user.type(screen.getByLabelText("Name"), "LATE Lowri");
  await user.click(screen.getByRole("button", { name: "Enter the candidate" }));
  expect(summaryLeadsTo()).toBe("#entry-reason");
  expect(screen.getByText("Say why you are making or correcting the entry", AT_BOX)).toBeTruthy();
  await user.type(box("entry-reason"), REASON);
  await user.click(screen.getByRole("button", { name: "Enter the candidate" }));
  expect(sent()).toEqual([{ entries: [{ candidate: "2001", name: "LATE Lowri", uci: "64235A260001Y", group: "" }], reason: REASON }]);
  expect(done).toHaveBeenCalledOnce();
});

it("nobody is withdrawn without a reason, and before one has seen what it does", async () => {
  const { user, sent } = seat({ [`POST ${BOARD}/withdrawals`]: [{}] });
  await user.click(screen.getByText("Withdraw a candidate"));
  await user.type(box("withdraw-candidate"), "1051");
  await user.click(screen.getByRole("button", { name: "Withdraw…" }));
  expect(screen.getByText("Say why the candidate is withdrawn", AT_BOX)).toBeTruthy();
  await user.type(screen.getByLabelText("Why the candidate is withdrawn"), "Left");
  await user.click(screen.getByRole("button", { name: "Withdraw…" }));
  const dialog = await screen.findByRole("dialog", { name: "Withdraw 1051 JONES Amelia?" });
  expect(dialog.textContent).toContain("If you enter the candidate again, they start without a mark.");
  expect(sent()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Withdraw 1051" }));
  expect(sent()).toEqual([{ candidates: ["1051"], reason: "Left" }]);
  expect(done).toHaveBeenCalledOnce();
});

it("a candidate of the sheet is shown as entered, and corrected only where something differs", async () => {
  const { sent } = seat({ [ENTER]: [{}] });
  fill("entry-candidate", "1051");
  expect(screen.getByText(/1051 JONES Amelia is on this sheet, so this corrects the entry/)).toBeTruthy();
  expect(["name", "uci", "group"].map((place) => box(`entry-${place}`).value)).toEqual(["JONES Amelia", "64235A260001Y", "13A"]);
  expect(screen.getByText(/The mark stays as it is/)).toBeTruthy();
  fill("entry-group", "");
  await correct();
  expect(screen.getByText("Nothing has changed. Change what you want to correct", AT_BOX)).toBeTruthy();
  fill("entry-name", "JONES-LEE Amelia");
  await correct();
  expect(sent()).toEqual([{ entries: [{ candidate: "1051", name: "JONES-LEE Amelia", uci: "64235A260001Y", group: "" }], reason: REASON }]);
  expect(done).toHaveBeenCalledOnce();
});

it("another person over the one who is there is refused beside the number, and a UCI that is there beside the UCI", async () => {
  seat({ [ENTER]: [problem(409, "number-taken", "Taken."), problem(409, "already-entered", "There.")] });
  fill("entry-candidate", "1051");
  fill("entry-name", "ZEDD Zoe");
  await correct();
  expect(await screen.findByText(/Both the name and the UCI differ from the entry/)).toBeTruthy();
  expect(document.activeElement).toBe(box("entry-candidate"));
  fill("entry-name", "ZEDD Zoë");
  await correct();
  expect(await screen.findByText(/already entered under another number/)).toBeTruthy();
  expect(document.activeElement).toBe(box("entry-uci"));
});

it("a name that cannot be taken is refused beside the name, in the words of the refusal", async () => {
  const detail = "Character 5 is one that reverses the direction of text (U+202E). Remove it.";
  const refusal = {
    status: 422,
    code: "malformed-request",
    detail: "Not of the documented shape.",
    errors: [{ pointer: "/entries/0/name", code: "malformed", detail }],
  };
  seat({ [ENTER]: [Response.json(refusal, { status: 422, headers: { "content-type": "application/problem+json" } })] });
  fill("entry-candidate", "1051");
  fill("entry-name", "ZEDD\u202E Zoe");
  await correct();
  expect(await screen.findByText(detail)).toBeTruthy();
  expect(document.activeElement).toBe(box("entry-name"));
});

it("what was shown of one candidate is not left for another number", () => {
  seat();
  fill("entry-candidate", "1052");
  expect(box("entry-mark").value).toBe("61");
  fill("entry-candidate", "105");
  expect(["name", "uci"].map((place) => box(`entry-${place}`).value)).toEqual(["", ""]);
  expect(box("entry-carries").checked).toBe(false);
});

it("a mark is carried forward from the same series a year before or another earlier one, and a refusal stands beside it", async () => {
  const { user, sent } = seat({ [ENTER]: [problem(409, "already-submitted", "Sent."), {}] });
  fill("entry-candidate", "1051");
  await user.click(screen.getByLabelText("Carry a mark forward from an earlier series"));
  expect(screen.queryByText(/The mark stays as it is/)).toBeNull();
  expect([box("entry-month").value, box("entry-year").value]).toEqual(["06", "2026"]);
  fill("entry-year", "2027");
  fill("entry-mark", "A");
  await correct();
  expect(screen.getByText("A mark can only be carried forward from an earlier series. Choose an earlier one.", AT_BOX)).toBeTruthy();
  expect(screen.getByText("Type a whole mark from 0 to 70", AT_BOX)).toBeTruthy();
  expect(summaryLeadsTo()).toBe("#entry-year");
  fill("entry-year", "2025");
  await user.selectOptions(box("entry-month"), "November");
  fill("entry-mark", "61");
  await correct();
  expect(await screen.findByText(/mark was submitted. Withdraw the candidate first/)).toBeTruthy();
  expect(document.activeElement).toBe(box("entry-carries"));
  await correct();
  const entry = {
    candidate: "1051",
    name: "JONES Amelia",
    uci: "64235A260001Y",
    group: "13A",
    carried_forward: { series: "2025-11", outcome: { kind: "mark", mark: 61 } },
  };
  expect(sent()).toEqual([
    { entries: [entry], reason: REASON },
    { entries: [entry], reason: REASON },
  ]);
});

it("a mark is carried forward no longer when the entry is made again without it", async () => {
  const { user, sent } = seat({ [ENTER]: [{}] });
  fill("entry-candidate", "1052");
  await user.click(screen.getByLabelText("Carry a mark forward from an earlier series"));
  expect(screen.getByText(/The mark is no longer carried forward/)).toBeTruthy();
  await correct();
  expect(sent()).toEqual([{ entries: [{ candidate: "1052", name: "KHAN Aisha", uci: "64235A260002E", group: "13A" }], reason: REASON }]);
});

it("only a grade of the assessment is carried forward where it takes grades", async () => {
  const scale = { kind: "grade" as const, grades: [{ code: "P", title: "Pass" }] };
  const { user, sent } = seat({ [ENTER]: [{}] }, marks({ assessment: { ...assessment, scale } }));
  fill("entry-candidate", "1051");
  await user.click(screen.getByLabelText("Carry a mark forward from an earlier series"));
  await correct();
  expect(screen.getByText("Type P for Pass", AT_BOX)).toBeTruthy();
  fill("entry-mark", "p");
  await correct();
  expect(sent()).toMatchObject([{ entries: [{ carried_forward: { series: "2026-06", outcome: { kind: "grade", grade: "P" } } }] }]);
});

it("once moderation has ended an entry is corrected, and nobody is entered, moved or carried forward", async () => {
  const { sent } = seat({ [ENTER]: [{}] }, marks(), true);
  expect(screen.queryByText("Move a candidate to another centre")).toBeNull();
  expect(screen.queryByLabelText("Carry a mark forward from an earlier series")).toBeNull();
  fill("entry-candidate", "2001");
  await correct();
  expect(screen.getByText("Type the number of a candidate on this sheet", AT_BOX)).toBeTruthy();
  fill("entry-candidate", "1052");
  fill("entry-name", "KHAN Aysha");
  await correct();
  expect(sent()).toMatchObject([{ entries: [{ name: "KHAN Aysha", carried_forward: { series: "2026-06", outcome: { mark: 61 } } }] }]);
});

it("the page says who had another name, came from another centre or has a mark carried forward", () => {
  const moved = { ...jones, note: { ...note, former: "SMITH Amelia", moved_from: "58410" } };
  seat({}, { ...marks(), rows: [moved, carried] });
  const stories = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(stories).toEqual(["1051 JONES Amelia Formerly SMITH Amelia. Moved from centre 58410", "1052 KHAN Aisha Carried forward from June 2026: 61"]);
});

it("a candidate moves after one has seen to which centre and what that does, and the other sheet is linked", async () => {
  const joined = { sheet: "2027-06.58410.H446-03" };
  const { sent } = seat({ [there("58410")]: [llys], [MOVE]: [{ left: {}, joined }] });
  fill("move-candidate", "1052");
  fill("move-centre", "58410");
  expect(await screen.findByText("Llys Derwen School")).toBeTruthy();
  await press("Move…");
  expect(summaryLeadsTo()).toBe("#move-number");
  fill("move-number", "2002");
  await press("Move…");
  expect(summaryLeadsTo()).toBe("#move-reason");
  expect(screen.getByText("Say why the candidate moves", AT_BOX)).toBeTruthy();
  fill("move-reason", "Changed schools");
  await press("Move…");
  const dialog = await screen.findByRole("dialog", { name: "Move 1052 KHAN Aisha to centre 58410?" });
  expect(dialog.textContent).toContain("joins the mark sheet of 58410 Llys Derwen School as 2002");
  expect(dialog.textContent).toContain("The mark carried forward moves with the candidate.");
  expect(dialog.textContent).toContain("The other centre has submitted its marks, so the candidate will be a late entry there.");
  expect(sent()).toEqual([]);
  await press("Move 1052");
  expect(sent()).toEqual([{ candidate: "1052", centre: "58410", number: "2002", reason: "Changed schools" }]);
  expect(done).toHaveBeenCalledWith(expect.any(Function), expect.objectContaining({ href: "/board/2027-06.58410.H446-03" }));
});

it("a move that cannot be made is refused at its place", async () => {
  seat({
    [there("64235")]: [llys],
    [there("99999")]: [problem(404, "not-found", "No centre.")],
    [there("58410")]: [llys],
    [MOVE]: [problem(409, "number-taken", "Taken."), problem(404, "not-found", "Left."), problem(409, "amendment-open", "Open.")],
  });
  fill("move-candidate", "1051");
  fill("move-centre", "64235");
  expect(screen.getByText(/The candidate is already at that centre/)).toBeTruthy();
  fill("move-centre", "99999");
  expect(await screen.findByText("The board has no centre with this number")).toBeTruthy();
  fill("move-centre", "58410");
  await screen.findByText("Llys Derwen School");
  fill("move-number", "2002");
  fill("move-reason", "Changed schools");
  for (const [place, words] of [
    ["number", /Another candidate has this number/],
    ["candidate", /no longer on the sheet/],
  ] as const) {
    await press("Move…");
    await press("Move 1051");
    expect((await screen.findAllByText(words)).length).toBe(1);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(box(`move-${place}`));
  }
  fill("move-candidate", "1051");
  await press("Move…");
  await press("Move 1051");
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText(/has not been decided/)).toBeTruthy();
  expect(done).not.toHaveBeenCalled();
});
