import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { OpenSheet } from "../../../sheet/open-sheet";
import { head, row, summary as assessment } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { PasteDialog } from "./PasteDialog";
import { cellsOf } from "./cells";

const popped = () => new Promise((done) => addEventListener("popstate", done, { once: true }));

afterEach(async () => {
  const closes = document.querySelector("dialog") ? popped() : undefined;
  cleanup();
  await closes;
  Service.close();
});

const rows = [
  row({ candidate: "1001", name: "JONES Amelia", outcome: { kind: "mark", mark: 40 } }),
  row({ candidate: "1002", name: "JONES Demelza" }),
  row({ candidate: "1012", name: "KHAN Aisha", outcome: { kind: "mark", mark: 44 } }),
];

function open(text?: string, close: () => void = () => undefined) {
  const put = vi.fn();
  const sheet = new OpenSheet({ ...head({ status: "incomplete" }), page: null, pages: 1, rows }, "u1");
  render(<PasteDialog sheet={sheet} table={text === undefined ? undefined : cellsOf(text)} put={put} close={close} />);
  return put;
}

const dialog = () => screen.getByRole("dialog");
const roles = () =>
  within(dialog())
    .getAllByRole<HTMLSelectElement>("combobox")
    .map((select) => select.selectedOptions[0]?.textContent);
const button = () => within(dialog()).getByRole<HTMLButtonElement>("button", { name: /Paste \d+ marks?$/ });
const choose = (column: RegExp, role: string) => act(() => void fireEvent.change(screen.getByLabelText(column), { target: { value: role } }));
const brought = (name: RegExp) => within(screen.getByRole("table", { name: "Marks to paste" })).getByRole("row", { name }).textContent;
const summary = () => screen.getByRole("status").textContent;

it("shows what each column is taken for, and every mark beside the one it replaces", () => {
  const put = open("Candidate\tName\tMark\tMax\n1001\tJones, Amelia\t45.0\t70\n1002\tDemelza Jones\tabs\t70\n1012\tKHAN Aisha\t44\t70");
  expect(roles()).toEqual(["Candidate number", "Full name", "Mark", "Not used"]);
  expect(brought(/1001 JONES Amelia/)).toBe("1001 JONES AmeliaJones, Amelia4045Changes");
  expect(brought(/1002 JONES Demelza/)).toBe("1002 JONES DemelzaDemelza JonesNo markAbsent");
  expect(brought(/1012 KHAN Aisha/)).toBe("1012 KHAN AishaKHAN Aisha44No change");
  expect(summary()).toContain("2 marks to paste1 changes an existing mark1 mark is already on the sheet");

  fireEvent.click(button());
  expect(put).toHaveBeenCalledWith(
    [
      { candidate: "1001", text: "45" },
      { candidate: "1002", text: "A" },
    ],
    "2 marks pasted.",
  );
});

it("says of a table that has our row versions which rows were changed after it was made", () => {
  open("Candidate number\tCandidate name\tMark\tRow version\n1001\tJONES Amelia\t39\t0\n1002\tJONES Demelza\t41\t1\n1012\tKHAN Aisha\t44\t0");
  expect(roles()).toEqual(["Candidate number", "Full name", "Mark", "Row version"]);
  expect(brought(/1001 JONES Amelia/)).toContain("39ChangesChanged after this table was made");
  expect(brought(/1002 JONES Demelza/)).not.toContain("Changed after");
  expect(brought(/1012 KHAN Aisha/)).not.toContain("Changed after");
  expect(summary()).toContain("1 row was changed after this table was made");
});

it("asks which column is the mark where two could be, and puts nothing on the sheet before", async () => {
  const put = open("1001\tJONES\tAmelia\t33\t70\n1002\tJONES\tDemelza\t41\t70");
  expect(roles()).toEqual(["Candidate number", "Surname", "Forename", "Not used", "Not used"]);
  expect(summary()).toBe("Choose which column is the mark.");
  expect(button().disabled).toBe(true);
  await choose(/^Column 4/, "mark");
  expect(summary()).toContain("2 marks to paste");
  fireEvent.click(button());
  expect(put).toHaveBeenCalledWith(
    [
      { candidate: "1001", text: "33" },
      { candidate: "1002", text: "41" },
    ],
    "2 marks pasted.",
  );
});

it("gives a role to one column only", async () => {
  open("Candidate\tMark\tSecond marker\n1001\t45\t46");
  await choose(/^Column 3: Second marker/, "mark");
  expect(roles()).toEqual(["Candidate number", "Not used", "Mark"]);
  expect(brought(/1001 JONES Amelia/)).toContain("46");
});

it("names every row that is not used, with its line and the reason", () => {
  open("Candidate\tName\tMark\n1001\tJONES Demelza\t45\n1002\tJONES Demelza\t45.5\n9999\tPATEL Ravi\t50\n1012\tKHAN Aisha\t\n\tTotal\t140");
  const left = within(screen.getByRole("region", { name: "Rows that are not used" })).getAllByRole("listitem");
  expect(left.map(({ textContent }) => textContent)).toEqual([
    "Line 2: 1001 JONES Demelza, 45. The candidate number, UCI and name belong to different candidates.",
    "Line 3: 1002 JONES Demelza, 45.5. Marks are whole numbers. Type a mark from 0 to 70.",
    "Line 4: 9999 PATEL Ravi, 50. Not on this sheet.",
  ]);
  expect(summary()).toContain("0 marks to paste3 rows are not used1 row has no mark and changes nothing2 lines are titles, headings, totals or empty");
  expect(button().disabled).toBe(true);
});

it("asks whose the marks are where nothing says so", () => {
  open("45\t3\n44\t2");
  expect(screen.getByRole("status").textContent).toBe("Choose which column is the mark.Choose the column with candidate numbers, UCIs or names.");
});

it("has a box for those who cannot paste with keys, which asks for more than a column of marks", async () => {
  open();
  const box = screen.getByLabelText("Marks from a spreadsheet");
  fireEvent.input(box, { target: { value: "45\n46" } });
  fireEvent.click(screen.getByRole("button", { name: "Continue" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Paste marks together with candidate numbers");
  fireEvent.input(box, { target: { value: "1002\t33" } });
  fireEvent.click(screen.getByRole("button", { name: "Continue" }));
  expect(await screen.findByText("1 mark to paste")).toBeTruthy();
});

const pressed = (name: string) => act(() => void fireEvent.click(within(dialog()).getByRole("button", { name })));
const fill = (value: string) => act(() => void fireEvent.input(screen.getByLabelText("Marks from a spreadsheet"), { target: { value } }));
const escape = () => act(() => void fireEvent.keyDown(dialog(), { key: "Escape" }));
const goneBack = () =>
  act(async () => {
    const back = popped();
    history.back();
    await back;
  });
const asksToDiscard = () => screen.queryByRole("heading", { name: "Discard what you pasted?" }) !== null;

it.each(["Escape", "Cancel", "the browser's own way out of a dialog", "the browser's Back"])("%s asks before what was pasted is lost", async (how) => {
  const close = vi.fn();
  open("Candidate\tMark\n1001\t45", close);
  const leave = async () => {
    if (how === "Cancel") return pressed("Cancel");
    if (how === "the browser's Back") return goneBack();
    await act(() => {
      if (how === "Escape") expect(fireEvent.keyDown(dialog(), { key: "Escape" })).toBe(false);
      else expect(fireEvent(dialog(), new Event("cancel", { cancelable: true }))).toBe(false);
    });
  };
  screen.getByLabelText(/^Column 2/).focus();
  await leave();
  expect([asksToDiscard(), close.mock.calls.length]).toEqual([true, 0]);
  expect(document.activeElement?.textContent).toBe("Keep");
  await pressed("Keep");
  expect(asksToDiscard()).toBe(false);
  expect(document.activeElement).toBe(screen.getByLabelText(/^Column 2/));
  expect(summary()).toContain("1 mark to paste");
  await leave();
  await pressed("Discard");
  expect(close).toHaveBeenCalledTimes(1);
});

it("a box with nothing in it is left without a question, and one with something is not", async () => {
  const close = vi.fn();
  open(undefined, close);
  await fill("1001\t45");
  await escape();
  expect([asksToDiscard(), close.mock.calls.length]).toEqual([true, 0]);
  await escape();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Marks from a spreadsheet").value).toBe("1001\t45");
  await fill(" ");
  await escape();
  expect(close).toHaveBeenCalledTimes(1);
});

it("once it is closed, Back leads where it led before", async () => {
  history.pushState(null, "", "#before");
  open("Candidate\tMark\n1001\t45");
  await goneBack();
  const closed = popped();
  cleanup();
  await closed;
  expect([location.hash, history.state]).toEqual(["#before", null]);
  await goneBack();
  expect(location.hash).toBe("");
});

const reload = () => fireEvent(window, new Event("beforeunload", { cancelable: true }));

it("closing one dialog asks nothing of the next, opened at once", async () => {
  open("Candidate\tMark\n1001\t45");
  cleanup();
  open("Candidate\tMark\n1001\t46");
  await act(async () => void (await popped()));
  expect(asksToDiscard()).toBe(false);
  await goneBack();
  expect(asksToDiscard()).toBe(true);
});

it("a reload warns while something is pasted", async () => {
  open();
  expect(reload()).toBe(true);
  const closed = popped();
  cleanup();
  await closed;
  open("Candidate\tMark\n1001\t45");
  expect(reload()).toBe(false);
});

it("Escape that ends composing asks nothing", async () => {
  open("Candidate\tMark\n1001\t45");
  await act(() => void fireEvent.keyDown(dialog(), { key: "Escape", keyCode: 229 }));
  expect(asksToDiscard()).toBe(false);
});

const LISTED = `GET /api/v1/centres/${head().centre.number}/series/${head().series.id}/assessments`;
const known = (...codes: string[]) => ({
  series: head().series,
  people: { enter: [], submit: [], limited: [], administer: [] },
  assessments: codes.map((code) => ({ ...assessment(), assessment: { ...head().assessment, code } })),
});
const loaded = () => act(() => new Promise((done) => setTimeout(done)));

it.each(["H446/02 Algorithms", "Class 11A\tH446-02", "Mock exam, h446 / 02"])("asks about a table whose title names another assessment: %s", async (title) => {
  Service.open({ [LISTED]: [known("H446/02", "H446/03")] });
  const put = open(`${title}\nCandidate\tMark\n1001\t45`);
  expect(button().disabled).toBe(true);
  await loaded();
  expect(summary()).toContain("What you pasted names H446/02. This sheet is H446/03.");
  expect(button().disabled).toBe(true);
  await pressed("These marks are for H446/03");
  expect(summary()).not.toContain("H446/02");
  fireEvent.click(button());
  expect(put).toHaveBeenCalledTimes(1);
});

it("asks where nobody can say whether a title's code is another assessment", async () => {
  Service.open({ [LISTED]: ["lost"] });
  open("H446/02 Algorithms\nCandidate\tMark\n1001\t45");
  await loaded();
  expect(button().disabled).toBe(true);
  expect(summary()).toContain("names H446/02");
});

it.each(["H446/03 Programming project", "School year 2026/27", "11A/CS1"])("asks nothing about a title that names no other assessment: %s", async (title) => {
  Service.open({ [LISTED]: [known("H446/02", "H446/03")] });
  open(`${title}\nCandidate\tMark\n1001\t45`);
  await loaded();
  expect(button().disabled).toBe(false);
  expect(summary()).not.toContain("names");
});
