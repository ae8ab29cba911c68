import { afterEach, beforeEach, expect, it } from "vitest";
import { speak } from "../i18n/words";
import { statementWords } from "./statement";
import { cy } from "./words/cy";

const { version, statements } = cy.declaration;

beforeEach(() => speak("cy"));
afterEach(() => speak("en"));

it("a statement is said in the language spoken", () => {
  expect(statementWords(version, { key: "marking", text: "Marked." })).toBe(statements.marking);
});

it("a statement we have no words for is shown as the board has it", () => {
  expect(statementWords(version, { key: "kept", text: "The work is kept." })).toBe("The work is kept.");
});

it("once the board changes its wording, what is agreed to is the board's, not our old translation", () => {
  expect(statementWords("2028-1", { key: "marking", text: "Marked anew." })).toBe("Marked anew.");
});
