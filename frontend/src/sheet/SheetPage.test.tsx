import { cleanup, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { renderFor } from "../testing/place";
import { head, submission } from "../testing/samples";
import { Service } from "../testing/service";
import { SheetPage } from "./SheetPage";

type Here = Parameters<typeof SheetPage>[0]["here"];

const show = (change: Partial<Schemas["SheetHead"]> = {}, here: Here = "marks", board: Schemas["MeOut"]["board"] = []) => {
  renderFor(
    { board },
    <SheetPage head={head(change)} here={here}>
      {""}
    </SheetPage>,
  );
  return within(screen.getByRole("navigation", { name: "This mark sheet" }))
    .getAllByRole("link")
    .map(({ textContent }) => textContent);
};
const sent = { submission: submission(), status: "submitted" as const };

const ASKED = `GET /api/v1/sheets/${head().id}/requests`;
const asked = (change: object) => ({ number: 1, own: true, done: false, late: false, asked_by: "Owen Reid", due: "2026-12-04", groups: [], ...change });

beforeEach(() => void Service.open({ [ASKED]: [{ requests: [] }] }));
afterEach(() => {
  cleanup();
  Service.close();
});

const OPEN = ["Enter marks", "Check", "Review and submit", "Print", "Upload", "History"];
const SENT = ["Marks", "Receipt", "Print", "Upload", "Amend", "Moderation", "History"];

it.each<[string, Parameters<typeof show>, string[]]>([
  ["that is open", [], OPEN],
  ["from another of its pages", [{}, "print"], OPEN],
  ["to one who may only look", [{ may: { enter: false, submit: false } }], ["Marks", "Review and submit", "Print", "Upload", "History"]],
  ["that is submitted", [sent], SENT],
  [
    "with late entries to send",
    [{ ...sent, late_entries: 1 }],
    ["Enter marks", "Check", "Review and submit", "Receipt", "Print", "Upload", "Amend", "Moderation", "History"],
  ],
  ["to the board", [sent, "marks", ["board operator"]], ["Marks", "Receipt", "Print", "Moderation", "History"]],
])("the tabs of a sheet %s are in one order", (_, [change, here, board], tabs) => {
  expect(show(change, here, board)).toEqual(tabs);
});

it.each<[Here, string]>([
  ["marks", "Enter marks"],
  ["history", "History"],
])("the tab of the page %s is the current one, and its name folds the others on a phone", (here, name) => {
  show({}, here);
  const tabs = within(screen.getByRole("navigation", { name: "This mark sheet" }));
  expect(tabs.getAllByRole("link", { current: "page" }).map(({ textContent }) => textContent)).toEqual([name]);
  expect(tabs.getByRole("button").textContent).toBe(name);
});

it("a page says which sheet it is of, how far that is and until when", () => {
  show();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("June 2027 · 64235 Harbour View AcademyH446/03 Programming project");
  expect(screen.getByText(/^Deadline 15 May 2027/).textContent).toMatch(/Ready to submit.*Deadline 15 May 2027.* · Maximum mark 70$/);
});

it("the highest mark stands where marks are entered, and leaves the line of the other pages to the assessment and the centre", () => {
  renderFor(
    {},
    <SheetPage head={head()} here="check" title="Check marks">
      {""}
    </SheetPage>,
  );
  expect(screen.getByText(/^Deadline 15 May 2027/).textContent).not.toContain("Maximum mark");
});

it("who may submit is led to asking a colleague while marks are missing, and nobody else is", () => {
  show({ status: "incomplete" });
  expect(screen.getByRole("link", { name: "Ask a colleague" }).getAttribute("href")).toBe("/asked?sheet=2027-06.64235.H446-03");
  for (const change of [{ may: { enter: true, submit: false } }, { status: "ready" as const }, sent]) {
    cleanup();
    show(change);
    expect(screen.queryByRole("link", { name: "Ask a colleague" })).toBeNull();
  }
});

it("who was asked for marks sees for whom and by when, until they are complete", async () => {
  const groups = asked({ number: 2, asked_by: "Mair Pugh", groups: ["13A"] });
  const not = [asked({ number: 3, own: false, asked_by: "No One" }), asked({ number: 4, done: true, asked_by: "No One" })];
  Service.open({ [ASKED]: [{ requests: [asked({}), groups, ...not] }] });
  show({ status: "incomplete" });
  expect(await screen.findByText("For Owen Reid by 4 December 2026")).toBeTruthy();
  expect(screen.getByText("For Mair Pugh by 4 December 2026 (13A)")).toBeTruthy();
  expect(screen.queryByText(/No One/)).toBeNull();
});

it("nobody asks what they were asked for on a sheet where they can enter nothing", () => {
  for (const change of [{ may: { enter: false, submit: true } }, sent]) {
    const service = Service.open({});
    show(change);
    expect(service.calls).toEqual([]);
    cleanup();
  }
});
