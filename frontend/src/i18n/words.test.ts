import { afterEach, expect, it } from "vitest";
import { both } from "./both";
import { cy } from "./cy/index";
import { en } from "./en/index";
import { language } from "./language";
import { plural } from "./plural";
import { preferred, speak, t, wordFor } from "./words";

/** Texts that are the same in both languages. */
const SAME = new Set(["shell.service", "sheet.declaration.version", "files.faults.fields.uci", "history.entries.parts.uci"]);

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

/** What a text says for the number three, so that duplicates are found. */
const said = (leaf: Leaf | undefined) => (typeof leaf === "function" ? (leaf as (...args: number[]) => string)(3, 3, 3, 3) : leaf);

const takes = (leaf: Leaf | undefined) => (typeof leaf === "function" ? leaf.length : "nothing");

/** The shell's words and those that come with each feature, by the folder they are in. */
function everyWord(of: "en" | "cy"): Map<string, Leaf> {
  const files = import.meta.glob<Record<string, object>>("../**/words/{en,cy}.ts", { eager: true });
  const comeLater = Object.entries(files)
    .filter(([path]) => path.endsWith(`/${of}.ts`))
    .map(([path, file]) => [path.split("/").at(-3), file[of]]);
  return leaves({ ...(of === "en" ? en : cy), ...Object.fromEntries(comeLater) });
}

const english = everyWord("en");
const welsh = everyWord("cy");

afterEach(async () => {
  await speak("en");
  localStorage.clear();
});

it("the words of the shell, of the open sheet and of each feature are looked through", () => {
  const places = new Set([...english.keys()].map((key) => key.split(".")[0]));
  expect([...places]).toEqual(expect.arrayContaining(["shell", "home", "sheet", "marks", "board", "help"]));
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

it("the words that came with a feature change with the shell's, and something to say is said anew", async () => {
  const words = both({ sent: (count: number) => `${count} sent` }, { sent: (count) => `Anfonwyd ${count}` });
  const say = () => words.value.sent(2);
  expect(say()).toBe("2 sent");
  await speak("cy");
  expect(say()).toBe("Anfonwyd 2");
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
  expect(wordFor(en.outcomes.status, "ready")).toBe("Ready to submit");
  expect(wordFor(en.outcomes.status, "praised")).toBe("praised");
});
