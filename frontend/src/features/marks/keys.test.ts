import { expect, it } from "vitest";
import { moveFocus, moveOf } from "./keys";

const box = (id: string) => document.getElementById(id) as HTMLElement;

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  moveOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 0, ...held });

it("Enter and Down go to the next candidate, Shift+Enter and Up to the one before", () => {
  expect(press("Enter")).toBe("next");
  expect(press("ArrowDown")).toBe("next");
  expect(press("Enter", { shiftKey: true })).toBe("previous");
  expect(press("ArrowUp")).toBe("previous");
});

it("Escape restores", () => {
  expect(press("Escape")).toBe("restore");
});

it("every other key stays with the box", () => {
  for (const key of ["ArrowLeft", "ArrowRight", "Tab", "Home", "5", "a"]) expect(press(key)).toBeUndefined();
  expect(press("Enter", { ctrlKey: true })).toBeUndefined();
});

it("while an input method composes, and at the key that ends it, no key leaves the row", () => {
  for (const key of ["Enter", "ArrowDown", "ArrowUp", "Escape"]) {
    expect(press(key, { isComposing: true })).toBeUndefined();
    expect(press(key, { keyCode: 229 })).toBeUndefined();
  }
});

it("Alt and Down asks for the row's menu, and no other key with Alt does anything", () => {
  expect(press("ArrowDown", { altKey: true })).toBe("more");
  for (const key of ["ArrowUp", "Enter", "Escape"]) expect(press(key, { altKey: true })).toBeUndefined();
  expect(press("ArrowDown", { altKey: true, ctrlKey: true })).toBeUndefined();
});

it("the focus moves within its column and stops at the ends", () => {
  document.body.innerHTML = `<table><tbody>${["1", "2"]
    .map((n) => `<tr><td><input id="mark${n}" data-column="mark"></td><td><input id="tick${n}" data-column="checked"></td></tr>`)
    .join("")}</tbody></table>`;
  expect(moveFocus(box("mark1"), "next")).toBe(true);
  expect(document.activeElement?.id).toBe("mark2");
  expect(moveFocus(box("tick2"), "previous")).toBe(true);
  expect(document.activeElement?.id).toBe("tick1");
  expect(moveFocus(box("mark2"), "next")).toBe(false);
  expect(moveFocus(box("mark1"), "previous")).toBe(false);
});

it("the focus goes on from one fifty of rows to the next", () => {
  const [one, two] = [1, 2].map((n) => `<tr><td><input id="mark${n}" data-column="mark"></td></tr>`);
  document.body.innerHTML = `<table><thead><tr><th>Mark</th></tr></thead><tbody>${one}</tbody><tbody>${two}</tbody></table>`;
  expect(moveFocus(box("mark1"), "next")).toBe(true);
  expect(document.activeElement?.id).toBe("mark2");
  expect(moveFocus(box("mark2"), "next")).toBe(false);
  expect(moveFocus(box("mark2"), "previous")).toBe(true);
  expect(document.activeElement?.id).toBe("mark1");
  expect(moveFocus(box("mark1"), "previous")).toBe(false);
});

it("the focus passes over a tick that is not in use", () => {
  document.body.innerHTML = `<table><tbody>${["1", "2", "3"]
    .map((n) => `<tr><td><input id="tick${n}" data-column="checked" ${n === "2" ? "disabled" : ""}></td></tr>`)
    .join("")}</tbody></table>`;
  expect(moveFocus(box("tick1"), "next")).toBe(true);
  expect(document.activeElement?.id).toBe("tick3");
});
