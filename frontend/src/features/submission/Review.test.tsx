import { cleanup, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { speak } from "../../i18n/words";
import { LocalCopy, forget, held } from "../../lib/local-copy";
import { renderFor } from "../../testing/place";
import { head, moreTime, review, senses, submission } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Review } from "./Review";

const SHEET = "2027-06.64235.H446-03";

async function open(asked = review(), sense: unknown = { senses: [] }) {
  Service.open({ [`GET /api/v1/sheets/${SHEET}/review`]: [asked], [`GET /api/v1/sheets/${SHEET}/sense`]: [sense] });
  renderFor({}, <Review sheet={SHEET} />);
  return screen.findByRole("heading", { level: 1 });
}

afterEach(async () => {
  cleanup();
  Service.close();
  await speak("en");
});

it("says what this computer holds unsaved, and does not submit over it", async () => {
  new LocalCopy("u1", SHEET).note("1051", { text: "45", checked: false, revision: 1 });
  await waitFor(async () => expect(await held("u1")).toHaveLength(1));
  const service = Service.open({ [`GET /api/v1/sheets/${SHEET}/review`]: [review()], [`GET /api/v1/sheets/${SHEET}/sense`]: [{ senses: [] }] });
  renderFor({}, <Review sheet={SHEET} />);
  const user = userEvent.setup();
  expect(await screen.findByText(/This computer holds 1 mark of this sheet that is not saved: candidate 1051/)).toBeTruthy();
  for (const statement of review().declaration.statements) await user.click(screen.getByLabelText(statement.text));
  await user.click(screen.getByRole("button", { name: "Submit" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Save what this computer holds, or remove it, before you submit.");
  expect(service.calls.every(({ what }) => what.startsWith("GET"))).toBe(true);
  await forget("u1");
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
  expect(list?.textContent).toContain("1052 KHAN Aisha is far from the other marks (median 44.5)");
  expect(list?.textContent).toContain("1103 LEE Sam is one of 6 equal marks in a row");
  expect(screen.getByRole("link", { name: "1103 LEE Sam" }).getAttribute("href")).toBe(`/sheets/${SHEET}?page=2#c1103`);
  expect(screen.getByRole("button", { name: "Submit" })).toBeTruthy();
});

it("what is odd about the marks as a whole stands before single marks, and stops nothing", async () => {
  const queries = [{ candidate: "1051", name: "JONES Amelia", page: 1, code: "zero-mark" as const, figure: null }];
  await open(review({ queries }), { senses: [senses.equal] });
  expect(await screen.findByText("All 8 marks are 45.")).toBeTruthy();
  const list = screen.getByRole("heading", { name: "Worth a second look" }).parentElement;
  expect(list?.textContent).toMatch(/All 8 marks are 45\..*1051 JONES Amelia has 0/);
  expect(screen.getByRole("button", { name: "Submit" })).toBeTruthy();
});

it("where nothing is odd, nothing is said", async () => {
  await open();
  expect(screen.queryByRole("heading", { name: "Worth a second look" })).toBeNull();
  expect(screen.queryByText(/could not check the marks/)).toBeNull();
});

it("when the marks as a whole could not be looked at, they are submitted all the same, or looked at again", async () => {
  await open(review(), "lost");
  const user = userEvent.setup();
  expect(await screen.findByText(/could not check the marks for unusual patterns. This does not stop anything/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Submit" })).toBeTruthy();
  Service.open({ [`GET /api/v1/sheets/${SHEET}/sense`]: [{ senses: [senses.equal] }] });
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(await screen.findByText("All 8 marks are 45.")).toBeTruthy();
  expect(screen.queryByText(/could not check the marks/)).toBeNull();
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
      missing: [{ candidate: "1051", name: "JONES Amelia", page: 1, missing: "check", flag: null }],
    }),
  );
  await speak("cy");
  expect(await screen.findByLabelText(/Mae'r holl waith wedi'i farcio/)).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "40 i 49" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "1051 JONES Amelia" })).toBeTruthy();
});

it("a supplementary submission names whose marks it sends, and is declared and submitted", async () => {
  const late = [{ candidate: "2001", name: "LATE Lowri", page: 1, outcome: { kind: "mark" as const, mark: 41 } }];
  await open(review({ sheet: head({ status: "confirmed", submission: submission(), late_entries: 1 }), late_entries: late }));
  const section = screen.getByRole("heading", { name: "A supplementary submission of 1 candidate" }).parentElement;
  expect(section?.textContent).toContain("2001 LATE Lowri 41");
  expect(screen.getByRole("button", { name: "Submit" })).toBeTruthy();
  cleanup();
  await open(review({ sheet: head({ status: "confirmed", submission: submission() }) }));
  expect(screen.queryByRole("button", { name: "Submit" })).toBeNull();
});

it("the deadline says what became of the wish for more time", async () => {
  await open(review({ sheet: head({ extension: moreTime() }) }));
  expect(screen.getByText(/Extension to 22 May 2027 requested. The board has not decided yet/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "See the request" })).toBeTruthy();
});

it("marks that were submitted although no answer came are shown as submitted", async () => {
  const LOOK = `GET /api/v1/sheets/${SHEET}/review`;
  await open();
  const before = review();
  const sheet = { ...before.sheet, status: "submitted" as const, submission: submission() };
  Service.open({ [LOOK]: [{ ...before, sheet }], [`GET /api/v1/sheets/${SHEET}/sense`]: [{ senses: [] }], [`POST /api/v1/sheets/${SHEET}/submit`]: ["lost"] });
  const user = userEvent.setup();
  for (const statement of before.declaration.statements) await user.click(screen.getByLabelText(statement.text));
  await user.click(screen.getByRole("button", { name: "Submit" }));
  expect(await screen.findByText(/These marks were submitted/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit" })).toBeNull();
});
