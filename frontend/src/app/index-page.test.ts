import { expect, it } from "vitest";
import html from "../../index.html?raw";

it("the page is not for a browser to translate: it brings Welsh, and a translation would leave old sentences standing", () => {
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.documentElement.getAttribute("translate")).toBe("no");
  expect(page.querySelector("meta[name=google]")?.getAttribute("content")).toBe("notranslate");
});
