import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderFor } from "../../testing/place";
import { head, moreTime, row, submission } from "../../testing/samples";
import { Service } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

const SHEET = "2027-06.64235.H446-03";
const LOAD = `GET /api/v1/sheets/${SHEET}?page=all`;
const rows = [row({ outcome: { kind: "mark", mark: 40 }, checked: true }), row({ candidate: "2001", name: "LATE Lowri", late: true })];

async function open(change: Parameters<typeof head>[0] = {}) {
  const service = Service.open({ [LOAD]: [{ ...head({ status: "confirmed", ...change }), page: null, pages: 1, rows }] });
  renderFor({ name: "Asha Patel" }, <MarkEntry sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(10);
  return service;
}
const boxes = () => screen.queryAllByRole("textbox").map((box) => box.getAttribute("aria-label"));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2027-05-01T12:00:00Z") });
});
afterEach(() => {
  cleanup();
  Service.close();
  vi.useRealTimers();
});

it("of a submitted sheet the rows of late entries alone are open, and the others say why not", async () => {
  const service = await open({ submission: submission(), late_entries: 1 });
  expect(boxes()).toEqual(["Mark for 2001 LATE Lowri"]);
  expect(document.getElementById("note-1051")?.textContent).toBe("Submitted: request an amendment to correct it");
  expect(screen.getByText("1 candidate was entered after you submitted. You still need to submit their mark:")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "2001 LATE Lowri" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Mark for 2001 LATE Lowri"));
  fireEvent.click(screen.getByRole("button", { name: "Clear the marks shown" }));
  await vi.advanceTimersByTimeAsync(3000);
  expect(screen.getByText("No mark shown here can be cleared. 1 mark is submitted and stays as it is.")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(service.calls.filter(({ what }) => what.startsWith("PATCH"))).toEqual([]);
  const links = screen.getAllByRole("link").map(({ textContent }) => textContent);
  for (const way of ["Review and submit", "Check", "Amend"]) expect(links).toContain(way);
});

it("once nothing is left to send, nothing is open", async () => {
  await open({ submission: submission() });
  expect(boxes()).toEqual([]);
  expect(screen.queryByText(/entered after you submitted/)).toBeNull();
});

it("the deadline says what became of the wish for more time, and where to ask", async () => {
  await open({ status: "incomplete", extension: moreTime({ granted: true }), deadline: "2027-05-22T22:59:59Z" });
  expect(screen.getByText(/Deadline 22 May 2027 \(21 days left\)/)).toBeTruthy();
  expect(screen.getByText(/Extended to 22 May 2027/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Request an extension" }).getAttribute("href")).toBe(`/sheets/${SHEET}/more-time`);
  cleanup();
  await open({ status: "incomplete", extension: moreTime(), may: { enter: true, submit: false } });
  expect(screen.getByText(/Extension to 22 May 2027 requested. The board has not decided yet/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Request an extension" })).toBeNull();
});
