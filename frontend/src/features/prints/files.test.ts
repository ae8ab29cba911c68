import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csv } from "../../lib/csv";
import { xlsx } from "./xlsx";

/** A strict reader of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  while (rest !== "") {
    const row: string[] = [];
    for (;;) {
      const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
      if (!found) throw new Error(`not RFC 4180: ${JSON.stringify(rest)}`);
      row.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"'));
      rest = rest.slice(found[0].length);
      if (found[3] === "\r\n") break;
    }
    rows.push(row);
  }
  return rows;
}

/** The sheet of a workbook. */
const open = (rows: (number | string)[][]) => {
  const files = unzipSync(xlsx("Marks", rows, [9, 30]));
  return new DOMParser().parseFromString(strFromU8(files["xl/worksheets/sheet1.xml"]!), "application/xml");
};
/** The type and text of each cell. */
const cells = (sheet: Document) =>
  [...sheet.querySelectorAll("row")].map((line) => [...line.children].map((cell) => [cell.getAttribute("t"), cell.textContent]));

describe("CSV", () => {
  it("begins with a byte order mark, ends each line with CRLF and quotes what needs it", () => {
    expect(
      csv([
        ["Number", "Candidate"],
        ["0051", 'O"NEILL, Seán'],
        ["1052", 45],
      ]),
    ).toBe('\uFEFFNumber,Candidate\r\n0051,"O""NEILL, Seán"\r\n1052,45\r\n');
  });

  it("leaves names and numbers as they are", () => {
    expect(csv([["AP RHYS Môn", "SMITH-JONES Jo", 45, 0, ""]])).toBe("\uFEFFAP RHYS Môn,SMITH-JONES Jo,45,0,\r\n");
  });

  it("is read back as what was written, and no cell begins as a formula does, whatever the names are", () => {
    const cell = fc.oneof(fc.nat(), fc.string({ unit: fc.constantFrom("=", "+", "-", "@", '"', ",", "\r", "\n", "\t", " ", "'", "a", "É") }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const back = read(csv(rows).slice(1));
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [place, row] of rows.entries()) {
          for (const [n, written] of row.entries()) {
            const got = back[place]?.[n] ?? "";
            expect([String(written), `'${written}`]).toContain(got);
            expect(got).not.toMatch(/^[=+\-@\t\r]/);
          }
        }
      }),
    );
  });
});

describe("XLSX", () => {
  it("holds text as text, formulas too, and marks as numbers", () => {
    expect(
      cells(
        open([
          ["0051", "=1+1"],
          [45, ""],
        ]),
      ),
    ).toEqual([
      [
        ["inlineStr", "0051"],
        ["inlineStr", "=1+1"],
      ],
      [
        [null, "45"],
        [null, ""],
      ],
    ]);
  });

  it("is well-formed and says the same, whatever the names are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        const sheet = open([[name]]);
        expect(sheet.querySelector("parsererror")).toBeNull();
      }),
    );
    expect(cells(open([["<Ö&\"'\u0007>"]]))).toEqual([[["inlineStr", "<Ö&\"'>"]]]);
  });

  it("names every part it has, and has every part it names", () => {
    const files = unzipSync(xlsx("Marks", [["a"]], [9]));
    const types = strFromU8(files["[Content_Types].xml"]!);
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part);
    expect(named.filter((part) => !files[part!])).toEqual([]);
    expect(Object.keys(files).filter((name) => !name.endsWith(".rels") && !name.startsWith("["))).toEqual(named);
  });
});
