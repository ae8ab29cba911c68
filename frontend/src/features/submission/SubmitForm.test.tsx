import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { Service, problem } from "../../testing/service";
import { review, submission } from "../../testing/samples";
import { useHeld } from "../../sheet/HeldHere";
import { SubmitForm } from "./SubmitForm";
import { blockersOf } from "./blockers";

const SHEET = "2027-06.64235.H446-03";
const SUBMIT = `POST /api/v1/sheets/${SHEET}/submit`;

let reviewedAgain = 0;

function Form({ asked, again }: { asked: ReturnType<typeof review>; again: () => Promise<void> }) {
  return <SubmitForm sheet={SHEET} review={asked} etag={'"7"'} again={again} held={useHeld(SHEET)} />;
}

function open(asked = review()) {
  reviewedAgain = 0;
  const again = async () => void (reviewedAgain += 1);
  history.replaceState(null, "", `/sheets/${SHEET}/submit`);
  render(<Form asked={asked} again={again} />);
  return userEvent.setup();
}

const box = (statement: string) => screen.getByLabelText<HTMLInputElement>(statement);

async function agreeToAll(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByLabelText("The work was marked to the scheme."));
  await user.click(screen.getByLabelText("Candidates could ask for a review."));
}

afterEach(() => {
  cleanup();
  Service.close();
});

it("pressing Submit with something missing says what, and sends nothing", async () => {
  const service = Service.open({});
  const user = open(review({ missing: [{ candidate: "1051", name: "JONES Amelia", page: 1, missing: "mark", flag: null }] }));
  await user.click(screen.getByRole("button", { name: "Submit" }));
  const summary = await screen.findByRole("alert");
  expect(summary.textContent).toContain("1 candidate is incomplete");
  expect(summary.textContent).toContain("Not agreed yet: The work was marked to the scheme.");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(service.calls).toEqual([]);
});

it("each statement without a tick is marked, and the summary leads to each", async () => {
  Service.open({});
  const user = open();
  expect(box("The work was marked to the scheme.").getAttribute("aria-invalid")).toBeNull();
  await user.click(box("The work was marked to the scheme."));
  await user.click(screen.getByRole("button", { name: "Submit" }));
  expect(within(await screen.findByRole("alert")).getAllByRole("link")).toHaveLength(1);
  await user.click(box("The work was marked to the scheme."));
  await user.click(screen.getByRole("button", { name: "Submit" }));
  const links = within(await screen.findByRole("alert")).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual([
    "Not agreed yet: The work was marked to the scheme.",
    "Not agreed yet: Candidates could ask for a review.",
  ]);
  for (const [place, statement] of ["The work was marked to the scheme.", "Candidates could ask for a review."].entries()) {
    await user.click(links[place]!);
    expect(document.activeElement).toBe(box(statement));
    expect(box(statement).getAttribute("aria-invalid")).toBe("true");
    const said = document.getElementById(box(statement).getAttribute("aria-describedby") ?? "");
    expect(said?.textContent).toBe("Tick this statement if it is true");
  }
  await user.click(box("Candidates could ask for a review."));
  expect(box("Candidates could ask for a review.").getAttribute("aria-invalid")).toBeNull();
});

it("submits exactly what was reviewed, and goes to the receipt", async () => {
  const service = Service.open({ [SUBMIT]: [submission()] });
  const user = open();
  await agreeToAll(user);
  await user.click(screen.getByRole("button", { name: "Submit" }));
  await waitFor(() => expect(location.pathname).toBe(`/sheets/${SHEET}/submitted`));
  expect(service.calls[0]?.headers.get("If-Match")).toBe('"7"');
  expect(service.calls[0]?.body).toEqual({ declaration: { version: "1", agreed: ["marking", "reviews"] } });
});

it("a double click submits once", async () => {
  const service = Service.open({ [SUBMIT]: [submission()] });
  const user = open();
  await agreeToAll(user);
  await user.dblClick(screen.getByRole("button", { name: "Submit" }));
  await waitFor(() => expect(location.pathname).toBe(`/sheets/${SHEET}/submitted`));
  expect(service.calls).toHaveLength(1);
});

it("after a lost answer, Submit again is the same submission", async () => {
  const service = Service.open({ [SUBMIT]: ["lost", submission()] });
  const user = open();
  await agreeToAll(user);
  await user.click(screen.getByRole("button", { name: "Submit" }));
  const said = (await screen.findByRole("alert")).textContent;
  expect(said).toContain("We do not know whether these marks are submitted");
  expect(said).toContain("the marks cannot be sent twice");
  await user.click(screen.getByRole("button", { name: "Submit" }));
  await waitFor(() => expect(location.pathname).toBe(`/sheets/${SHEET}/submitted`));
  const keys = service.calls.map((call) => call.headers.get("Idempotency-Key"));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

it("marks changed since the review are shown anew, with words that say so", async () => {
  Service.open({ [SUBMIT]: [problem(412, "stale", "The sheet has changed.")] });
  const user = open();
  await agreeToAll(user);
  await user.click(screen.getByRole("button", { name: "Submit" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Review the latest marks");
  expect(reviewedAgain).toBe(1);
});

it("what someone else has submitted meanwhile leads to the receipt", async () => {
  Service.open({ [SUBMIT]: [problem(409, "already-submitted", "Already submitted.")] });
  const user = open();
  await agreeToAll(user);
  await user.click(screen.getByRole("button", { name: "Submit" }));
  await waitFor(() => expect(location.pathname).toBe(`/sheets/${SHEET}/submitted`));
});

it("nothing blocks a complete sheet once every statement is agreed to", () => {
  expect(blockersOf(review(), new Set(["marking", "reviews"]))).toEqual([]);
});
