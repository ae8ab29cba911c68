import { signal } from "@preact/signals";
import { cleanup, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { ApiError } from "../../../api/client";
import { head } from "../../../testing/samples";
import { renderFor } from "../../../testing/place";
import { Service } from "../../../testing/service";
import { Unloaded } from "../../../ui/Page";
import { RefusedContext } from "../../../ui/refused";
import { RoleNeeded } from "./RoleNeeded";

afterEach(() => {
  cleanup();
  Service.close();
});

it("a page that the service refuses to someone's roles names who gives the role, asks in one click, and reads the roles again", async () => {
  Service.open({ "GET /api/v1/centres/64235/administrators": [{ administrators: ["Helen Head"], asked: [] }] });
  const reload = vi.fn<() => Promise<void>>(async () => {});
  const refused = signal<ApiError | undefined>(new ApiError(403, { code: "forbidden", status: 403 }));
  const memberships = [{ centre: head().centre, roles: ["view" as const], limits: [] }];
  renderFor(
    { memberships },
    <RefusedContext.Provider value={() => <RoleNeeded />}>
      <Unloaded loaded={{ error: refused, reload: async () => {} }} />
    </RefusedContext.Provider>,
    { reload },
  );
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("You do not have the role for this page");
  expect(await screen.findByText("Helen Head can give you the role “centre administrator”.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Ask for the role “centre administrator”" })).toBeTruthy();
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

it("a page of the board sends nobody to their centre's administrator", () => {
  const service = Service.open({});
  history.replaceState(null, "", "/board/history");
  renderFor({}, <RoleNeeded />);
  history.replaceState(null, "", "/");
  expect(screen.getByText(/Nobody at your centre can give you the role/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to your assessments" }).getAttribute("href")).toBe("/");
  expect(service.calls).toEqual([]);
});
