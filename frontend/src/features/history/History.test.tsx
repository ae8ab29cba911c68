import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { speak } from "../../i18n/words";
import { renderFor } from "../../testing/place";
import { head, moreTime } from "../../testing/samples";
import { Service, problem } from "../../testing/service";
import { History } from "./History";

const SHEET = "2027-06.64235.H446-03";
const LATEST = `GET /api/v1/sheets/${SHEET}/history`;
const OLDER = `${LATEST}?before=0005`;

const change = (of: Partial<Schemas["HistoryChange"]> = {}): Schemas["HistoryChange"] => ({
  candidate: "1051",
  before: "Absent",
  after: "45",
  checked: true,
  entered_before: { outcome: { kind: "absent" }, criteria: [], zero_reason: null },
  entered_after: { outcome: { kind: "mark", mark: 45 }, criteria: [], zero_reason: null },
  was_checked: false,
  flag: null,
  checker_note: null,
  carried_from: null,
  circumstance: null,
  criteria: [],
  zero_reason: null,
  ...of,
});

const entry = (version: number, of: Partial<Schemas["HistoryEntry"]> = {}): Schemas["HistoryEntry"] => ({
  version,
  at: "2026-11-24T10:42:00Z",
  by: "Asha Patel",
  channel: "web",
  what: "MarksSaved",
  changes: [change()],
  submission: null,
  amendment: null,
  why: null,
  extension: null,
  notice: null,
  request: null,
  entered: [],
  corrected: [],
  corrections: {},
  withdrawn: [],
  reason: "",
  other_centre: null,
  ...of,
});

async function open(script: Record<string, unknown[]>, board: Schemas["MeOut"]["board"] = []) {
  Service.open({ [`GET /api/v1/sheets/${SHEET}?page=1`]: [{ ...head(), page: 1, pages: 1, rows: [] }], ...script });
  renderFor({ board }, <History sheet={SHEET} />);
  const heading = await screen.findByRole("heading", { name: /H446\/03 Programming project.*Who changed what/ });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return userEvent.setup();
}
const lines = () => [...document.querySelectorAll(".cm-history > li")].map((line) => line.textContent);
const cells = () => screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent).join(" | "));

afterEach(async () => {
  cleanup();
  Service.close();
  history.replaceState(null, "", location.pathname);
  await speak("en");
});

it("each candidate's mark is shown before and after, under who changed it and when", async () => {
  await open({ [LATEST]: [{ entries: [entry(2)], before: null }] });
  expect(screen.getByRole("heading", { level: 2, name: "24 November 2026" })).toBeTruthy();
  expect(lines()[0]).toContain("Asha Patel changed 1 and ticked 1 as checked 10:42, on this website");
  expect(cells()).toEqual(["Candidate | Mark or grade | Checked", "1051 | Absent then→ 45 | Ticked as checked"]);
});

it("a flag that was set or taken off says so beside the tick", async () => {
  const held = { before: "45", entered_before: change().entered_after };
  const lifted = entry(3, { at: "2026-11-24T11:42:00Z", changes: [change({ ...held, flag: "lifted" })] });
  const set = entry(2, { changes: [change({ ...held, was_checked: true, checked: false, flag: "set" })] });
  await open({ [LATEST]: [{ entries: [lifted, set], before: null }] });
  expect(lines().some((line) => line.includes("Asha Patel ticked 1 as checked and removed 1 flag"))).toBe(true);
  expect(cells().filter((line) => line.startsWith("1051"))).toEqual([
    "1051 | 45 | Ticked as checkedFlag removed",
    "1051 | 45 | Tick removedFlagged for another look",
  ]);
});

it("what the service did for the board is not also put down to a person", async () => {
  await open({ [LATEST]: [{ entries: [entry(3, { what: "MarksConfirmed", by: "Exam board", channel: "board", changes: [] })], before: null }] });
  expect(lines()).toEqual(["Confirmed by the board 10:42"]);
});

it.each([
  { board: [], by: "by the exam board" },
  { board: ["board moderation" as const], by: "by Mo Derator" },
])("what the board did is its own to a centre, and to its own people a person's: $by", async ({ board, by }) => {
  const started = entry(4, { what: "ModerationStarted", by: "Mo Derator", channel: "board", changes: [] });
  const byService = entry(3, { what: "ExtensionDecided", by: "Exam board", channel: "board", changes: [] });
  await open({ [LATEST]: [{ entries: [started, byService], before: null }] }, board);
  expect(lines()).toEqual([`Moderation started 10:42 ${by}`, "Extension decided 10:42 by the exam board"]);
});

it("a notice says in plain words who was told what", async () => {
  const told = entry(3, { what: "NoticeSent", by: "Exam board", channel: "board", changes: [], notice: { kind: "sample", to: "Owen Reid" } });
  await open({ [LATEST]: [{ entries: [told, { ...told, notice: { kind: "sample", to: "Mair Pugh" } }], before: null }] });
  expect(lines()[0]).toBe("We emailed Owen Reid: the board requested a sample of work 10:42");
  expect(lines()).toHaveLength(2);
});

it("a candidate of an earlier page is named, in the changes too, and an amendment says why", async () => {
  const made = entry(6, { what: "AmendmentApplied", why: { reason: "copied", explanation: "54 was read as 45.", note: "Agreed." } });
  const user = await open({
    [LATEST]: [{ entries: [made], names: {}, before: "0005" }],
    [OLDER]: [{ entries: [entry(5)], names: { "1051": "JONES Amelia" }, before: null }],
  });
  expect(lines()[0]).toContain("A mark was copied wrongly: 54 was read as 45.The board's note: Agreed.");
  await user.click(screen.getByRole("button", { name: "Show older" }));
  expect(await screen.findAllByRole("rowheader", { name: "1051 JONES Amelia" })).toHaveLength(2);
});

it("a candidate number leaves that candidate's changes", async () => {
  const both = [entry(3, { changes: [entry(3).changes[0]!, change({ candidate: "1052", before: null, after: "12", checked: false })] })];
  const user = await open({ [LATEST]: [{ entries: [...both, entry(2), entry(1, { changes: [] })], before: null }] });
  await user.type(screen.getByLabelText("Candidate's number or name"), "1052");
  expect((await screen.findByText("1 event")).getAttribute("role")).toBe("status");
  expect(cells()[1]).toBe("1052 | None then→ 12 | No");
  await user.type(screen.getByLabelText("Candidate's number or name"), "9");
  expect(await screen.findByText("Nothing listed here is theirs.")).toBeTruthy();
});

it("what became of entries says whose they are, why, and where a candidate moved", async () => {
  const board = { by: "Olu Perator", channel: "board", what: "EntriesChanged", changes: [] } satisfies Partial<Schemas["HistoryEntry"]>;
  await open({
    [LATEST]: [
      {
        entries: [
          entry(5, { ...board, entered: ["1060"], other_centre: "58410" }),
          entry(4, { ...board, withdrawn: ["1052"], other_centre: "58410", reason: "Changed schools" }),
          entry(3, { ...board, withdrawn: ["1053"], reason: "Left the course" }),
          entry(2, { ...board, entered: ["1061"], corrected: ["1051", "1062"], corrections: { "1051": ["name", "group"] } }),
          entry(1, { ...board, entered: Array.from({ length: 48 }, (_, n) => `${1001 + n}`) }),
        ],
        names: { "1051": "SMITH Amelia", "1052": "KHAN Aisha" },
        before: null,
      },
    ],
  });
  const said = lines().map((line) => line?.replace(/^.*10:42/, ""));
  expect(said).toEqual([
    "Entered: 1060Moved from centre 58410",
    "Withdrawn: 1052 KHAN AishaMoved to centre 58410Reason: Changed schools",
    "Withdrawn: 1053Reason: Left the course",
    "Entered: 1061Corrected: 1051 SMITH Amelia (name, teaching group), 1062 (name, UCI or teaching group)",
    "Entered: 48 candidates",
  ]);
});

it("a mark carried forward and a circumstance say so beside the mark, and a circumstance that is gone was taken back", async () => {
  const lost = { code: "L", title: "Lost work", reason: "Lost in a fire" };
  await open({
    [LATEST]: [
      {
        entries: [
          entry(4, { what: "CircumstanceRecorded", changes: [change({ before: "45" })] }),
          entry(3, { what: "CircumstanceRecorded", changes: [change({ before: "45", circumstance: lost })] }),
          entry(2, { what: "EntriesChanged", changes: [change({ candidate: "1052", carried_from: "2026-06" })] }),
        ],
        before: null,
      },
    ],
  });
  expect(lines()[0]).toContain("Lost work or special consideration removed");
  expect(lines()[1]).toContain("Lost work Lost in a fire");
  expect(lines()[2]).toContain("45Carried forward from June 2026");
});

it("older entries are added below, and asked for again when the answer was lost", async () => {
  const user = await open({
    [LATEST]: [{ entries: [entry(6)], before: "0005" }],
    [OLDER]: [problem(503, "busy", "Busy."), { entries: [entry(5, { at: "2026-11-24T09:42:00Z" })], before: null }],
  });
  await user.click(screen.getByRole("button", { name: "Show older" }));
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("2 events")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
});

it("a save of a whole class is folded", async () => {
  const changes = Array.from({ length: 11 }, (_, n) => change({ candidate: `${1001 + n}`, before: null, after: "40", checked: false }));
  await open({ [LATEST]: [{ entries: [entry(2, { changes })], before: null }] });
  expect(screen.getByText("11 candidates").closest("details")?.open).toBe(false);
});

it("outcomes are said in Welsh", async () => {
  await open({ [LATEST]: [{ entries: [entry(2)], before: null }] });
  await speak("cy");
  await screen.findByText(/^Asha Patel: newidiwyd 1.* ticiwyd 1 fel rhai a wiriwyd$/);
  expect(cells()[1]).toBe("1051 | Absennol yna→ 45 | Ticiwyd fel un a wiriwyd");
});

it("the reason that every candidate of a series is entered with is said in Welsh", async () => {
  const entries = [entry(1, { what: "EntriesChanged", channel: "board", changes: [], entered: ["1051"], reason: "Entered for the series" })];
  await open({ [LATEST]: [{ entries, before: null }] });
  await speak("cy");
  expect(await screen.findByText(/Rheswm: Cofrestrwyd ar gyfer y gyfres/)).toBeTruthy();
});

it("what was submitted and confirmed names the number of the submission", async () => {
  const second = { submission: 2, changes: [] };
  const confirmed = entry(4, { ...second, what: "MarksConfirmed", by: "Exam board", channel: "board" });
  await open({ [LATEST]: [{ entries: [confirmed, entry(3, { ...second, what: "MarksSubmitted" })], before: null }] });
  expect(lines()).toEqual(["Confirmed by the board (submission 2) 10:42", "Submitted to the board (submission 2) 10:42 by Asha Patel, on this website"]);
});

it("an extension says until when and why it was asked for, and how it was decided", async () => {
  const asked = entry(2, { what: "ExtensionRequested", changes: [], extension: moreTime() });
  const decided = { by: "Exam board", at: "2026-11-25T10:00:00Z", note: "Too long." };
  const declined = entry(3, { what: "ExtensionDecided", by: "Exam board", channel: "board", changes: [], extension: moreTime({ granted: false, decided }) });
  await open({ [LATEST]: [{ entries: [declined, asked], before: null }] });
  expect(lines()[0]).toContain("Declined: Too long.");
  expect(lines()[1]).toContain("Until 22 May 2027: The teacher is ill.");
});
