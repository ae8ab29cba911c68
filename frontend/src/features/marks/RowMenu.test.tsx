import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { renderFor } from "../../testing/place";
import { head, row } from "../../testing/samples";
import { Service } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

const SHEET = "2027-06.64235.H446-03";
const circumstances = [{ code: "L", title: "Lost work", sampled: false }];
const rows = [row({ outcome: { kind: "mark", mark: 40 }, checked: true }), row({ candidate: "1052", uci: "u2", name: "KHAN Aisha" })];

async function open(candidate: string, change: object = { circumstances }) {
  Service.open({ [`GET /api/v1/sheets/${SHEET}?page=all`]: [{ ...head(change), page: null, pages: 1, rows }] });
  renderFor({}, <MarkEntry sheet={SHEET} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: `More for ${candidate}` }));
  return user;
}
const offered = () => [...document.querySelectorAll(".cm-row-menu li")].map(({ textContent }) => textContent);
const choice = (name: string) => within(screen.getByRole("dialog")).getByRole("button", { name });
const lineOf = (id: string) => document.getElementById(id)!.textContent;
const box = (name: string) => screen.getByLabelText<HTMLInputElement>(`Mark for ${name}`);

afterEach(() => {
  cleanup();
  Service.close();
});

it("a row's menu marks the candidate as absent, which can be undone", async () => {
  const user = await open("1052 KHAN Aisha");
  expect(screen.getByRole("dialog", { name: "1052 KHAN Aisha" })).toBeTruthy();
  expect(offered()).toEqual(["Absent", "Record lost work or special consideration", "Note to the checker"]);
  await user.click(choice("Absent"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(box("1052 KHAN Aisha").value).toBe("A");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(box("1052 KHAN Aisha").value).toBe("");
});

it("a row's menu leads to recording a circumstance of that candidate", async () => {
  const user = await open("1052 KHAN Aisha");
  await user.click(choice("Record lost work or special consideration"));
  expect((await screen.findByLabelText<HTMLInputElement>("Candidate number")).value).toBe("1052");
});

it("a row's menu flags a mark for another look, which unticks it, and takes the flag away", async () => {
  const user = await open("1051 JONES Amelia", {});
  expect(offered()).toEqual(["Absent", "Note to the checker", "Flag for another look"]);
  await user.click(choice("Flag for another look"));
  expect(screen.getByLabelText<HTMLInputElement>("Checked 1051 JONES Amelia").checked).toBe(false);
  await user.click(screen.getByRole("button", { name: "More for 1051 JONES Amelia" }));
  expect(offered()).toEqual(["Absent", "Note to the checker", "Remove the flag"]);
});

it("a note to the checker is left from a row's menu, shown below the name, and removed", async () => {
  const user = await open("1051 JONES Amelia", {});
  await user.click(choice("Note to the checker"));
  await user.type(screen.getByLabelText("What should be looked at?"), "  Criterion 3{Enter}twice ");
  await user.click(choice("Save note"));
  expect(lineOf("c1051")).toContain("Note to the checker Criterion 3 twice");
  expect(lineOf("c1051")).toContain("Not saved");
  await user.click(screen.getByRole("button", { name: "More for 1051 JONES Amelia" }));
  await user.click(choice("Note to the checker"));
  await user.click(choice("Remove the note"));
  expect(lineOf("c1051")).not.toContain("Criterion 3");
});

it("the menu of a row with a 0 says why it is 0, and can say otherwise", async () => {
  const reasons = ["0: the work earned no marks", "0: the work cannot be confirmed as the candidate's own"];
  const user = await open("1051 JONES Amelia", {});
  await user.click(choice("Cancel"));
  await user.clear(box("1051 JONES Amelia"));
  await user.type(box("1051 JONES Amelia"), "0");
  await user.click(screen.getByRole("button", { name: "More for 1051 JONES Amelia" }));
  expect(offered().slice(0, 3)).toEqual(["Absent", ...reasons]);
  await user.click(choice(reasons[1]!));
  expect(screen.getByRole("row", { name: /1051/ }).textContent).toContain(reasons[1]);
  await user.click(screen.getByRole("button", { name: "More for 1051 JONES Amelia" }));
  expect(offered().slice(0, 2)).toEqual(["Absent", reasons[0]]);
});

it("Alt and Down in a row's box opens its menu", async () => {
  const user = await open("1051 JONES Amelia");
  await user.click(choice("Cancel"));
  box("1052 KHAN Aisha").focus();
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(screen.getByRole("dialog", { name: "1052 KHAN Aisha" })).toBeTruthy();
});
