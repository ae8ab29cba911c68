import { expect, it } from "vitest";
import { isComposing, letterOf, shortcutOf } from "./keys";

const shortcut = (key: string, code: string, held: KeyboardEventInit) => shortcutOf(new KeyboardEvent("keydown", { key, code, ...held }));
const ctrl = { ctrlKey: true };

it.each([
  ["plain", "s", "KeyS", ctrl],
  ["Command on a Mac", "s", "KeyS", { metaKey: true }],
  ["Caps Lock", "S", "KeyS", ctrl],
  ["Caps Lock on a Mac", "S", "KeyS", { metaKey: true }],
  ["Dvorak", "s", "Semicolon", ctrl],
  ["Colemak", "s", "KeyD", ctrl],
  ["Ukrainian", "і", "KeyS", ctrl],
  ["Ukrainian, Caps Lock", "І", "KeyS", ctrl],
  ["Hebrew", "ד", "KeyS", ctrl],
  ["Arabic", "س", "KeyS", ctrl],
  ["Greek", "σ", "KeyS", ctrl],
  ["Devanagari", "े", "KeyS", ctrl],
])("Ctrl+S is S: %s", (_, key, code, held) => {
  expect(shortcut(key, code, held)).toBe("s");
});

it.each([
  ["Z where AZERTY has W", "w", "KeyZ", ctrl, "w"],
  ["Z of AZERTY", "z", "KeyW", ctrl, "z"],
  ["Z of QWERTZ", "z", "KeyY", ctrl, "z"],
  ["Y of QWERTZ", "y", "KeyZ", ctrl, "y"],
])("a Latin layout's own letter counts, not its place: %s", (_, key, code, held, letter) => {
  expect(shortcut(key, code, held)).toBe(letter);
});

it.each([
  ["AltGr+S, Polish", "ś", "KeyS", { ctrlKey: true, altKey: true }],
  ["AltGr+Z, Polish", "ż", "KeyZ", { ctrlKey: true, altKey: true }],
  ["AltGr that types no other letter", "s", "KeyS", { ctrlKey: true, altKey: true, modifierAltGraph: true }],
  ["Ctrl+Shift+S", "S", "KeyS", { ctrlKey: true, shiftKey: true }],
  ["Ctrl and Command", "s", "KeyS", { ctrlKey: true, metaKey: true }],
  ["no Ctrl", "s", "KeyS", {}],
  ["composing", "s", "KeyS", { ctrlKey: true, isComposing: true }],
  ["a letter with an accent", "ß", "Minus", ctrl],
  ["a number", "1", "Digit1", ctrl],
  ["a dead key of a Latin layout", "ů", "KeyS", ctrl],
])("no shortcut: %s", (_, key, code, held) => {
  expect(shortcut(key, code, held)).toBeUndefined();
});

it("a key without Ctrl has its letter under any layout", () => {
  expect(["x", "X", "ч", "Ч"].map((key) => letterOf({ key, code: "KeyX" }))).toEqual(["x", "x", "x", "x"]);
  expect(["Enter", " ", "ArrowUp"].map((key) => letterOf({ key, code: key }))).toEqual([undefined, undefined, undefined]);
});

it("an input method has a key while it composes, and Safari's last one after it has ended", () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});
