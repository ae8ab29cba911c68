import { expect, it, vi } from "vitest";
import { boardLine } from "../../testing/samples";
import { readAdjusted } from "./adjusted";
import { checkCharacter, uciFault } from "./uci";
import { addressOf, askedIn, escalated, matching } from "./lines";
import { fileOf } from "./file";

const lines = [
  boardLine(),
  boardLine({ assessment: "J277/03", stage: "in moderation", amendments_waiting: 1 }),
  boardLine({ centre: { number: "64999", name: "Test Town School" }, stage: "confirmed" }),
];
const found = (asked: object) => matching(lines, { ...askedIn("", "2027-06"), ...asked }).map((line) => lines.indexOf(line));

it("sheets are found by assessment, by centre number or name, and by state", () => {
  expect(found({})).toEqual([0, 1, 2]);
  expect(found({ assessment: "h446-" })).toEqual([0, 2]);
  expect(found({ centre: "649" })).toEqual([2]);
  expect(found({ centre: "harbour" })).toEqual([0, 1]);
  expect(found({ state: "confirmed" })).toEqual([2]);
});

it("the address keeps what is asked for, and nothing else", () => {
  const asked = askedIn("?centre=harbour+view&only=overdue", "2027-06");
  expect(asked).toEqual({ series: "2027-06", assessment: "", centre: "harbour view", state: "", only: "overdue" });
  expect(askedIn(addressOf(asked), "2028-06")).toEqual(asked);
});

it("what waits for a decision is an amendment or an extension; the longest overdue comes first", () => {
  const march = boardLine({ deadline: "2027-03-28T22:59:59Z", overdue: true, submitted_at: null, stage: "open" });
  const october = { ...march, deadline: "2026-10-25T23:59:59Z" };
  const asks = { ...march, overdue: false, extension_asked: true };
  expect(escalated([march, asks, october], "overdue")).toEqual([october, march]);
  expect(escalated([...lines, asks], "deciding")).toEqual([lines[1], asks]);
});

it("the file has a line for each sheet, with London's days across both changes of the clock", () => {
  vi.useFakeTimers({ now: new Date("2027-04-01T09:00:00Z") });
  const march = boardLine({ deadline: "2027-03-28T22:59:59Z", overdue: true, submitted_at: null, stage: "open", extension_asked: true });
  const october = { ...march, deadline: "2026-10-25T23:59:59Z" };
  expect(fileOf([march, october]).map((cells) => [cells[3], cells[4], cells[5]])).toEqual([
    ["Deadline", "Days overdue", "Extension asked for"],
    ["2027-03-28", 4, "Yes"],
    ["2026-10-25", 158, "Yes"],
  ]);
  vi.useRealTimers();
});

it("a UCI is told to be of another form, or to have another check character", () => {
  expect(["64235A260001", "642350260001", "64235P269999"].map(checkCharacter)).toEqual(["Y", "F", "C"]);
  expect(uciFault(" 64235a260001y")).toBeUndefined();
  expect(uciFault("64235A260001A")).toBe("check");
  for (const wrong of ["", "64235A26000", "64235Q260001A", "64235A260001Z"]) expect(uciFault(wrong)).toBe("form");
});

it("adjusted marks are read line by line, and nothing unread is dropped", () => {
  const text = "1051 42\n\n52, a\n9999 10\n1051 43\n1053 99\nwords";
  const read = readAdjusted(text, new Set(["1051", "0052", "1053"]), { kind: "mark", maximum: 70 });
  expect(read.adjusted).toEqual([
    { candidate: "1051", outcome: { kind: "mark", mark: 42 } },
    { candidate: "0052", outcome: { kind: "absent" } },
  ]);
  expect(read.unread.map(({ line, why }) => [line, why])).toEqual([
    [4, "candidate"],
    [5, "twice"],
    [6, "mark"],
    [7, "candidate"],
  ]);
});
