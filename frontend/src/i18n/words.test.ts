import { afterEach, expect, it } from "vitest";
import { cy } from "./cy/index";
import { help as helpCy } from "./cy/help";
import { pasting as pastingCy } from "./cy/pasting";
import { reading as readingCy } from "./cy/reading";
import { saving as savingCy } from "./cy/saving";
import { unsent as unsentCy } from "./cy/unsent";
import { en } from "./en/index";
import { help as helpEn } from "./en/help";
import { pasting as pastingEn } from "./en/pasting";
import { reading as readingEn } from "./en/reading";
import { saving as savingEn } from "./en/saving";
import { unsent as unsentEn } from "./en/unsent";
import { language } from "./language";
import { plural } from "./plural";
import { preferred, speak, t, wordFor } from "./words";

/** What is the same in both languages. */
const SAME = new Set(["shell.service", "review.declaration.version", "upload.faults.fields.uci"]);

type Leaf = string | ((...args: never[]) => string);

function leaves(words: object, path = ""): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [key, word] of Object.entries(words)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof word === "object") for (const [deeper, leaf] of leaves(word, here)) found.set(deeper, leaf);
    else found.set(here, word);
  }
  return found;
}

/** What a leaf says of threes, so that two that say the same are found. */
const said = (leaf: Leaf | undefined) => (typeof leaf === "function" ? (leaf as (...args: number[]) => string)(3, 3, 3, 3) : leaf);

const takes = (leaf: Leaf | undefined) => (typeof leaf === "function" ? leaf.length : "nothing");

/** With the words that come with the pages that need them. */
const english = leaves({ ...en, help: helpEn, pasting: pastingEn, reading: readingEn, saving: savingEn, unsent: unsentEn });
const welsh = leaves({ ...cy, help: helpCy, pasting: pastingCy, reading: readingCy, saving: savingCy, unsent: unsentCy });

afterEach(async () => {
  await speak("en");
  localStorage.clear();
});

it("every word there is in English is there in Welsh, and no other", () => {
  expect([...welsh.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

it("a word that takes something takes the same in both languages", () => {
  for (const [key, leaf] of english) expect([key, takes(welsh.get(key))]).toEqual([key, takes(leaf)]);
});

it("no word was left in English", () => {
  const left = [...english].filter(([key, leaf]) => !SAME.has(key) && said(leaf) === said(welsh.get(key)));
  expect(left.map(([key]) => key)).toEqual([]);
});

it("speaking a language changes the words and the page's language, and is remembered", async () => {
  await speak("cy");
  expect(t.value.outcomes.absent).toBe("Absennol");
  expect(document.documentElement.lang).toBe("cy");
  expect(preferred()).toBe("cy");
  await speak("en");
  expect(t.value.outcomes.absent).toBe("Absent");
  expect(document.documentElement.lang).toBe("en-GB");
  expect(preferred()).toBe("en");
});

it("the language asked for last wins, however long the other takes to come", async () => {
  await Promise.all([speak("cy"), speak("en")]);
  expect(t.value).toBe(en);
});

it("a first visit speaks as the browser does", () => {
  expect(preferred()).toBe("en");
  Object.defineProperty(navigator, "language", { value: "cy-GB", configurable: true });
  expect(preferred()).toBe("cy");
  Reflect.deleteProperty(navigator, "language");
});

it("English counts one and many", () => {
  expect([0, 1, 2, 3, 6, 100].map(en.outcomes.candidates)).toEqual([
    "0 candidates",
    "1 candidate",
    "2 candidates",
    "3 candidates",
    "6 candidates",
    "100 candidates",
  ]);
});

it("Welsh has a form for each of its six kinds of number", () => {
  language.value = "cy";
  const forms = { zero: "0", one: "1", two: "2", few: "3", many: "6", other: "x" };
  expect([0, 1, 2, 3, 6, 100].map((count) => plural(count, forms))).toEqual(["0", "1", "2", "3", "6", "x"]);
});

it("Welsh counts candidates in the singular and softens days after two", () => {
  language.value = "cy";
  expect([0, 1, 2, 3, 6, 100].map(cy.outcomes.candidates)).toEqual([
    "dim ymgeiswyr",
    "1 ymgeisydd",
    "2 ymgeisydd",
    "3 ymgeisydd",
    "6 ymgeisydd",
    "100 ymgeisydd",
  ]);
  expect([1, 2, 3].map(cy.dates.left)).toEqual(["1 diwrnod ar ôl", "2 ddiwrnod ar ôl", "3 diwrnod ar ôl"]);
});

it("a code that is new to the page is shown as it is", () => {
  expect(wordFor(en.outcomes.what, "MarksSaved")).toBe("Marks saved");
  expect(wordFor(en.outcomes.what, "MarksPraised")).toBe("MarksPraised");
});
