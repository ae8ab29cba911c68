import { expect, it } from "vitest";
import { kindOf, sizeOf } from "./file-facts";

it("a kind is told by the name's ending, whatever a browser put before it", () => {
  const names = ["marks.csv", "Marks.XLSX", "M64235OC (1).X01", "M64235OC.x12", "letter.pdf", "marks", "x01"];
  expect(names.map(kindOf)).toEqual(["csv", "xlsx", "edi", "edi", "other", "other", "other"]);
});

it("a size is said in KB or MB, and what is not empty has one", () => {
  expect([1, 1024, 1025, 5 * 1024 * 1024, 1_300_000].map(sizeOf)).toEqual(["1 KB", "1 KB", "2 KB", "5 MB", "1.2 MB"]);
});
