import { afterEach, expect, it } from "vitest";
import { speak } from "../i18n/words";
import { listed } from "./listed";

afterEach(() => speak("en"));

it.each([
  [[], ""],
  [["Asha"], "Asha"],
  [["Asha", "Tom"], "Asha and Tom"],
  [["Asha", "Tom", "Tina"], "Asha, Tom and Tina"],
])("lists %j as Britain writes it, without a comma before the last", (names, said) => {
  expect(listed(names)).toBe(said);
});

it.each([
  [["30917 Northgate Sixth Form College", "64235 Harbour View Academy"], "30917 Northgate Sixth Form College a 64235 Harbour View Academy"],
  [["Tom", "Asha"], "Tom ac Asha"],
  [["Asha", "Ôl Jones"], "Asha ac Ôl Jones"],
  [["Asha", "Tom", "Tina"], "Asha, Tom a Tina"],
])("joins %j in Welsh", async (names, said) => {
  await speak("cy");
  expect(listed(names)).toBe(said);
});
