import { expect, it } from "vitest";
import { cy } from "../i18n/cy/index";
import { statementWords } from "./statement";

const { version, statements } = cy.review.declaration;

it("a statement is said in the language spoken", () => {
  expect(statementWords(cy, version, { key: "marking", text: "Marked." })).toBe(statements.marking);
});

it("a statement we have no words for is shown as the board has it", () => {
  expect(statementWords(cy, version, { key: "kept", text: "The work is kept." })).toBe("The work is kept.");
});

it("once the board changes its wording, what is agreed to is the board's, not our old translation", () => {
  expect(statementWords(cy, "2028-1", { key: "marking", text: "Marked anew." })).toBe("Marked anew.");
});
