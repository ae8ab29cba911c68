import { cleanup, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { speak } from "../i18n/words";
import { Shell } from "./Shell";

afterEach(async () => {
  cleanup();
  await speak("en");
});

it("the other language is offered in its own name and words, on every page", async () => {
  render(<Shell>page</Shell>);
  const [toggle] = screen.getAllByRole("button", { name: "Cymraeg" });
  expect(toggle?.lang).toBe("cy");
  await userEvent.setup().click(toggle!);
  await screen.findByText("Neidio i'r prif gynnwys");
  expect(screen.getAllByRole("button", { name: "English" })[0]?.lang).toBe("en");
});

it("help and the accessibility statement are at the foot of every page", () => {
  render(<Shell>page</Shell>);
  const foot = screen.getByRole("navigation", { name: "About this service" });
  const links = [...foot.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/help", "/help#accessibility"]);
});
