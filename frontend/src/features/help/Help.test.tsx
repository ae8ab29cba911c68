import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Shell } from "../../app/Shell";
import { speak } from "../../i18n/words";
import { Help } from "./Help";

const open = (address: string) => {
  history.replaceState(null, "", address);
  render(
    <Shell>
      <Help />
    </Shell>,
  );
};

beforeEach(() => history.replaceState(null, "", "/help"));
afterEach(async () => {
  cleanup();
  await speak("en");
});

it("every part that is linked to is there", () => {
  open("/help");
  const links = [...document.querySelectorAll('a[href*="#"]')].map((link) => link.getAttribute("href")?.split("#")[1] ?? "");
  expect(links).toContain("keys");
  expect(links).toContain("accessibility");
  for (const part of links) expect(document.getElementById(part)).toBeTruthy();
});

it("an address with a part opens there, and a link to another goes there", async () => {
  open("/help#paste");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Pasting from a spreadsheet"));
  const foot = screen.getByRole("navigation", { name: "About this service" });
  fireEvent.click(within(foot).getByRole("link", { name: "Accessibility statement" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Accessibility statement"));
});

it("says the times that hold, and does not claim what was not done", () => {
  open("/help");
  expect(screen.getByText(/If you do not type or click for 30 minutes/).textContent).toContain("2 minutes before");
  expect(screen.getByText(/have not yet tested the pages with a screen reader/)).toBeTruthy();
});

it("each status has a meaning, in the language spoken", async () => {
  open("/help");
  await speak("cy");
  const table = await screen.findByRole("table", { name: "Statysau taflen farciau" });
  expect(table.querySelectorAll("tbody tr")).toHaveLength(7);
});
