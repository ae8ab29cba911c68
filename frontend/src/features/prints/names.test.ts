import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import cases from "../../../../tests/cases/names.json";
import { csv } from "../../lib/csv";
import { xlsx } from "./xlsx";

interface Case {
  name: string;
  csv?: string;
  xlsx?: string;
}

/** Names that files can spoil; the service's exports write the same cells from the same cases. */
const NAMES: Case[] = cases.names;

it.each(NAMES)("$name is the same cell in the page's CSV file as in the service's", ({ name, csv: text = name }) => {
  const line = csv([[name]]).slice(1, -2);
  expect(line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line).toBe(text);
});

it("every name is the same cell in the page's workbook as in the service's", () => {
  const files = unzipSync(
    xlsx(
      "Marks",
      NAMES.map(({ name }) => [name]),
      [30],
    ),
  );
  const sheet = new DOMParser().parseFromString(strFromU8(files["xl/worksheets/sheet1.xml"]!), "application/xml");
  expect([...sheet.querySelectorAll("row")].map((row) => row.textContent)).toEqual(NAMES.map(({ name, xlsx: text = name }) => text));
});
