import { expect, it } from "vitest";
import { type BarAction, barAction } from "./bar-action";
import type { Seen } from "./bar-words";

const seen: Seen = { unsaved: 0, problems: 0, queue: "idle", savedAt: "10:42", refusal: "", kept: true, online: true, signedOut: false };
const sheet = { entered: 50, checked: 50, candidates: 50, may: { enter: true, submit: true }, checkable: () => true, checking: false };
const teacher = { may: { enter: true, submit: false } };

it.each<[string, BarAction, Partial<Seen>, Partial<typeof sheet>]>([
  ["a mark is missing", "save", {}, { entered: 49, checked: 49 }],
  ["a row is not saved", "save", { unsaved: 1 }, {}],
  ["a row is being saved", "save", { queue: "saving" }, {}],
  ["the service does not answer", "save", { queue: "retrying", unsaved: 1 }, {}],
  ["a save was refused", "save", { queue: "refused" }, {}],
  ["a row needs attention", "save", { problems: 1 }, {}],
  ["nobody is entered", "save", {}, { entered: 0, checked: 0, candidates: 0 }],
  ["the session has ended", "sign in", { signedOut: true, unsaved: 2 }, {}],
  ["the session has ended and there is no connection", "save", { signedOut: true, online: false, unsaved: 2 }, {}],
  ["every mark is entered", "check", {}, { checked: 30 }],
  ["every mark is entered, where they are checked", "save", {}, { checked: 30, checking: true }],
  ["every mark is entered, and someone else has to check them", "ready to check", {}, { checked: 30, checkable: () => false }],
  ["every mark is checked", "submit", {}, {}],
  ["every mark is checked, where they are checked", "submit", {}, { checking: true }],
  ["every mark is checked, and someone else submits", "ready to submit", {}, teacher],
])("when %s the bar's action is: %s", (_, action, change, of) => {
  expect(barAction({ ...seen, ...change }, { ...sheet, ...of })).toBe(action);
});
