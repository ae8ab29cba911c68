import { expect, it } from "vitest";

/** What each feature exports to the others; everything else in a feature is private. */
const EXPORTS: Record<string, string[]> = {
  amendments: ["Request", "api", "words"],
  checks: ["patterns/NotLooked", "patterns/SenseSection", "patterns/Senses", "patterns/api", "patterns/words"],
  home: ["api", "filter", "next-step", "use-asked", "words"],
  marks: ["pasting/cells", "pasting/match", "pasting/plan", "pasting/roles", "pasting/said"],
  moderation: ["Arrangement", "Outcome", "Sample", "api", "consortia/SheetConsortium", "consortia/api", "words"],
  notices: ["api"],
  people: ["ask/AskForRole", "manage/api"],
  requests: ["YouWereAsked", "remind/RemindPage"],
  submission: ["api"],
};
/** What everything may use, from the bottom up: none imports a feature or the app. */
const SHARED = new Set(["api", "auth", "i18n", "lib", "sheet", "styles", "ui"]);

interface Arrow {
  from: string;
  to: string;
}

const sources = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.*", "!../testing/**"], { eager: true, query: "?raw", import: "default" });
const arrows: Arrow[] = Object.entries(sources).flatMap(([path, text]) =>
  [...text.matchAll(/(?:from |import\(|import )"(\.[^"]*)"/g)].map(([, to = ""]) => ({
    from: path.slice("../".length),
    to: new URL(to, new URL(path, "file:///src/testing/")).pathname.slice("/src/".length),
  })),
);
const roomOf = (path: string) => path.split("/")[0] ?? "";
const featureOf = (path: string) => (roomOf(path) === "features" ? path.split("/")[1] : undefined);
const between = arrows.filter(({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to));
const said = (some: Arrow[]) => some.map(({ from, to }) => `${from} imports ${to}`);

it("no feature imports the app, and what is shared imports neither the app nor a feature", () => {
  const up = arrows.filter(({ from, to }) => (featureOf(from) || SHARED.has(roomOf(from))) && roomOf(to) === "app");
  const into = arrows.filter(({ from, to }) => SHARED.has(roomOf(from)) && featureOf(to));
  expect(said([...up, ...into])).toEqual([]);
});

it("features reach one another only through what a feature exports, and none exports what nobody uses", () => {
  const used: Record<string, string[]> = {};
  for (const { to } of between) {
    const [, feature = "", ...rest] = to.split("/");
    used[feature] = [...new Set([...(used[feature] ?? []), rest.join("/")])].toSorted();
  }
  expect(used).toEqual(EXPORTS);
});

it("no features import one another in a circle", () => {
  const reaches = (feature: string): Set<string> => {
    const reached = new Set<string>();
    const follow = (one: string) => {
      for (const { from, to } of between) {
        const next = featureOf(to)!;
        if (featureOf(from) === one && !reached.has(next)) {
          reached.add(next);
          follow(next);
        }
      }
    };
    follow(feature);
    return reached;
  };
  const features = [...new Set(between.map(({ from }) => featureOf(from)!))];
  expect(features.filter((feature) => reaches(feature).has(feature))).toEqual([]);
});

it("no two components are called the same", () => {
  const names = Object.keys(sources)
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => path.split("/").at(-1));
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
