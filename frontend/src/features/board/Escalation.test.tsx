import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BOARD_OFFICE } from "../../auth/centre";
import { renderFor } from "../../testing/place";
import { boardLine } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Board } from "./Board";

const LIST = "GET /api/v1/board/series/2027-06/sheets";
const me = { id: "u9", name: "Olu Perator", memberships: [], board: ["board operator" as const] };
const open = boardLine({
  sheet: "2027-06.64999.H446-03",
  status: "not started",
  submission: 0,
  submitted_at: null,
  deadline: "2026-11-20T23:59:59Z",
  overdue: true,
});
const asks = boardLine({ assessment: "J277/03", sheet: "2027-06.64235.J277-03", extension_asked: true, deadline: "2027-05-15T22:59:59Z" });

async function list(lines: unknown[]) {
  Service.open({ [LIST]: [{ sheets: lines }] });
  renderFor(me, <Board />, { centre: BOARD_OFFICE });
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await screen.findByRole("navigation", { name: "Show" });
  return userEvent.setup();
}
const said = () => screen.getByRole("status").textContent;

beforeEach(() => history.replaceState(null, "", "/board"));
afterEach(() => {
  cleanup();
  Service.close();
});

it("what is overdue and what waits for a decision is counted, and seen alone at an address of its own", async () => {
  const user = await list([open, asks, boardLine({ assessment: "R033/02", late: true, amendments_waiting: 2 })]);
  await user.click(screen.getByRole("link", { name: "Overdue (1)" }));
  expect(location.search).toContain("only=overdue");
  expect(said()).toBe("1 mark sheet");
  expect(screen.getAllByRole("row")[1]?.textContent).toMatch(/20 November 2026\d+ days? overdue/);
  await user.click(screen.getByRole("link", { name: "Waiting for a decision (2)" }));
  expect(
    screen
      .getAllByRole("row")
      .slice(1)
      .map(({ textContent }) => textContent?.slice(0, 7)),
  ).toEqual(["R033/02", "J277/03"]);
  await user.type(screen.getByLabelText("Assessment code"), "J277");
  expect(said()).toBe("1 mark sheet");
  expect(screen.getByRole("row", { name: /J277/ }).textContent).toContain("Extension requested");
  expect(screen.getByRole("link", { name: "Overdue (0)" })).toBeTruthy();
  expect(location.search).toBe("?series=2027-06&assessment=J277&only=deciding");
});

it("an address shows what it asks for", async () => {
  history.replaceState(null, "", "/board?only=overdue&centre=harbour");
  await list([open, asks]);
  expect(screen.getByLabelText<HTMLInputElement>("Centre number or name").value).toBe("harbour");
  expect(screen.getByRole("link", { name: "Overdue (1)" }).getAttribute("aria-current")).toBe("true");
});

it("a list with nothing in it says why", async () => {
  const user = await list([boardLine()]);
  await user.click(screen.getByRole("link", { name: "Overdue (0)" }));
  expect(said()).toContain("Nothing here is overdue");
  await user.click(screen.getByRole("link", { name: "Waiting for a decision (0)" }));
  expect(said()).toContain("Nothing here is waiting for a decision");
  await user.type(screen.getByLabelText("Assessment code"), "X");
  expect(said()).toContain("No mark sheet matches");
  expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
  cleanup();
  await list([]);
  expect(said()).toBe("No centre has entries in this series yet.");
});
