"""People of the demonstration, each in a browser of their own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, expect

from infra.local.demo import PASSWORD

AXE: Final = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True, slots=True)
class Desk:
    """A person signed in, in a browser that notes what went wrong in it."""

    page: Page
    context: BrowserContext
    faults: list[str]

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it now is."""
        # A new script element would break the page's own policy; evaluating does not.
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate(
            "tags => axe.run({ runOnly: tags }).then(({ violations }) =>"
            " violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`))",
            [*RULES],
        )
        return [str(violation) for violation in found]


def sit_down(browser: Browser, address: str, email: str, *, width: int = 1280, height: int = 900) -> Desk:
    """Open the page and sign in through the hosted sign-in."""
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    context.set_default_timeout(20_000)
    page = context.new_page()
    faults: list[str] = []

    def note(fault: str) -> None:
        if "/oauth2/" not in page.url:  # the hosted sign-in pages are not ours
            faults.append(f"{page.url}: {fault}")

    page.on("pageerror", lambda error: note(str(error)))
    page.on("console", lambda said: note(said.text) if said.type == "error" else None)
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    sign_in(page, email)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your assessments")
    return Desk(page, context, faults)


def sign_in(page: Page, email: str) -> None:
    """Fill in the hosted sign-in."""
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit], input[type=submit]").click()
