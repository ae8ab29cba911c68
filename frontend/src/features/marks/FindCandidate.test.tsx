import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import { renderFor } from "../../testing/place";
import { head, row } from "../../testing/samples";
import { Service } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

const SHEET = "2027-06.64235.H446-03";
const NAMES = ["ZAHIR Adam", "ÓLAFSDÓTTIR Eva", "ABBOTT Lee"];
const rows = Array.from({ length: 120 }, (_, place) => row({ candidate: `${1001 + place}`, uci: `u${place}`, name: NAMES[place] ?? `MIDDLE Person ${place}` }));

async function open() {
  Service.open({ [`GET /api/v1/sheets/${SHEET}?page=all`]: [{ ...head(), page: null, pages: 1, rows }] });
  renderFor({}, <MarkEntry sheet={SHEET} />);
  await screen.findByLabelText("Mark for 1001 ZAHIR Adam");
  await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  return userEvent.setup();
}
const candidates = () => [...document.querySelectorAll(".cm-row")].map(({ id }) => id.slice(1));
const offered = () => [...document.querySelectorAll("#find-list option")].map(({ textContent }) => textContent);
const focused = () => document.activeElement?.closest(".cm-row")?.id;

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/");
});
afterEach(() => {
  cleanup();
  Service.close();
});

it("Ctrl+K leads to the box, and Enter to the row of who is found, on whatever page", async () => {
  const user = await open();
  await user.keyboard("{Control>}k{/Control}");
  expect(document.activeElement).toBe(screen.getByLabelText("Find"));
  await user.keyboard("1118{Enter}");
  await waitFor(() => expect(focused()).toBe("c1118"));
  expect(screen.getByLabelText<HTMLInputElement>("Find").value).toBe("");
  await user.keyboard("{Control>}k{/Control}olafs{Enter}");
  await waitFor(() => expect(focused()).toBe("c1002"));
});

it("who is typed in part is offered, and one who is chosen is gone to", async () => {
  const user = await open();
  await user.type(screen.getByLabelText("Find"), "abb");
  await waitFor(() => expect(offered()).toEqual(["1003 ABBOTT Lee"]));
  fireEvent.input(screen.getByLabelText("Find"), { target: { value: "1003 ABBOTT Lee" } });
  await waitFor(() => expect(focused()).toBe("c1003"));
});

it("who is hidden by the choice of candidates is gone to at once, and it is said that all are shown", async () => {
  const user = await open();
  await user.selectOptions(screen.getByLabelText("Show"), "Flagged");
  expect(candidates()).toEqual([]);
  await user.keyboard("{Control>}k{/Control}1002{Enter}");
  await waitFor(() => expect(focused()).toBe("c1002"));
  expect(screen.getByText("All candidates are shown, to find 1002.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>("Show").value).toBe("all");
});

it("what finds nobody is said, and stays to be corrected", async () => {
  const user = await open();
  await user.type(screen.getByLabelText("Find"), "smiht{Enter}");
  await new Promise((r) => setTimeout(r, 300));
  expect(await screen.findByText("No candidate here is “smiht”.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Find").value).toBe("smiht");
});

it("rows are put in the order of names when asked, and the next sheet has that order; typing moves none", async () => {
  const user = await open();
  expect(candidates().slice(0, 3)).toEqual(["1001", "1002", "1003"]);
  await user.selectOptions(screen.getByLabelText("Order"), "By name");
  expect(candidates()[0]).toBe("1003");
  cleanup();
  await open().catch(() => undefined);
  expect(candidates()[0]).toBe("1003");
});

it("a page of a long sheet is jumped to, by the numbers on it", async () => {
  const user = await open();
  await user.selectOptions(screen.getByLabelText("Go to page"), "3: 1101 to 1120");
  expect(candidates()).toHaveLength(20);
  await user.click(screen.getByRole("button", { name: "Show all" }));
  expect(candidates()).toHaveLength(120);
  expect([...document.querySelectorAll("tbody")].map(({ children }) => children.length)).toEqual([50, 50, 20]);
});
