import { expect, it, vi } from "vitest";
import { boardLine, head, row } from "../../testing/samples";
import { readAdjusted } from "./adjusted";
import { checkCharacter, uciFault } from "./uci";
import { addressOf, askedIn, escalated, matching } from "./lines";
import { fileOf } from "./file";

const lines = [
  boardLine(),
  boardLine({ assessment: "J277/03", status: "in moderation", amendments_waiting: 1 }),
  boardLine({ centre: { number: "64999", name: "Test Town School" }, status: "confirmed" }),
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
  const march = boardLine({ deadline: "2027-03-28T22:59:59Z", overdue: true, submitted_at: null, status: "not started" });
  const october = { ...march, deadline: "2026-10-25T23:59:59Z" };
  const asks = { ...march, overdue: false, extension_asked: true };
  expect(escalated([march, asks, october], "overdue")).toEqual([october, march]);
  expect(escalated([...lines, asks], "deciding")).toEqual([lines[1], asks]);
});

it("the file has a line for each sheet, with London's days across both changes of the clock", () => {
  vi.useFakeTimers({ now: new Date("2027-04-01T09:00:00Z") });
  const march = boardLine({ deadline: "2027-03-28T22:59:59Z", overdue: true, submitted_at: null, status: "not started", extension_asked: true });
  const october = { ...march, deadline: "2026-10-25T23:59:59Z" };
  expect(fileOf([march, october]).map((cells) => [cells[3], cells[4], cells[5]])).toEqual([
    ["Deadline", "Days overdue", "Extension requested"],
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

const listed = ["1051", "0052", "1053", "0001"].map((candidate, place) => row({ candidate, name: `CANDIDATE No${place}`, uci: "" }));
const marks = { ...head(), rows: listed };

it("adjusted marks are read line by line, and nothing unread is dropped", () => {
  const { adjusted, unread } = readAdjusted("1051 42\n\n52, a\n9999 10\n1053 99\nwords\n1053\n1,000\n45,5", marks);
  expect(adjusted).toEqual([
    { candidate: "1051", outcome: { kind: "mark", mark: 42 } },
    { candidate: "0052", outcome: { kind: "absent" } },
  ]);
  expect(unread.map(({ line, why }) => [line, why])).toEqual([
    [4, "not on the sheet"],
    [5, { fault: "over the maximum" }],
    [6, "no mark"],
    [7, "no mark"],
    [8, "no mark"],
    [9, "no mark"],
  ]);
});

it("lines of which only some have a tab are read one by one, and those not understood are named", () => {
  const { adjusted, unread, asked } = readAdjusted("1051 42\n1053\t56\nfoo", marks);
  expect(adjusted.map(({ candidate }) => candidate)).toEqual(["1051", "1053"]);
  expect(unread.map(({ line, said }) => [line, said])).toEqual([[3, "foo"]]);
  expect(asked).toEqual([]);
});

it("a candidate with two adjusted marks gets neither", () => {
  const { adjusted, unread } = readAdjusted("1051 42\n1051 43\n1053 40", marks);
  expect(adjusted.map(({ candidate }) => candidate)).toEqual(["1053"]);
  expect(unread.map(({ line, why }) => [line, why])).toEqual([
    [1, "twice"],
    [2, "twice"],
  ]);
});

it("adjusted marks pasted as a table are read by its columns, and a mark beside another is not guessed", () => {
  expect(readAdjusted("Candidate\tCentre mark\tMax\n1051\t42\t70\n1053\t\t70", marks)).toMatchObject({
    adjusted: [{ candidate: "1051", outcome: { kind: "mark", mark: 42 } }],
    unread: [],
    asked: [],
  });
  expect(readAdjusted("1051\t42\t45\n1053\t41\t44", marks)).toEqual({ adjusted: [], unread: [], asked: ["mark"] });
});
