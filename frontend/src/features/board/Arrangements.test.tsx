import { cleanup, fireEvent, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import type { ComponentChildren } from "preact";
import { afterEach, expect, it, vi } from "vitest";
import type { Schemas } from "../../api/client";
import { BOARD_OFFICE } from "../../auth/centre";
import { renderFor } from "../../testing/place";
import { head, moreTime, row } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { Deadline } from "./Deadline";
import { Entries } from "./Entries";

const BOARD = "/api/v1/board/sheets/2027-06.64235.H446-03";
const marks = (change: Parameters<typeof head>[0] = {}) => ({ ...head(change), page: null, pages: 1, rows: [row()] });
const done = vi.fn(async () => {});
const again = vi.fn(async () => {});

function seat(what: ComponentChildren, script: Record<string, unknown[]> = {}, board: Schemas["Role"][] = ["board operator"]) {
  const service = Service.open(script);
  const me = { id: "u9", name: "Olu Perator", memberships: [], board };
  renderFor(me, what, { centre: BOARD_OFFICE });
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
  expect(screen.getByRole("link", { name: "Choose a day after 15 May 2027" })).toBeTruthy();
  fireEvent.input(day, { target: { value: "2027-05-20" } });
  await user.click(screen.getByRole("button", { name: "Extend to 20 May 2027" }));
  expect(sent()).toEqual([
    { until: "2027-05-22", note: "" },
    { until: "2027-05-20", note: "" },
  ]);
  expect(done).toHaveBeenCalledTimes(2);
});

it("an extension is declined with a note, and looked at again when another decided it", async () => {
  const answers = { [`POST ${BOARD}/extension`]: [{}, problem(409, "busy", "Busy")] };
  const { user, sent } = seat(<Deadline marks={marks({ extension: moreTime() })} done={done} again={again} />, answers);
  await user.click(screen.getByRole("button", { name: "Decline" }));
  await user.click(screen.getByRole("link", { name: "Tell the centre why you decline" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Note to the centre"));
  await user.type(screen.getByLabelText("Note to the centre"), "Too long.");
  await user.click(screen.getByRole("button", { name: "Decline" }));
  expect(sent()).toEqual([{ until: null, note: "Too long." }]);
  await user.click(screen.getByRole("button", { name: "Decline" }));
  expect(again).toHaveBeenCalledOnce();
});

it("a moderator sees what waits, and neither decides, enters nor withdraws", () => {
  seat(<Deadline marks={marks({ extension: moreTime(), overdue: true })} done={done} again={again} />, {}, ["board moderation"]);
  expect(screen.getByText("The board has not decided yet")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  seat(<Entries marks={marks()} ended={false} done={done} />, {}, ["board moderation"]);
  expect(screen.queryByText("Enter or correct a candidate")).toBeNull();
  cleanup();
  seat(<Entries marks={marks()} ended done={done} />);
  expect(screen.getByText(/you can no longer enter, move or withdraw candidates/)).toBeTruthy();
});
