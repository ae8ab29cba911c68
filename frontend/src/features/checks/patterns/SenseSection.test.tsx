import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { speak } from "../../../i18n/words";
import { senses } from "../../../testing/samples";
import { Service } from "../../../testing/service";
import { SenseSection } from "./SenseSection";
import { sayOf } from "./sense-words";

const SHEET = "2027-06.64235.H446-03";
const ALL = Object.values(senses);

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

const open = (answer: unknown) => {
  const service = Service.open({ [`GET /api/v1/sheets/${SHEET}/sense`]: [answer] });
  render(<SenseSection sheet={SHEET} />);
  return service;
};

it("the board sees each oddity in a sentence with its figures", async () => {
  open({ senses: ALL });
  expect(await screen.findByRole("heading", { name: "Worth a second look" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "All 8 marks are 45.",
    "The mean is lower than the centre's mean in June 2026 by 12.5% of the maximum mark.",
    "9 candidates also have a mark in June 2026. Their rank order there is very different from their order now.",
    "12 marks of 42 or 43, but only 1 of 40 or 41. In an earlier series 42 was the lowest mark for grade C. A split like this happens by chance at most once in 1,585 times.",
  ]);
});

it("the same in Welsh, the series too", async () => {
  await speak("cy");
  open({ senses: [senses.moved] });
  expect((await screen.findByRole("listitem")).textContent).toBe("Mae'r cymedr yn is na chymedr y ganolfan yng nghyfres Mehefin 2026, o 12.5% o'r marc uchaf.");
});

it("a mean can be higher too, and marks can bunch at many boundaries", async () => {
  expect(sayOf({ ...senses.moved, percent: 11 })).toContain("is higher than");
  const boundaries = [...senses.bunched.boundaries, { grade: "B", lowest: 51 }];
  expect(sayOf({ ...senses.bunched, boundaries })).toBe(
    "12 marks at, or 1 above, the lowest mark for a grade in an earlier series, but only 1 within 2 marks below it. A split like this happens by chance at most once in 1,585 times.",
  );
  await speak("cy");
  expect(sayOf({ ...senses.moved, percent: 11 })).toContain("yn uwch na chymedr");
});

it("where nothing is odd there is no section", async () => {
  const service = open({ senses: [] });
  await expect.poll(() => service.calls).toHaveLength(1);
  expect(screen.queryByRole("heading")).toBeNull();
});

it("what could not be loaded is said, and is no page that failed", async () => {
  open("lost");
  expect(await screen.findByRole("button", { name: "Look again" })).toBeTruthy();
  expect(screen.queryByRole("heading")).toBeNull();
});
