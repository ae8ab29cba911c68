import { expect, it } from "vitest";
import html from "../../index.html?raw";

it("the page is not for a browser to translate: it brings Welsh, and a translation would leave old sentences standing", () => {
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.documentElement.getAttribute("translate")).toBe("no");
  expect(page.querySelector("meta[name=google]")?.getAttribute("content")).toBe("notranslate");
});

const published = Object.keys(import.meta.glob("../../public/*", { query: "?url" }));

it("the page has an icon for every browser, also one that asks for it by its old name", () => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const icons = [...page.querySelectorAll("link[rel=icon]")].map((link) => link.getAttribute("href"));
  expect(icons).toEqual(["/favicon.ico", "/favicon.svg"]);
  expect(published).toEqual(expect.arrayContaining(icons.map((icon) => `../../public${icon}`)));
});
