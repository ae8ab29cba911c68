import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { head, row } from "../testing/samples";
import { Colleagues, IDLE_AFTER, PAUSE } from "./colleagues";
import { OpenSheet } from "./open-sheet";
import { type } from "./row";

type News = { now: Schemas["NowOut"]; tag: string } | undefined;

const loaded: Schemas["SheetOut"] = {
  ...head({ version: 7 }),
  page: null,
  pages: 1,
  rows: ["1051", "1052"].map((candidate) => row({ candidate, revision: 0 })),
};

/** A page that asks a service which says this in turn, the last again and again. */
function open(...said: (News | Error)[]) {
  const sheet = new OpenSheet(loaded, "u1");
  const page = { there: true, touched: Date.now(), tags: [] as string[] };
  const colleagues = new Colleagues(sheet, {
    ask: async (tag) => {
      page.tags.push(tag);
      const next = said.length > 1 ? said.shift() : said[0];
      if (next instanceof Error) throw next;
      return next;
    },
    there: () => page.there,
    touched: () => page.touched,
  });
  return { sheet, page, colleagues };
}
const alone: News = { now: { version: 7, colleagues: [] }, tag: '"a"' };
const withBen: News = { now: { version: 7, colleagues: ["Ben Okoro"] }, tag: '"b"' };
const theirs = (candidate: string, mark: number) => row({ candidate, revision: 8, outcome: { kind: "mark", mark } });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("asks at once, then rarely alone and often together, with the tag of the last answer", async () => {
  const { colleagues, page } = open(alone, withBen, undefined);
  colleagues.start();
  await pass(0);
  expect(colleagues.names.value).toEqual([]);
  await pass(PAUSE.alone);
  expect(colleagues.names.value).toEqual(["Ben Okoro"]);
  await pass(PAUSE.together);
  await pass(PAUSE.together);
  expect(page.tags).toEqual(["", '"a"', '"b"', '"b"']);
  expect(colleagues.names.value).toEqual(["Ben Okoro"]);
  colleagues.stop();
});

it("asks rarely once nobody has touched the page for a while", async () => {
  const { colleagues, page } = open(withBen);
  page.touched = Date.now() - IDLE_AFTER;
  colleagues.start();
  await pass(PAUSE.idle - 1);
  expect(page.tags.length).toBe(1);
  await pass(1);
  expect(page.tags.length).toBe(2);
  colleagues.stop();
});

it("asks nothing while it is hidden or stopped, and at once when it is seen again", async () => {
  const { colleagues, page } = open(alone);
  page.there = false;
  colleagues.start();
  await pass(PAUSE.idle * 3);
  expect(page.tags).toEqual([]);
  page.there = true;
  colleagues.start();
  colleagues.start();
  await pass(0);
  colleagues.stop();
  await pass(PAUSE.idle * 3);
  expect(page.tags.length).toBe(2);
});

it("takes in a row that a colleague saved, and leaves the one that is being typed in", async () => {
  const { colleagues, sheet } = open({ now: { version: 8, colleagues: ["Ben Okoro"] }, tag: '"c"' });
  vi.stubGlobal("fetch", async () => Response.json({ ...loaded, version: 8, rows: [theirs("1051", 41), theirs("1052", 42)] }));
  const mine = sheet.row("1051")!;
  mine.value = type(mine.peek(), "60", sheet.scale);
  colleagues.start();
  await pass(0);
  await vi.waitFor(() => expect(sheet.head.value.version).toBe(8));
  expect(mine.value.text).toBe("60");
  expect(sheet.row("1052")!.value.text).toBe("42");
  colleagues.stop();
});

it("reads the rows that a refused save only told the version of", async () => {
  const { colleagues, sheet } = open(alone);
  const fetched = vi.fn(async () => Response.json({ ...loaded, rows: [theirs("1051", 41), theirs("1052", 42)] }));
  vi.stubGlobal("fetch", fetched);
  sheet.behind.value = true;
  colleagues.start();
  await pass(0);
  await vi.waitFor(() => expect(sheet.behind.value).toBe(false));
  expect(sheet.row("1052")!.value.text).toBe("42");
  colleagues.stop();
});

it("asks more and more rarely while requests fail, says nothing, and goes on as before", async () => {
  const lost = new TypeError("Failed to fetch");
  const { colleagues, page } = open(withBen, lost, lost, undefined);
  const asked = () => page.tags.length;
  colleagues.start();
  await pass(0);
  await pass(PAUSE.together);
  await pass(2 * PAUSE.together);
  expect([asked(), colleagues.names.value]).toEqual([3, ["Ben Okoro"]]);
  await pass(4 * PAUSE.together - 1);
  expect(asked()).toBe(3);
  await pass(1);
  await pass(PAUSE.together);
  expect(asked()).toBe(5);
  colleagues.stop();
});

it("reads a newer version again when it could not be read the first time", async () => {
  const { colleagues, sheet } = open({ now: { version: 8, colleagues: ["Ben Okoro"] }, tag: '"c"' }, undefined);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  colleagues.start();
  await pass(0);
  vi.stubGlobal("fetch", async () => Response.json({ ...loaded, version: 8, rows: [theirs("1051", 41), theirs("1052", 42)] }));
  await pass(PAUSE.together);
  await vi.waitFor(() => expect(sheet.row("1052")!.value.text).toBe("42"));
  colleagues.stop();
});
