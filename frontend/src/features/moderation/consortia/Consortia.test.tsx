import { cleanup, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { BOARD_OFFICE } from "../../../auth/centre";
import { renderFor } from "../../../testing/place";
import { consortium, member, moderation, sampled } from "../../../testing/samples";
import { PROBLEM, Service } from "../../../testing/service";
import { Consortia } from "./Consortia";
import { Consortium } from "./Consortium";
import type { Line } from "./api";

const LIST = "GET /api/v1/board/series/2027-06/consortia";
const SHEET = "2027-06.58410.H446-03";
const ARRANGE = "PUT /api/v1/board/sheets/2027-06.64235.H446-03/consortium";
const llys = { number: "58410", name: "Llys Derwen School" };
const harbour = { number: "64235", name: "Harbour View Academy" };
const line: Line = {
  assessment: "H446/03",
  centres: [
    { centre: llys, sheet: SHEET, status: null },
    { centre: harbour, sheet: "2027-06.64235.H446-03", status: "confirmed" },
  ],
  arranged: { by: "Olu Perator", at: "2026-11-24T10:42:00Z", note: "" },
  changeable: true,
};
const listing = (change: object = {}) => ({ consortia: [], assessments: [{ code: "H446/03", title: "Programming project" }], may: true, ...change });

async function open(page: preact.JSX.Element, script: Record<string, unknown[]>) {
  const service = Service.open(script);
  renderFor({ id: "u9", name: "Olu", board: ["board operator"] }, page, { centre: BOARD_OFFICE });
  const heading = await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  return { service, user: userEvent.setup() };
}
const mark = (value: number) => ({ kind: "mark" as const, mark: value });
async function ask(user: ReturnType<typeof userEvent.setup>, code: string, centres: string) {
  const boxes = [screen.getByLabelText("Assessment code"), screen.getByLabelText("Centre numbers")];
  for (const [at, text] of [code, centres].entries()) {
    await user.clear(boxes[at] as HTMLElement);
    await user.type(boxes[at] as HTMLElement, text);
  }
  await user.click(screen.getByRole("button", { name: "Set up" }));
}

afterEach(() => {
  cleanup();
  Service.close();
});

it("a consortium is arranged with its code and its centres' numbers, and said by name", async () => {
  const { service, user } = await open(<Consortia />, {
    [LIST]: [listing(), listing({ consortia: [line] })],
    [ARRANGE]: [consortium({ centres: [member({ centre: llys }), member()] })],
  });
  expect(await screen.findByText("There are no consortia in this series.")).toBeTruthy();
  await ask(user, "h446-03", "64235{Enter}58410");
  expect(await screen.findByText("The consortium for H446/03 is set up: 58410 Llys Derwen School and 64235 Harbour View Academy.")).toBeTruthy();
  expect(service.calls.find(({ what }) => what === ARRANGE)?.body).toEqual({ centres: ["58410"] });
  expect(screen.getByRole("row", { name: /H446\/03/ }).textContent).toContain("No entries yet");
});

it("what could be no consortium is told at its place, and the service is not asked", async () => {
  const { service, user } = await open(<Consortia />, { [LIST]: [listing({ consortia: [line] })] });
  await screen.findByRole("button", { name: "Set up" });
  await ask(user, "X999/01", "64235");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "There is a problem" }).parentElement);
  expect(screen.getByRole("link", { name: "Choose an assessment of this series" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Enter 2 or more centre numbers" })).toBeTruthy();
  for (const [typed, told] of [
    ["64235 6423", "6423 is not a centre number"],
    ["11111 11111", "Centre 11111 appears twice"],
    ["11111 58410", "Centre 58410 is in another consortium for this assessment. Dissolve that one first"],
  ] as const) {
    await ask(user, "H446/03", typed);
    expect(screen.getByText(told, { selector: "p" })).toBeTruthy();
  }
  expect(service.calls.every(({ what }) => what === LIST)).toBe(true);
});

it("a centre that does not exist is named", async () => {
  const body = { code: "consortium-refused", errors: [{ pointer: "/centres/0", code: "no-such-centre", detail: "There is no centre." }] };
  const { user } = await open(<Consortia />, { [LIST]: [listing()], [ARRANGE]: [Response.json(body, { status: 422, headers: PROBLEM })] });
  await screen.findByRole("button", { name: "Set up" });
  await ask(user, "H446/03", "64235, 99999");
  expect(await screen.findByText("There is no centre 99999")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Centre numbers")));
});

it("a consortium is dissolved, unless moderation has begun", async () => {
  const DISSOLVE = `DELETE /api/v1/board/sheets/${SHEET}/consortium`;
  const { user } = await open(<Consortia />, {
    [LIST]: [listing({ consortia: [line] }), listing({ consortia: [{ ...line, changeable: false }] })],
    [DISSOLVE]: [consortium()],
  });
  await user.click(await screen.findByRole("button", { name: /Dissolve the consortium for H446\/03 of 58410 Llys Derwen School and/ }));
  const asked = await screen.findByRole("dialog", { name: "Dissolve the consortium for H446/03?" });
  expect(asked.textContent).toContain("Each of its 2 centres will be moderated on its own: 58410 Llys Derwen School and");
  await user.click(within(asked).getByRole("button", { name: "Dissolve" }));
  expect(await screen.findByText(/The consortium for H446\/03 is dissolved/)).toBeTruthy();
  expect(await screen.findByText(/In moderation, so it can no longer change/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Dissolve/ })).toBeNull();
});

it("those who moderate see consortia and arrange none", async () => {
  await open(<Consortia />, { [LIST]: [listing({ consortia: [line], may: false })] });
  expect(await screen.findByRole("link", { name: "64235 Harbour View Academy" })).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("the sample is one list over all centres, highest first", async () => {
  const members = [
    member({
      centre: llys,
      sheet: SHEET,
      moderation: moderation({ sample: [sampled({ candidate: "1001", outcome: mark(30) }), sampled({ candidate: "1002", state: "sent" })] }),
    }),
    member({
      moderation: moderation({
        sample: [sampled({ candidate: "1051", outcome: mark(60) }), sampled({ candidate: "1052", name: "KHAN Aisha", state: "withdrawn", outcome: null })],
      }),
    }),
  ];
  await open(<Consortium sheet={SHEET} />, { [`GET /api/v1/board/sheets/${SHEET}/consortium`]: [consortium({ centres: members })] });
  const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
  expect(rows.filter((text) => /1\d\d\d JONES/.test(text ?? "")).map((text) => text?.slice(0, 9))).toEqual(["642351051", "584101002", "584101001"]);
  expect(screen.getByText("3 drawn from 48 candidates")).toBeTruthy();
  expect(screen.getByText("1 of 2 sent")).toBeTruthy();
  expect(screen.getByText("0 of 1 sent")).toBeTruthy();
});
