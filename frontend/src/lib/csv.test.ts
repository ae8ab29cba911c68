import { expect, it } from "vitest";
import { begins, blanks, cells } from "../../../tests/cases/formulas.json";
import { csv } from "./csv";

/** What a cell is written as, without what RFC 4180 puts around it. */
const written = (cell: string): string => {
  const line = csv([[cell]]).slice(1, -2);
  return line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
};
const CHARACTERS = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
const kept = (cell: string): boolean => written(cell) === cell;

it.each(cells)("%j is written as the service writes it", (cell, text) => {
  expect(written(cell!)).toBe(text);
});

it("of all characters, those of the service begin a formula", () => {
  expect(CHARACTERS.filter((one) => !kept(`${one}A`)).toSorted()).toEqual(begins.toSorted());
});

it("of all characters, those of the service may stand before a formula", () => {
  const before = [...blanks.map((code) => String.fromCharCode(code)), ...begins, "'"];
  expect(CHARACTERS.filter((one) => !kept(`${one}=A`)).toSorted()).toEqual([...new Set(before)].toSorted());
});
