import { expect, it } from "vitest";
import { passed, review, upload } from "../../testing/samples";
import { type Decision, acceptOf, blockersOf, isLeft } from "./decision";

const decision = (change: Partial<Decision> = {}): Decision => ({
  answers: new Map(),
  submit: false,
  checked: false,
  agreed: new Set(),
  ...change,
});
const repeated = { code: "sequence-repeated", sentence: "A file with sequence number 7 has already been applied." } as const;
const counts = (entered: number) => ({ ...review().counts, candidates: 4, entered });
const said = (...args: Parameters<typeof blockersOf>) => blockersOf(...args).map(({ say }) => say());

it("a file without questions can be put on the sheets at once", () => {
  expect(blockersOf(upload(), decision(), [])).toEqual([]);
});

it("a question has to be answered; to leave the file is an answer too", () => {
  const asked = upload({ questions: [repeated] });
  expect(said(asked, decision(), [])).toEqual(["Choose whether to use this file"]);
  expect(blockersOf(asked, decision({ answers: new Map([["sequence-repeated", "go on"]]) }), [])).toEqual([]);
  expect(isLeft(decision({ answers: new Map([["sequence-repeated", "leave"]]) }))).toBe(true);
});

it("submitting takes every candidate, every mark checked and every statement agreed to", () => {
  const submit = decision({ submit: true });
  expect(said(passed(), submit, [{ review: review({ counts: counts(2) }), accepted: 1 }])).toEqual([
    "1 candidate of H446/03 would still have no mark",
    "Confirm that you have checked every mark",
    "Not agreed yet: The work was marked to the scheme.",
    "Not agreed yet: Candidates could ask for a review.",
  ]);
  const all = decision({ submit: true, checked: true, agreed: new Set(["marking", "reviews"]) });
  expect(blockersOf(passed(), all, [{ review: review({ counts: counts(3) }), accepted: 1 }])).toEqual([]);
});

it("all or nothing is asked for while nothing would be left out", () => {
  expect(acceptOf(passed(), decision()).mode).toBe("all-or-nothing");
  expect(acceptOf(upload(), decision()).mode).toBe("good-rows");
});

it("only questions that were answered with going on are named", () => {
  const answers = new Map([
    ["sequence-repeated", "go on"],
    ["file-repeated", "leave"],
  ] as const);
  expect(acceptOf(upload(), decision({ answers })).answers).toEqual(["sequence-repeated"]);
});
