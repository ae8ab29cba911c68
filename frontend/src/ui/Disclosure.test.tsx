import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { Disclosure } from "./Disclosure";

const show = () => {
  render(
    <>
      <Disclosure label="Coursework and tests" folds="wide">
        <a href="#enter">Enter</a>
        <button type="button">Clear</button>
        <p>Nothing to choose</p>
      </Disclosure>
      <button type="button">Elsewhere</button>
    </>,
  );
  return screen.getByRole("button", { name: "Coursework and tests" });
};
const isOpen = (button: HTMLElement) => button.getAttribute("aria-expanded") === "true";

afterEach(cleanup);

it("it opens and closes by key, and Escape gives the focus back to its button", async () => {
  const user = userEvent.setup();
  const button = show();
  expect(isOpen(button)).toBe(false);
  await user.tab();
  await user.keyboard("{Enter}");
  expect(isOpen(button)).toBe(true);
  expect(document.getElementById(button.getAttribute("aria-controls") ?? "")?.textContent).toContain("Enter");
  await user.keyboard(" ");
  expect(isOpen(button)).toBe(false);
  await user.keyboard("{Enter}{Tab}{Escape}");
  expect(isOpen(button)).toBe(false);
  expect(document.activeElement).toBe(button);
});

it.each([
  ["a link in it", "Enter", false],
  ["a button in it", "Clear", false],
  ["what is no choice", "Nothing to choose", true],
  ["another place of the page", "Elsewhere", false],
])("a tap on %s leaves it open: %s is %s", (_, name, stays) => {
  const button = show();
  fireEvent.click(button);
  fireEvent.pointerDown(screen.getByText(name));
  fireEvent.click(screen.getByText(name));
  expect(isOpen(button)).toBe(stays);
});

it("it closes when the focus leaves it", async () => {
  const user = userEvent.setup();
  const button = show();
  await user.tab();
  await user.keyboard("{Enter}{Tab}{Tab}");
  expect(isOpen(button)).toBe(true);
  await user.tab();
  expect(document.activeElement?.textContent).toBe("Elsewhere");
  expect(isOpen(button)).toBe(false);
});

it("one within another opens and leaves the other open", () => {
  render(
    <Disclosure label="Menu" folds="narrow">
      <Disclosure label="Coursework and tests" folds="wide">
        <a href="#enter">Enter</a>
      </Disclosure>
    </Disclosure>,
  );
  const [menu, coursework] = ["Menu", "Coursework and tests"].map((name) => screen.getByRole("button", { name }));
  fireEvent.click(menu!);
  fireEvent.click(coursework!);
  expect([menu!, coursework!].map(isOpen)).toEqual([true, true]);
  fireEvent.click(screen.getByText("Enter"));
  expect([menu!, coursework!].map(isOpen)).toEqual([false, false]);
});
