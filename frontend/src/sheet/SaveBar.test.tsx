import { cleanup, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { renderFor } from "../testing/place";
import { head, row } from "../testing/samples";
import { OpenSheet } from "./open-sheet";
import { SaveBar } from "./SaveBar";

const SHEET = "/sheets/2027-06.64235.H446-03";
const marked = { outcome: { kind: "mark", mark: 40 } } as const;

function open(change: Partial<Schemas["SheetHead"]>, rows: Partial<Schemas["RowOut"]>[] = [marked]) {
  const all = rows.map((one, place) => row({ candidate: `${1051 + place}`, uci: `u${place}`, ...one }));
  const sheet = new OpenSheet({ ...head({ candidates: all.length, entered: all.length, ...change }), page: null, pages: 1, rows: all }, "u1");
  renderFor({ name: "Asha Patel" }, <SaveBar sheet={sheet} locked={false} toProblem={() => {}} />);
}
const action = () => document.querySelector(".cm-bar__buttons");

afterEach(cleanup);

it.each([
  ["Check these", { checked: 0 }, `${SHEET}/check`],
  ["Review and submit", { checked: 1, may: { enter: true, submit: true } }, `${SHEET}/submit`],
])("once every mark is saved the bar leads on: %s", (name, change, href) => {
  open(change);
  expect(screen.getByRole("link", { name }).getAttribute("href")).toBe(href);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

it("who may not submit reads for whom the sheet is ready", () => {
  open({ checked: 1, may: { enter: true, submit: false }, submitters: ["Owen Reid"] });
  expect(action()?.textContent).toBe("Ready for Owen Reid to submit");
});

it("where a second person checks, who entered every mark reads that someone else is to check them", () => {
  open({ checked: 0, second_checker: true, submitters: ["Asha Patel"] }, [{ ...marked, own: true }]);
  expect(action()?.textContent).toBe("Ready for someone else to check");
});

it("where a second person checks, marks of a colleague are there to be checked", () => {
  open({ checked: 0, second_checker: true }, [{ ...marked, own: true }, marked]);
  expect(screen.getByRole("link", { name: "Check these" })).toBeTruthy();
});
