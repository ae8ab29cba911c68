import { expect, it, vi } from "vitest";
import { keepFocusInView } from "./in-view";

it("what a key moves the focus to is scrolled to, and what a pointer focuses stays under it", () => {
  document.body.innerHTML = "<input />";
  const box = document.querySelector("input") as HTMLInputElement;
  box.scrollIntoView = vi.fn();
  keepFocusInView();

  box.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  box.focus();
  expect(box.scrollIntoView).not.toHaveBeenCalled();

  box.blur();
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  box.focus();
  expect(box.scrollIntoView).toHaveBeenCalledWith({ block: "nearest" });
});
