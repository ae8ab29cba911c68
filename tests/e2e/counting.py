"""Keys, clicks and pages: how they are counted in a browser, and what docs/keystrokes.md promises."""

import re
from typing import Final

from playwright.sync_api import Page, expect

from infra.local.cloud import ROOT

COUNT: Final = """() => {
  window.counted = { keys: 0, clicks: 0, pages: 0 };
  addEventListener("keydown", () => (window.counted.keys += 1), true);
  addEventListener("pointerdown", () => (window.counted.clicks += 1), true);
  new MutationObserver(() => (window.counted.pages += 1)).observe(document.querySelector("title"), { childList: true });
}"""


def count(page: Page) -> None:
    """Count from now on; the page before has its title, and so the focus on its heading."""
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.evaluate(COUNT)


def promised(way: str) -> dict[str, int]:
    """Keys, clicks and pages of one way, as the document has them."""
    text = (ROOT / "docs" / "keystrokes.md").read_text()
    [row] = re.findall(rf"^\| {re.escape(way)} \| (\d+) \| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    return dict(zip(("keys", "clicks", "pages"), map(int, row), strict=True))
