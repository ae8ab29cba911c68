import { cleanup, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { Account } from "../../app/Account";
import { CentreContext } from "../../auth/centre";
import { head } from "../../testing/samples";
import { Service } from "../../testing/service";
import { SettingsPage } from "./Settings";

const READ = "GET /api/v1/centres/64235/settings";
const CHANGE = "PUT /api/v1/centres/64235/settings";
const ADMINISTRATORS = "GET /api/v1/centres/64235/administrators";
const LABEL = "A second person must check each mark";

const never: Schemas["SettingsOut"] = { second_checker: false, changed_by: null, changed_at: null };
const on: Schemas["SettingsOut"] = { second_checker: true, changed_by: "Mair Pugh", changed_at: "2026-11-24T10:42:00Z" };

async function open(roles: Schemas["Role"][], script: Record<string, unknown[]> = {}) {
  const service = Service.open({ [READ]: [never], [ADMINISTRATORS]: [{ administrators: ["Helen Head"], asked: [] }], ...script });
  const { centre, series } = head();
  const me = { id: "u1", name: "Mair Pugh", memberships: [{ centre, roles, limits: [] }], board: [] };
  const place = { me, centre, series, allSeries: [series], choose: () => {}, reload: async () => {} };
  render(
    <CentreContext.Provider value={place}>
      <Account name={me.name} place={place} />
      <SettingsPage />
    </CentreContext.Provider>,
  );
  await screen.findByRole("heading", { level: 1 });
  return service;
}

afterEach(() => {
  cleanup();
  Service.close();
});

it("the centre administrator asks for a second checker, and the page says who chose it and when", async () => {
  const service = await open(["centre administrator"], { [CHANGE]: [on] });
  expect(screen.getByText("Nobody has changed this yet.")).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByLabelText(LABEL));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Last changed on 24 November 2026 at 10:42 by Mair Pugh.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("The setting is saved.");
  expect(service.calls.find(({ what }) => what === CHANGE)?.body).toEqual({ second_checker: true });
});

it("a change whose answer was lost is read again, and nothing is claimed of it", async () => {
  await open(["centre administrator"], { [READ]: [never, on], [CHANGE]: ["lost"] });
  const user = userEvent.setup();
  await user.click(screen.getByLabelText(LABEL));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("we do not know whether this was done");
  expect(screen.getByText("Last changed on 24 November 2026 at 10:42 by Mair Pugh.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("");
});

it("everyone else sees how the centre works and who can change it", async () => {
  await open(["enter marks", "submit marks"], { [READ]: [on] });
  expect(screen.getByText(LABEL).nextElementSibling?.textContent).toBe("On");
  expect(screen.getByText("Your centre administrator can change this.")).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("link", { name: "Changes at this centre" })).toBeNull();
  expect(await screen.findByText("Helen Head can give you the role “centre administrator”.")).toBeTruthy();
});

it("the way to the settings is beside the name of an administrator, and of nobody else", async () => {
  await open(["centre administrator"]);
  expect(screen.getByRole("link", { name: "Centre settings" }).getAttribute("href")).toBe("/settings");
  expect(screen.getByRole("link", { name: "Changes at this centre" }).getAttribute("href")).toBe("/settings/history");
  cleanup();
  await open(["submit marks"]);
  expect(screen.queryByRole("link", { name: "Centre settings" })).toBeNull();
});
