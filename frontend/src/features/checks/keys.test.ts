import { expect, it } from "vitest";
import { actOf } from "./keys";

const press = (key: string, inBox = false, held: Partial<KeyboardEvent> = {}) =>
  actOf({ key, code: "", isComposing: false, keyCode: 0, ctrlKey: false, altKey: false, metaKey: false, ...held }, inBox)?.do;

it("Left and Up go back, Right and Down forward, X flags", () => {
  expect(["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "x", "X"].map((key) => press(key))).toEqual([
    "back",
    "back",
    "forward",
    "forward",
    "flag",
    "flag",
  ]);
});

it("in a box Up and Down still move, and everything else is typed", () => {
  expect(["ArrowUp", "ArrowDown"].map((key) => press(key, true))).toEqual(["back", "forward"]);
  expect(["ArrowLeft", "ArrowRight", "x", "X", " "].map((key) => press(key, true))).toEqual(Array(5).fill(undefined));
});

it("X flags under a layout that has another letter there", () => {
  expect(["ч", "Ч", "ס"].map((key) => press(key, false, { code: "KeyX" }))).toEqual(["flag", "flag", "flag"]);
});

it("an input method keeps its keys", () => {
  expect(["ArrowUp", "ArrowDown"].map((key) => press(key, true, { isComposing: true }))).toEqual([undefined, undefined]);
  expect(press("x", false, { keyCode: 229 })).toBeUndefined();
});

it("Space, Enter and Tab stay with the button, and keys with Ctrl, Alt or Command with the browser", () => {
  expect([" ", "Enter", "Tab", "Escape"].map((key) => press(key))).toEqual(Array(4).fill(undefined));
  for (const held of ["ctrlKey", "altKey", "metaKey"]) expect(press("x", false, { [held]: true })).toBeUndefined();
});
