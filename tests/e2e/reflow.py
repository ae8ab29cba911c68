"""Whether a page, as it now is, fits a narrow screen in any font and in both languages."""

from typing import Final

from playwright.sync_api import Page, ViewportSize

from tests.e2e.fonts import WIDEST

NARROW: Final[ViewportSize] = {"width": 320, "height": 640}
"""A phone, and a laptop at 400 %: there WCAG 2.2 (1.4.10) wants nothing to be scrolled sideways."""
LOOK: Final = """async font => {
  const root = document.documentElement;
  const wide = new CSSStyleSheet();
  wide.replaceSync(`* { font-family: "${font}" !important; }`);

  const name = ({ tagName, id, className, textContent }) =>
    `${root.lang} ${tagName} ${id} ${className}: ${textContent.trim().slice(0, 40)}`;
  const except = "input, select, select *, textarea, .cm-pasting__columns, .cm-pasting__columns *";
  const look = () => {
    document.adoptedStyleSheets.push(wide);
    const all = [...document.querySelectorAll(`body *:not(${except})`)];
    const shown = all.filter((e) => e.clientWidth > 1);
    const cut = shown.filter((e) => getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1);
    const room = root.clientWidth;
    const past = root.scrollWidth > room ? shown.filter((e) => e.getBoundingClientRect().right > room) : [];
    const found = [...cut, ...past].map(name);
    document.adoptedStyleSheets.pop();
    return found;
  };
  const change = async () => {
    const spoken = new Promise((done) => new MutationObserver(done).observe(root, { attributeFilter: ["lang"] }));
    document.querySelector("button[lang]").click();
    await spoken;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  };

  const found = look();
  if (navigator.onLine && document.querySelector("button[lang]")) {
    await change();
    found.push(...look());
    await change();
  }
  return found;
}"""
"""A line for each element that has to be scrolled sideways or reaches past the screen.

A pasted table is shown as it was pasted, in two dimensions, which 1.4.10 excepts.
"""


def too_wide(page: Page) -> list[str]:
    """What does not fit, by its words, in one language and the other; the page is then as it was."""
    before = page.viewport_size
    assert before
    page.set_viewport_size(NARROW)
    found = page.evaluate(LOOK, WIDEST)
    page.set_viewport_size(before)
    return [f"too wide: {element}" for element in found]
