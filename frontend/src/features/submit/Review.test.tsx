import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { speak } from "../../i18n/words";
import { head, review } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Review } from "./Review";

const SHEET = "2027-06.64235.H446-03";

async function open(asked = review()) {
  Service.open({ [`GET /api/v1/sheets/${SHEET}/review`]: [asked] });
  render(<Review sheet={SHEET} />);
  return screen.findByRole("heading", { level: 1 });
}

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("marks worth a second look are linked to their rows, and stop nothing", async () => {
  await open(
    review({
      queries: [
        { candidate: "1051", name: "JONES Amelia", page: 1, code: "zero-mark", figure: null },
        { candidate: "1052", name: "KHAN Aisha", page: 1, code: "far-from-class", figure: 44.5 },
        { candidate: "1103", name: "LEE Sam", page: 2, code: "same-as-neighbours", figure: 6 },
      ],
    }),
  );
  const list = screen.getByRole("heading", { name: "Worth a second look" }).parentElement;
  expect(list?.textContent).toContain("1051 JONES Amelia has 0");
  expect(list?.textContent).toContain("1052 KHAN Aisha is far from the other marks, of which the middle one is 44.5");
  expect(list?.textContent).toContain("1103 LEE Sam is one of 6 equal marks in a row");
  expect(screen.getByRole("link", { name: "1103 LEE Sam" }).getAttribute("href")).toBe(`/sheets/${SHEET}?page=2#c1103`);
  expect(screen.getByRole("button", { name: "Submit" })).toBeTruthy();
});

it("marks carried forward and circumstances are counted where there are any", async () => {
  const { counts } = review();
  const circumstances = [{ code: "L", title: "Lost work", count: 2 }];
  await open(review({ counts: { ...counts, carried_forward: 1, circumstances } }));
  expect(screen.getByText("Carried forward", { selector: "dt" }).nextElementSibling?.textContent).toBe("1");
  expect(screen.getByText("Lost work", { selector: "dt" }).nextElementSibling?.textContent).toBe("2");
  cleanup();
  await open();
  expect(screen.queryByText("Carried forward")).toBeNull();
});

it("who may not submit is told whom to ask", async () => {
  await open(review({ sheet: head({ may: { enter: true, submit: false }, submitters: ["Owen Reid"] }) }));
  expect(screen.getByText(/Your role is to enter marks\. Ask Owen Reid to submit them/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit" })).toBeNull();
});

it("the declaration and the bands of marks are said in Welsh, names left as they are", async () => {
  const statements = [{ key: "marking", text: "Marked." }];
  await open(
    review({
      declaration: { version: "2026-1", statements },
      distribution: [{ label: "40 to 49", count: 2 }],
      missing: [{ candidate: "1051", name: "JONES Amelia", page: 1, missing: "check" }],
    }),
  );
  await speak("cy");
  expect(await screen.findByLabelText(/Mae'r holl waith wedi'i farcio/)).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "40 i 49" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "1051 JONES Amelia" })).toBeTruthy();
});
