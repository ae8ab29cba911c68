import { afterEach, expect, it } from "vitest";
import { Service } from "../testing/service";
import { saveMarks } from "./api";
import type { Change } from "./row";

const SHEET = "2027-06.64235.H446-03";
const SAVE = `PATCH /api/v1/sheets/${SHEET}/marks`;
const cleared = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => ({ candidate: String(1000 + n), revision: 1, outcome: null, zero_reason: null }));

afterEach(() => Service.close());

it.each([1, 900, 1000])("a save of %i rows is sent, whatever a browser refuses to send of a page that is closing", async (count) => {
  const service = Service.open({ [SAVE]: [{ version: 2, rows: [] }] });
  await saveMarks(SHEET, cleared(count), "key-00000001");
  expect(service.calls.map(({ body }) => body)).toEqual([{ rows: cleared(count) }]);
});

it("what was typed last is sent although the page is being closed", async () => {
  const service = Service.open({ [SAVE]: [{ version: 2, rows: [] }] });
  await saveMarks(SHEET, cleared(50), "key-00000001");
  expect(service.calls.map(({ keepalive }) => keepalive)).toEqual([true]);
});
