import { expect, it } from "vitest";
import { row } from "../../testing/samples";
import { type Draft, EMPTY, choose, lacksOf, linesOf, placeOf, remove, typeMark, waitingIn, wantedOf } from "./draft";

const SCALE = { kind: "mark", maximum: 70 } as const;
const rows = [
  row({ candidate: "0051", outcome: { kind: "mark", mark: 45 } }),
  row({ candidate: "1052", name: "KHAN Aisha", outcome: { kind: "absent" } }),
  row({ candidate: "1053", name: "LEE Kai", outcome: null }),
  row({ candidate: "1054", name: "NG Wei", outcome: { kind: "mark", mark: 30 }, late: true }),
  row({
    candidate: "1055",
    name: "OWEN Rhys",
    outcome: { kind: "mark", mark: 41 },
    note: { former: null, moved_from: null, carried_from: "2026-06", circumstance: null },
  }),
];
const NOBODY = new Set<string>();

const chosen = (typed: string, draft: Draft = EMPTY): Draft => {
  const result = choose(draft, typed, rows, NOBODY);
  if ("fault" in result) throw new Error(result.fault);
  return result.draft;
};

it("a candidate is chosen by number, leading noughts or not", () => {
  expect([...chosen("1052", chosen(" 51 ")).marks.keys()]).toEqual(["0051", "1052"]);
});

it.each(["khan", "Aisha Khan", "KHAN, Aisha", "1052 KHAN Aisha"])("a candidate is chosen by name: %s", (typed) => {
  expect([...chosen(typed).marks.keys()]).toEqual(["1052"]);
});

it.each([
  ["", "number missing"],
  ["a", "several"],
  ["Smith", "not on this sheet"],
  ["9999", "not on this sheet"],
  ["1053", "no mark"],
  ["1054", "no mark"],
  ["1055", "carried"],
  ["0051", "waits"],
])("%j cannot be chosen: %s", (typed, fault) => {
  expect(choose(EMPTY, typed, rows, new Set(["0051"]))).toEqual({ fault });
});

it("nobody is chosen twice, and who is taken off can be chosen again", () => {
  const draft = chosen("0051");
  expect(choose(draft, "51", rows, NOBODY)).toEqual({ fault: "chosen already" });
  expect(chosen("51", remove(draft, "0051")).marks.size).toBe(1);
});

it.each([
  ["", "missing"],
  ["45", "same"],
  ["45.5", "not whole"],
  ["71", "over the maximum"],
])("a new mark of %j is none: %s", (typed, fault) => {
  const [line] = linesOf(typeMark(chosen("0051"), "0051", typed), rows, SCALE);
  expect(line?.fault).toBe(fault);
});

it("new marks are read as in mark entry, A for absent", () => {
  const draft = typeMark(typeMark(chosen("1052", chosen("0051")), "0051", " a "), "1052", "0");
  expect(linesOf(draft, rows, SCALE).map(({ after }) => after)).toEqual([{ kind: "absent" }, { kind: "mark", mark: 0 }]);
});

it("an empty draft lacks everything; a full one is sent with the marks that were seen", () => {
  expect(lacksOf(EMPTY, []).map(({ part }) => part)).toEqual(["marks", "reason", "explanation", "approvedBy"]);
  const draft = { ...typeMark(chosen("0051"), "0051", "54"), reason: "copied", explanation: " 45 for 54 ", approvedBy: " Mair Pugh " };
  const lines = linesOf(draft, rows, SCALE);
  expect(lacksOf(draft, lines)).toEqual([]);
  expect(wantedOf(draft, lines)).toEqual({
    marks: [{ candidate: "0051", before: { kind: "mark", mark: 45 }, after: { kind: "mark", mark: 54 } }],
    reason: "copied",
    explanation: "45 for 54",
    approved_by: "Mair Pugh",
  });
});

it("only candidates of amendments that are open wait", () => {
  const mark = { candidate: "0051", name: "", before: null, after: null };
  const amendment = {
    number: 1,
    reason: "copied",
    reason_words: "",
    explanation: "",
    approved_by: "",
    asked: { by: "", at: "", note: "" },
    work: null,
    decided: null,
  };
  expect(waitingIn([{ ...amendment, state: "pending", marks: [mark] }])).toEqual(new Set(["0051"]));
  expect(waitingIn([{ ...amendment, state: "declined", marks: [mark] }]).size).toBe(0);
});

it("a refusal points at the candidate it is about", () => {
  const lines = linesOf(chosen("1052", chosen("0051")), rows, SCALE);
  expect(placeOf("/marks/1", lines)?.candidate).toBe("1052");
  expect(placeOf("/explanation", lines)).toBeUndefined();
});
