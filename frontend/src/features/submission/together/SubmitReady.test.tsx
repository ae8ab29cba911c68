import "fake-indexeddb/auto";
import { cleanup, screen, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../../api/client";
import { LocalCopy, forget } from "../../../lib/local-copy";
import { renderFor } from "../../../testing/place";
import { head, review, submission, summary } from "../../../testing/samples";
import { Service, problem } from "../../../testing/service";
import { SubmitReady } from "./SubmitReady";

const LIST = "GET /api/v1/centres/64235/series/2027-06/assessments";
const CODES = ["A001/01", "B001/01", "C001/01"];
const idOf = (code: string) => `2027-06.64235.${code.replace("/", "-")}`;
const assessmentOf = (code: string) => ({ ...head().assessment, code, title: `Task ${code[0]}` });
const ready = (code: string) => summary({ sheet: idOf(code), assessment: assessmentOf(code), status: "ready", next: "submit", entered: 48, checked: 48 });
const reviewOf = (code: string, change: Partial<Schemas["ReviewOut"]> = {}) =>
  review({ sheet: head({ id: idOf(code), assessment: assessmentOf(code) }), ...change });
const read = (code: string) => `GET /api/v1/sheets/${idOf(code)}/review`;
const send = (code: string) => `POST /api/v1/sheets/${idOf(code)}/submit`;
const line = (code: string) => screen.getByRole("checkbox", { name: new RegExp(code) }).closest("li")!;

async function open(script: Record<string, unknown[]> = {}, roles: Schemas["Role"][] = ["submit marks"], list = CODES.map(ready)) {
  const { centre, series } = head();
  const found = { centre, series, assessments: [...list, summary()], people: { enter: [], submit: ["Owen Reid"], limited: [] }, departments: [] };
  const answers = Object.fromEntries(
    CODES.flatMap((code) => [
      [read(code), [reviewOf(code)]],
      [`GET /api/v1/sheets/${idOf(code)}/sense`, [{ senses: [] }]],
      [send(code), [submission({ sheet: idOf(code) })]],
    ]),
  );
  const service = Service.open({ [LIST]: [found], ...answers, ...script });
  history.replaceState(null, "", "/submit-ready");
  renderFor({ memberships: [{ centre, roles, limits: [] }] }, <SubmitReady />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}

async function declare(user: ReturnType<typeof userEvent.setup>) {
  for (const box of within(await screen.findByRole("group", { name: "Declaration" })).getAllByRole("checkbox")) await user.click(box);
}

const sentTo = (service: Service) => service.calls.filter(({ what }) => what.startsWith("POST")).map(({ what }) => what);

afterEach(async () => {
  cleanup();
  Service.close();
  await forget("u1");
});

it("one declaration names all that are ready, and each is submitted with a key of its own and links its receipt", async () => {
  const { service, user } = await open();
  await screen.findByRole("heading", { name: "3 mark sheets to submit" });
  expect(screen.getByText(/^A001\/01, B001\/01,? and C001\/01$/)).toBeTruthy();
  expect(screen.queryByRole("checkbox", { name: /H446/ })).toBeNull();
  await declare(user);
  await user.click(screen.getByRole("button", { name: "Submit 3 mark sheets" }));

  await screen.findByRole("heading", { name: "3 of 3 submitted" });
  expect(sentTo(service)).toEqual(CODES.map(send));
  const sent = service.calls.filter(({ what }) => what.startsWith("POST"));
  expect(new Set(sent.map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(3);
  expect(sent[0]?.body).toEqual({ declaration: { version: "1", agreed: ["marking", "reviews"] } });
  expect(screen.getByRole("link", { name: "See the receipt for B001/01" }).getAttribute("href")).toBe(`/sheets/${idOf("B001/01")}/submitted`);
  expect(screen.queryByRole("button", { name: /^Submit/ })).toBeNull();
});

it("one that is refused says why and does not stop the others; the rest goes with a new declaration", async () => {
  const changed = { [send("B001/01")]: [problem(412, "stale", "The sheet has changed."), submission({ sheet: idOf("B001/01") })] };
  const { service, user } = await open(changed);
  await declare(user);
  await user.click(await screen.findByRole("button", { name: "Submit 3 mark sheets" }));

  await screen.findByRole("heading", { name: "2 of 3 submitted" });
  expect(sentTo(service)).toEqual(CODES.map(send));
  expect(line("B001/01").textContent).toContain("Someone changed these marks while you were looking at them");
  expect(line("C001/01").textContent).toContain("Submitted");
  await declare(user);
  await user.click(screen.getByRole("button", { name: "Submit 1 mark sheet" }));
  await screen.findByRole("heading", { name: "3 of 3 submitted" });
});

it("after a lost answer the same key is sent again, unless the sheet turns out to be submitted", async () => {
  const { service, user } = await open({
    [send("A001/01")]: ["lost", submission()],
    [send("B001/01")]: ["lost"],
    [read("B001/01")]: [reviewOf("B001/01"), reviewOf("B001/01", { sheet: head({ id: idOf("B001/01"), submission: submission() }) })],
  });
  await declare(user);
  await user.click(await screen.findByRole("button", { name: "Submit 3 mark sheets" }));
  await screen.findByRole("heading", { name: "2 of 3 submitted" });
  expect(line("A001/01").textContent).toContain("the marks cannot be sent twice");
  await declare(user);
  await user.click(screen.getByRole("button", { name: "Submit 1 mark sheet" }));
  await screen.findByRole("heading", { name: "3 of 3 submitted" });

  const keys = service.calls.filter(({ what }) => what === send("A001/01")).map(({ headers }) => headers.get("Idempotency-Key"));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

it("what is not agreed to is named before anything is sent", async () => {
  const { service, user } = await open();
  await user.click(await screen.findByRole("button", { name: "Submit 3 mark sheets" }));

  expect((await screen.findByRole("alert")).textContent).toContain("Nothing is submitted");
  expect(sentTo(service)).toEqual([]);
});

it("one can be left out, one that became incomplete is kept back, and one that cannot be read does not stop the others", async () => {
  const missing = [{ candidate: "1001", name: "JONES Amelia", page: 1, missing: "mark" as const, flag: null }];
  const { service, user } = await open({ [read("B001/01")]: [reviewOf("B001/01", { missing })], [read("C001/01")]: ["lost"] });
  await screen.findByRole("heading", { name: "1 mark sheet to submit" });
  expect(line("B001/01").textContent).toContain("1 candidate is incomplete now.");
  expect(line("C001/01").textContent).toContain("There is no answer from the service");
  await user.click(screen.getByRole("checkbox", { name: /A001/ }));
  expect(screen.getByRole("heading", { name: "Nothing is chosen" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Submit/ })).toBeNull();
  expect(sentTo(service)).toEqual([]);
});

it("a sheet with marks on this computer that are not saved is kept back", async () => {
  const copy = new LocalCopy("u1", idOf("A001/01"));
  copy.note("1001", { text: "45", checked: false, revision: 1 });
  await copy.settled();
  const { service, user } = await open();
  await declare(user);
  await user.click(await screen.findByRole("button", { name: "Submit 3 mark sheets" }));

  await screen.findByRole("heading", { name: "2 of 3 submitted" });
  expect(line("A001/01").textContent).toContain("Save what this computer holds");
  expect(sentTo(service)).toEqual([send("B001/01"), send("C001/01")]);
});

it("who may not submit is told whom to ask, and where nothing is ready it says so", async () => {
  await open({}, ["enter marks"]);
  expect(screen.getByText("You may not submit marks. Ask Owen Reid to submit them.")).toBeTruthy();
  cleanup();
  await open({}, ["submit marks"], []);
  expect(screen.getByText(/No mark sheet is ready to submit/)).toBeTruthy();
});
