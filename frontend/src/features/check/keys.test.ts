import { expect, it } from "vitest";
import { actOf } from "./keys";

const press = (key: string, inBox = false, held: Partial<KeyboardEvent> = {}) =>
  actOf({ key, ctrlKey: false, altKey: false, metaKey: false, ...held }, inBox)?.do;

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

it("Space, Enter and Tab stay with the button, and keys with Ctrl, Alt or Command with the browser", () => {
  expect([" ", "Enter", "Tab", "Escape"].map((key) => press(key))).toEqual(Array(4).fill(undefined));
  for (const held of ["ctrlKey", "altKey", "metaKey"]) expect(press("x", false, { [held]: true })).toBeUndefined();
});
