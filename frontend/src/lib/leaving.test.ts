import { afterEach, expect, it } from "vitest";
import { guardLeaving, wouldLose } from "./leaving";

const page = (html: string) => (document.body.innerHTML = `<input value="in the header"><main id="main">${html}</main>`);
afterEach(() => void (document.body.innerHTML = ""));

it.each([
  ["<textarea>54 was read as 45.</textarea>", true],
  ['<input value="1051">', true],
  ['<textarea></textarea><input><input type="checkbox" value="on" checked><input type="radio" value="a" checked>', false],
  ["<p>Nothing to type here</p>", false],
])("a page that has %s loses something when it goes: %s", (html, expected) => {
  page(html);
  expect(wouldLose()).toBe(expected);
});

it("a page that keeps what is typed on it loses nothing, as long as it is there", () => {
  page('<input value="45">');
  let kept = true;
  const stop = guardLeaving(
    async () => true,
    () => kept,
  );
  expect(wouldLose()).toBe(false);
  kept = false;
  expect(wouldLose()).toBe(true);
  kept = true;
  stop();
  expect(wouldLose()).toBe(true);
});
