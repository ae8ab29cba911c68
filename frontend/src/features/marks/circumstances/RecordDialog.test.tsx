import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OpenSheet } from "../../../sheet/open-sheet";
import { head, row } from "../../../testing/samples";
import { Service, problem } from "../../../testing/service";
import { RecordDialog } from "./RecordDialog";

const SHEET = "2027-06.64235.H446-03";
const RECORD = `PUT /api/v1/sheets/${SHEET}/candidates/1051/circumstance`;
const LOST = { code: "L", title: "Lost work", reason: "Lost in a fire" };
const about = (change: object) => ({ former: null, moved_from: null, carried_from: null, circumstance: null, ...change });

const circumstances = [
  { code: "L", title: "Lost work", sampled: false },
  { code: "S", title: "Special consideration", sampled: true },
];
const said = vi.fn();
const closed = vi.fn();

function open(script: Record<string, unknown[]>, note: ReturnType<typeof about> | null = null) {
  const service = Service.open(script);
  const rows = [row({ note }), row({ candidate: "1052", name: "KHAN Aisha", note: about({ carried_from: "2026-06" }) })];
  const sheet = new OpenSheet({ ...head({ circumstances }), page: null, pages: 1, rows }, "u1");
  render(<RecordDialog sheet={sheet} said={said} close={closed} />);
  return { service, sheet, user: userEvent.setup() };
}
const press = (name: string) => screen.getByRole("button", { name, hidden: true });
const radio = (name: RegExp) => screen.getByRole("radio", { name, hidden: true });
const candidate = () => screen.getByLabelText("Candidate number");

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= () => {};
  HTMLDialogElement.prototype.close ??= () => {};
});
afterEach(() => {
  cleanup();
  Service.close();
  vi.clearAllMocks();
});

it("records what happened to a candidate's work and shows it in the row", async () => {
  const { service, sheet, user } = open({ [RECORD]: [{ candidate: "1051", circumstance: LOST, version: 8 }] });
  await user.type(candidate(), "1051");
  expect(screen.getByText("JONES Amelia", { selector: "p" })).toBeTruthy();
  await user.click(radio(/Lost work/));
  await user.type(screen.getByLabelText("What happened"), "Lost in a fire");
  await user.click(press("Record"));
  await waitFor(() => expect(said).toHaveBeenCalledWith("Recorded for candidate 1051: Lost work."));
  expect(service.calls[0]?.body).toEqual({ circumstance: { code: "L", reason: "Lost in a fire" }, uci: "64235A260001X" });
  expect(sheet.row("1051")?.peek().note?.circumstance).toEqual(LOST);
  expect(sheet.head.peek().version).toBe(8);
});

it("says at each field and in the summary what is missing, and sends nothing", async () => {
  const { service, user } = open({});
  await user.click(press("Record"));
  const told = [...document.querySelectorAll(".govuk-error-message")].map((message) => message.textContent);
  expect(told).toEqual(["Type the number of a candidate on this sheet whose mark you can still enter", "Choose what to record", "Say briefly what happened"]);
  const summary = screen.getByRole("heading", { name: "There is a problem", hidden: true }).parentElement as HTMLElement;
  expect(document.activeElement).toBe(summary);
  expect([...summary.querySelectorAll("a")].map(({ hash }) => hash)).toEqual(["#record-candidate", "#record-L", "#record-reason"]);
  expect(service.calls).toEqual([]);
});

it("is not for a candidate whose mark is carried forward", async () => {
  const { user } = open({});
  await user.type(candidate(), "1052");
  await user.click(press("Record"));
  expect(screen.getByText(/whose mark you can still enter/, { selector: "p" })).toBeTruthy();
});

it("shows what is recorded already, and takes it back", async () => {
  const { service, sheet, user } = open({ [RECORD]: [{ candidate: "1051", circumstance: null, version: 8 }] }, about({ circumstance: LOST }));
  await user.type(candidate(), "1051");
  expect(screen.getByLabelText<HTMLTextAreaElement>("What happened").value).toBe("Lost in a fire");
  await user.click(radio(/Nothing/));
  await user.click(press("Record"));
  await waitFor(() => expect(said).toHaveBeenCalledWith("Nothing is recorded for candidate 1051."));
  expect(service.calls[0]?.body).toEqual({ circumstance: null, uci: "64235A260001X" });
  expect(sheet.row("1051")?.peek()).not.toHaveProperty("note");
});

it("says why it could not be recorded, and keeps what was typed", async () => {
  const { user } = open({ [RECORD]: [problem(409, "window-closed", "Closed.")] });
  await user.type(candidate(), "1051");
  await user.click(radio(/Special/));
  await user.type(screen.getByLabelText("What happened"), "Ill");
  await user.click(press("Record"));
  expect(await screen.findByText(/no longer accepts marks for this assessment/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("What happened").value).toBe("Ill");
});
