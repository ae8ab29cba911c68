import { cleanup, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { Account } from "../../app/Account";
import { head } from "../../testing/samples";
import { Service } from "../../testing/service";
import { Notices } from "./Notices";

const READ = "GET /api/v1/me/notices";
const CHOOSE = "PUT /api/v1/me/notices";
const WORKS = "POST /api/v1/me/notices/works";

const mine: Schemas["NoticesOut"] = {
  email: "owen@harbourview.example",
  language: "en",
  topics: ["confirmations", "deadlines"],
  muted: [],
  trouble: null,
};

async function open(mail: Partial<Schemas["NoticesOut"]> = {}, script: Record<string, unknown[]> = {}) {
  const service = Service.open({ [READ]: [{ ...mine, ...mail }], ...script });
  render(<Notices />);
  await screen.findByRole("heading", { level: 1 });
  return { service, user: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  Service.close();
});

it("language and topics are chosen and saved, for the topics of the person's roles", async () => {
  const chosen = { ...mine, language: "cy", muted: ["confirmations"] };
  const { service, user } = await open({}, { [CHOOSE]: [chosen] });
  expect(screen.getByText(/We send notices to owen@harbourview\.example/)).toBeTruthy();
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  await user.selectOptions(screen.getByLabelText("Language of the emails"), "Cymraeg");
  await user.click(screen.getByLabelText("Marks that the board has confirmed"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Your choices are saved.")).toBeTruthy();
  expect(service.calls.find(({ what }) => what === CHOOSE)?.body).toEqual({ language: "cy", muted: ["confirmations"] });
});

it("what is changed after saving is no longer said to be saved", async () => {
  const { user } = await open({}, { [CHOOSE]: [mine] });
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Your choices are saved.");
  await user.click(screen.getByLabelText(/^Deadlines/));
  expect(screen.queryByText("Your choices are saved.")).toBeNull();
});

it("the topic of moderation says when an outcome is told", async () => {
  await open({ topics: ["moderation"] });
  const { id } = screen.getByText("We email you about an outcome at 7am, once it is released.");
  expect(screen.getByLabelText(/^Moderation/).getAttribute("aria-describedby")).toBe(id);
});

it("a choice that is not saved says so", async () => {
  const { user } = await open({}, { [CHOOSE]: ["lost"] });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("we do not know whether this was done");
  expect(screen.queryByText("Your choices are saved.")).toBeNull();
});

it("mail that came back is told, and the person says that the address works again", async () => {
  const trouble = { what: "bounced", at: "2026-11-24T10:42:00Z" } as const;
  const { service, user } = await open({ trouble }, { [WORKS]: [mine] });
  expect(screen.getByText(/was returned on 24 November 2026 at 10:42/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Start emailing me again" }));
  expect(await screen.findByText("We will email you again.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start emailing me again" })).toBeNull();
  expect(service.calls.some(({ what }) => what === WORKS)).toBe(true);
});

it("someone without an address, or with a role that is told nothing, is told so", async () => {
  await open({ email: "", topics: [] });
  expect(screen.getByText(/has no email address for you/)).toBeTruthy();
  expect(screen.getByText("There are no email notices for your role.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});

it("the way to the notices is beside everyone's name", () => {
  const { centre, series } = head();
  const me = { id: "u1", name: "Asha Patel", memberships: [], board: [] };
  render(<Account name={me.name} place={{ me, centre, series, allSeries: [series], choose: () => {}, reload: async () => {} }} />);
  expect(screen.getByRole("link", { name: "Email notices" }).getAttribute("href")).toBe("/notices");
});
