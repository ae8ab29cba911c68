import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forget } from "../../lib/local-copy";
import { renderFor } from "../../testing/place";
import { head, row } from "../../testing/samples";
import { Service } from "../../testing/service";
import { MarkEntry } from "./MarkEntry";

const SHEET = "2027-06.64235.H446-03";
const SAVE = `PATCH /api/v1/sheets/${SHEET}/marks`;
const CRITERIA = [
  { code: "A01", title: "Analysis", maximum: 20 },
  { code: "A02", title: "Making", maximum: 50 },
];
const mark = (value: number) => ({ kind: "mark" as const, mark: value });
const JONES = "1051 JONES Amelia";
const KHAN = "1052 KHAN Aisha";

async function open(rows = [row(), row({ candidate: "1052", name: "KHAN Aisha", outcome: mark(45) })]) {
  const loaded = { ...head({ status: "incomplete", criteria: CRITERIA }), page: null, pages: 1, rows };
  const service = Service.open({
    [`GET /api/v1/sheets/${SHEET}?page=all`]: [loaded],
    [SAVE]: [{ version: 8, status: "incomplete", candidates: 2, entered: 1, checked: 0, rows: [] }],
  });
  renderFor({ name: "Asha Patel" }, <MarkEntry sheet={SHEET} />);
  await vi.advanceTimersByTimeAsync(50);
  return async () => {
    await vi.advanceTimersByTimeAsync(1600);
    return service.calls.filter(({ what }) => what === SAVE).map(({ body }) => body);
  };
}

const analysis = (who: string) => screen.getByLabelText<HTMLInputElement>(`A01 Analysis, out of 20, for ${who}`);
const making = (who: string) => screen.getByLabelText<HTMLInputElement>(`A02 Making, out of 50, for ${who}`);
const total = (candidate: string) => document.querySelector(`#c${candidate} output`)?.textContent;
const note = (candidate: string) => document.getElementById(`note-${candidate}`)?.textContent;
const put = async (box: HTMLInputElement, value: string) => {
  fireEvent.input(box, { target: { value } });
  await vi.advanceTimersByTimeAsync(0);
};

const paste = async (into: HTMLElement, text: string) => {
  fireEvent(into, Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData: { getData: () => text } }));
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:42:00Z") });
});
afterEach(async () => {
  cleanup();
  history.replaceState(null, "", "/");
  Service.close();
  const forgotten = forget("u1");
  await vi.advanceTimersByTimeAsync(50);
  await forgotten;
  vi.useRealTimers();
});

it("adds up the criteria and saves them with their sum", async () => {
  const saves = await open();
  await put(analysis(JONES), "12");
  expect(total("1051")).toBe("–");
  await put(making(JONES), "30");
  expect(total("1051")).toBe("42");
  expect(await saves()).toEqual([{ rows: [{ candidate: "1051", revision: 1, checked: false, outcome: mark(42), criteria: [12, 30] }] }]);
});

it("names the criterion whose mark is too high, beside its own box", async () => {
  const saves = await open();
  await put(analysis(JONES), "21");
  expect(note("1051")).toBe("A01: The maximum mark is 20");
  expect([analysis(JONES), making(JONES)].map((box) => box.getAttribute("aria-invalid"))).toEqual(["true", null]);
  expect(await saves()).toEqual([]);
});

it("says where a total that was given differs, keeps both, and takes the sum when asked to", async () => {
  const saves = await open();
  await put(analysis(KHAN), "12");
  expect(total("1052")).toBe("45");
  await put(making(KHAN), "30");
  expect(note("1052")).toContain("The criteria add up to 42, which is not the total that was given");
  expect(total("1052")).toBe("45");
  fireEvent.click(screen.getByRole("button", { name: "Use 42 for 1052" }));
  await vi.advanceTimersByTimeAsync(0);
  expect(total("1052")).toBe("42");
  const sent = await saves();
  expect(sent.at(-1)).toMatchObject({ rows: [{ candidate: "1052", outcome: mark(42), criteria: [12, 30] }] });
});

it("says which criteria a row lacks, also to whoever ticks it", async () => {
  const saves = await open();
  await put(analysis(JONES), "12");
  expect(note("1051")).toContain("A02 is missing");
  await saves();
  const tick = screen.getByLabelText<HTMLInputElement>(`Checked ${JONES}`);
  fireEvent.click(tick);
  await vi.advanceTimersByTimeAsync(0);
  expect([note("1051"), tick.checked]).toEqual(["A02 is missing", false]);
});

it("keeps marks when A is typed beside them, and Absent replaces them with undo", async () => {
  const saves = await open([row({ outcome: mark(42), criteria: [12, 30] })]);
  await put(making(JONES), "A");
  expect([analysis(JONES).value, making(JONES).value]).toEqual(["12", "A"]);
  expect(note("1051")).toContain("Clear the marks, or choose Absent");
  expect(await saves()).toEqual([]);
  await put(making(JONES), "30");
  fireEvent.click(screen.getByRole("button", { name: `Absent for ${JONES}` }));
  await vi.advanceTimersByTimeAsync(0);
  expect(total("1051")).toBe("A");
  fireEvent.click(screen.getAllByRole("button", { name: /^Undo for/ })[0] as HTMLElement);
  await vi.advanceTimersByTimeAsync(0);
  expect([total("1051"), analysis(JONES).value, making(JONES).value]).toEqual(["42", "12", "30"]);
});

it("puts a mark carried forward below Total, and names the criteria above the list", async () => {
  await open([row({ outcome: mark(42), note: { carried_from: "2026-06" } as never })]);
  expect(document.querySelector("#c1051 .cm-criteria__total")?.textContent).toContain("42");
  expect([...document.querySelectorAll("#c1051 .cm-criteria__fixed")].map(({ textContent }) => textContent)).toEqual(["A01 –", "A02 –"]);
  expect(screen.getByText("A01 Analysis · A02 Making")).toBeTruthy();
});

it("Enter goes along the row and then to the next one, the arrows down the column", async () => {
  await open();
  analysis(JONES).focus();
  fireEvent.keyDown(analysis(JONES), { key: "Enter" });
  expect(document.activeElement).toBe(making(JONES));
  fireEvent.keyDown(making(JONES), { key: "Enter" });
  expect(document.activeElement).toBe(analysis(KHAN));
  fireEvent.keyDown(analysis(KHAN), { key: "Enter", shiftKey: true });
  expect(document.activeElement).toBe(making(JONES));
  fireEvent.keyDown(making(JONES), { key: "ArrowDown" });
  expect(document.activeElement).toBe(making(KHAN));
});

it("takes a block copied from a spreadsheet, a column for one criterion, and A for absent", async () => {
  await open([row(), row({ candidate: "1052", name: "KHAN Aisha" })]);
  await paste(analysis(JONES), "12\t30\n8\t20\n");
  expect([total("1051"), total("1052")]).toEqual(["42", "28"]);
  await paste(making(JONES), "31\n21\n");
  expect([total("1051"), total("1052"), analysis(KHAN).value]).toEqual(["43", "29", "8"]);
  await put(analysis(JONES), "");
  await put(making(JONES), "A");
  expect([total("1051"), analysis(JONES).value]).toEqual(["A", ""]);
});
