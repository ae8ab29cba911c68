import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import type { ComponentChildren } from "preact";
import { afterEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { BOARD_OFFICE, CentreContext } from "../../app/centre";
import { head, moreTime, row, submission } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { Deadline } from "./Deadline";
import { Entries } from "./Entries";

const BOARD = "/api/v1/board/sheets/2027-06.64235.H446-03";
const { series } = head();
const marks = (change: Parameters<typeof head>[0] = {}) => ({ ...head(change), page: null, pages: 1, rows: [row()] });
const done = vi.fn(async () => {});
const again = vi.fn(async () => {});

function seat(what: ComponentChildren, script: Record<string, unknown[]> = {}, board: Schemas["Role"][] = ["board operator"]) {
  const service = Service.open(script);
  const me = { id: "u9", name: "Olu Perator", memberships: [], board };
  const place = { me, centre: BOARD_OFFICE, series, allSeries: [series], choose: () => {} };
  render(<CentreContext.Provider value={place}>{what}</CentreContext.Provider>);
  return { user: userEvent.setup(), sent: () => service.calls.map(({ body }) => body) };
}

afterEach(() => {
  cleanup();
  Service.close();
  vi.clearAllMocks();
});

it("an extension is granted until the day asked for, or another one after the deadline", async () => {
  const { user, sent } = seat(<Deadline marks={marks({ extension: moreTime() })} done={done} again={again} />, { [`POST ${BOARD}/extension`]: [{}] });
  expect(screen.getByText("The teacher is ill.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Extend to 22 May 2027" }));
  const day = screen.getByLabelText("Extend until the end of");
  fireEvent.input(day, { target: { value: "2027-05-15" } });
  await user.click(screen.getByRole("button", { name: /Extend/ }));
  expect(screen.getByText("Choose a day after 15 May 2027")).toBeTruthy();
  fireEvent.input(day, { target: { value: "2027-05-20" } });
  await user.click(screen.getByRole("button", { name: "Extend to 20 May 2027" }));
  expect(sent()).toEqual([{ until: "2027-05-22", note: "" }, { until: "2027-05-20", note: "" }]);
  expect(done).toHaveBeenCalledTimes(2);
});

it("an extension is declined with a note, and looked at again when another decided it", async () => {
  const answers = { [`POST ${BOARD}/extension`]: [{}, problem(409, "busy", "Busy")] };
  const { user, sent } = seat(<Deadline marks={marks({ extension: moreTime() })} done={done} again={again} />, answers);
  await user.click(screen.getByRole("button", { name: "Decline" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Note to the centre"));
  await user.type(screen.getByLabelText("Note to the centre"), "Too long.");
  await user.click(screen.getByRole("button", { name: "Decline" }));
  expect(sent()).toEqual([{ until: null, note: "Too long." }]);
  await user.click(screen.getByRole("button", { name: "Decline" }));
  expect(again).toHaveBeenCalledOnce();
});

it("a moderator sees what waits, and neither decides, enters nor withdraws", () => {
  seat(<Deadline marks={marks({ extension: moreTime(), overdue: true })} done={done} again={again} />, {}, ["board moderation"]);
  expect(screen.getByText("The board has not decided")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  seat(<Entries marks={marks()} ended={false} done={done} />, {}, ["board moderation"]);
  expect(screen.queryByText("Enter a candidate")).toBeNull();
  cleanup();
  seat(<Entries marks={marks()} ended done={done} />);
  expect(screen.getByText(/nobody can be entered or withdrawn any more/)).toBeTruthy();
});

it("a candidate is entered late, with a number that is free and a UCI whose check character agrees", async () => {
  const { user, sent } = seat(<Entries marks={marks({ submission: submission() })} ended={false} done={done} />, { [`POST ${BOARD}/entries`]: [{}] });
  await user.click(screen.getByText("Enter a candidate"));
  expect(screen.getByText(/this is a late entry/)).toBeTruthy();
  await user.type(screen.getByLabelText("Number"), "1051");
  expect(screen.getByText("This number is on the sheet already: JONES Amelia")).toBeTruthy();
  await user.clear(screen.getByLabelText("Number"));
  await user.type(screen.getByLabelText("Number"), "2001");
  await user.type(screen.getByLabelText("UCI"), "64235A260001X");
  expect(screen.getByText(/The last character does not agree/)).toBeTruthy();
  await user.clear(screen.getByLabelText("UCI"));
  await user.type(screen.getByLabelText("UCI"), "64235 a260001y");
  await user.click(screen.getByRole("button", { name: "Enter the candidate" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  await user.type(screen.getByLabelText("Name"), "LATE Lowri");
  await user.click(screen.getByRole("button", { name: "Enter the candidate" }));
  expect(sent()).toEqual([{ entries: [{ candidate: "2001", name: "LATE Lowri", uci: "64235A260001Y", group: "" }] }]);
  expect(done).toHaveBeenCalledOnce();
});

it("nobody is withdrawn without a reason, and before one has seen what it does", async () => {
  const { user, sent } = seat(<Entries marks={marks()} ended={false} done={done} />, { [`POST ${BOARD}/withdrawals`]: [{}] });
  await user.click(screen.getByText("Withdraw a candidate"));
  await user.type(screen.getByLabelText("Candidate number"), "1051");
  await user.click(screen.getByRole("button", { name: "Withdraw…" }));
  expect(screen.getByText("Say why the candidate is withdrawn")).toBeTruthy();
  await user.type(screen.getByLabelText("Why the candidate is withdrawn"), "Left");
  await user.click(screen.getByRole("button", { name: "Withdraw…" }));
  const dialog = await screen.findByRole("dialog", { name: "Withdraw 1051 JONES Amelia?" });
  expect(dialog.textContent).toContain("Entered again, the candidate begins without a mark.");
  expect(sent()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Withdraw 1051" }));
  expect(sent()).toEqual([{ candidates: ["1051"], reason: "Left" }]);
  expect(done).toHaveBeenCalledOnce();
});
