"""People of the demonstration, each in a browser of their own."""

import base64
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import httpx
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from centremark.domain.catalogue.catalogue import Centre
from infra.local.demo import PASSWORD
from tests.e2e.reflow import too_wide
from tests.e2e.town import TOWN, sheet_of
from tests.support.signing_in import tokens_of
from tests.support.waiting import A_BUSY_MACHINE

PACKAGES: Final = Path(__file__).parents[2] / "frontend" / "node_modules"
AXE: Final = PACKAGES / "axe-core" / "axe.min.js"
AXE_FINDS: Final = """async (tags) => {
  const still = new CSSStyleSheet();
  still.replaceSync(".cm-bar, thead { position: static !important; }");
  document.adoptedStyleSheets.push(still);
  const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  document.adoptedStyleSheets.pop();
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
}"""
"""A line for each rule that is broken. The bar and the headings stand still meanwhile: in each font they would cover
half of another row, whose buttons then count as too small."""
IBM: Final = PACKAGES / "accessibility-checker-engine" / "ace-window.js"
"""A second opinion: IBM's engine, which finds other things."""
IBM_IS_WRONG: Final = ("label_content_exists", "aria_form_label_unique")
"""Rules that find fault with a label that only makes the place to press larger, whose box has its own name, and with
forms without a name, which are no landmarks (HTML-AAM)."""
IBM_FAILS: Final = """(wrong) => new ace.Checker().check(document, ["WCAG_2_2"]).then(({ results }) => results
  .filter(({ value: [kind, judged] }) => kind === "VIOLATION" && judged === "FAIL")
  .filter(({ ruleId, snippet }) => !wrong.includes(ruleId) && !snippet.includes("cm-draft"))
  .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet}`))"""
"""What it is sure of, but for the pale word behind the marks of a draft, which is an ornament."""
PATIENCE: Final = A_BUSY_MACHINE * 1000
"""How long a page may take, in milliseconds: a busy machine is no fault."""
expect.set_options(timeout=PATIENCE)
FIRST_PAGE: Final = re.compile("Your assessments|Every centre's marks")
"""What a person of a centre sees first, and a person of the board."""
REMEMBER: Final = """([key, { expires_in, ...signedIn }]) => sessionStorage.setItem(
  key, JSON.stringify({ ...signedIn, expires_at: Math.floor(Date.now() / 1000) + expires_in }))"""
"""Store a sign-in where the page stores it; it ends by the browser's own clock."""
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True, slots=True)
class Desk:
    """A person signed in, in a browser that notes what went wrong in it."""

    page: Page
    context: BrowserContext
    address: str
    faults: list[str]

    def open(self, code: str, centre: Centre = TOWN) -> None:
        """Open a centre's mark sheet of an assessment."""
        self.page.goto(f"{self.address}/sheets/{sheet_of(code, centre)}")
        expect(self.boxes.first).to_be_visible()
        opened(self.page)

    def sign_in(self, email: str) -> None:
        """Sign in from the signed-out page."""
        self.page.get_by_role("button", name="Sign in").click()
        sign_in(self.page, email)
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(FIRST_PAGE)

    @property
    def boxes(self) -> Locator:
        """Where marks are typed, on the page shown."""
        return self.page.locator("[data-column=mark]")

    def box(self, candidate: int) -> Locator:
        """Where a candidate's mark is typed."""
        return self.page.locator(f"#c{candidate} [data-column=mark]")

    def note(self, candidate: int) -> Locator:
        """What a candidate's row says."""
        return self.page.locator(f"#note-{candidate}")

    @property
    def bar(self) -> Locator:
        """What the bar says of saving."""
        return self.page.locator(".cm-bar [role=status]")

    @property
    def progress(self) -> Locator:
        """How many are entered and checked, as the bar says."""
        return self.page.locator(".cm-bar .cm-hint")

    def turn_to(self, tab: str) -> None:
        """Choose another page of the mark sheet by its tab."""
        tabs = self.page.get_by_role("navigation", name="This mark sheet")
        tabs.get_by_role("link", name=tab, exact=True).click()

    def choose(self, entry: str) -> None:
        """Choose what stands under *Coursework and tests* in the menu."""
        self.page.get_by_role("button", name="Coursework and tests").click()
        self.page.get_by_role("link", name=entry, exact=True).click()

    def paste(self, text: str) -> None:
        """Put text on the clipboard and press Ctrl+V."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+V")

    def expected(self, *words: str) -> None:
        """Forget the faults that hold one of these words; at least one was there."""
        told = [fault for fault in self.faults if any(word in fault for word in words)]
        assert told, f"none of {self.faults} has {words}"
        self.faults[:] = [fault for fault in self.faults if fault not in told]

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it now is, and what does not fit a narrow screen."""
        return self.barriers() + too_wide(self.page)

    def ibms_barriers(self) -> list[str]:
        """What IBM's engine finds wrong with the page as it now is."""
        if not self.page.evaluate("'ace' in window"):
            self.page.evaluate(IBM.read_text())
        return [str(violation) for violation in self.page.evaluate(IBM_FAILS, [*IBM_IS_WRONG])]

    def barriers(self) -> list[str]:
        """What axe finds wrong with the page as it now is."""
        if not self.page.evaluate("'axe' in window"):
            # A new script element would break the page's own policy; evaluating does not.
            self.page.evaluate(AXE.read_text())
        found = self.page.evaluate(AXE_FINDS, [*RULES])
        return [str(violation) for violation in found]


@dataclass(frozen=True, slots=True)
class Computer:
    """A screen, and a clock that may be off by `clock`; the clock can then be moved by the test."""

    width: int = 1280
    height: int = 900
    clock: timedelta | None = None


def sit_down(browser: Browser, address: str, email: str | None, computer: Computer = Computer()) -> Desk:
    """Open the page as a person who has just signed in, or as nobody."""
    size: ViewportSize = {"width": computer.width, "height": computer.height}
    context = browser.new_context(viewport=size, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if computer.clock is not None:
        page.clock.install(time=datetime.now(UTC) + computer.clock)
    faults: list[str] = []

    def note(fault: str) -> None:
        if "/oauth2/" not in page.url:  # the hosted sign-in pages are not ours
            faults.append(f"{page.url}: {fault}")

    page.on("pageerror", lambda error: note(str(error)))
    page.on("console", lambda said: note(said.text) if said.type == "error" else None)
    if email:
        page.goto(f"{address}/favicon.svg")
        page.evaluate(REMEMBER, [*signed_in(address, email)])
    page.goto(address)
    if email:
        expect(page.get_by_role("heading", level=1)).to_contain_text(FIRST_PAGE)
        opened(page)
    return Desk(page, context, address, faults)


def opened(page: Page) -> None:
    """Wait until a page that was loaded has moved the focus into itself: what has the focus sooner loses it again."""
    expect(page.locator(":focus")).to_have_count(1)


def signed_in(address: str, email: str) -> tuple[str, dict[str, Any]]:
    """Sign a person in anew by the requests that a browser makes; give the storage key and what the page keeps there.

    This saves loading three pages. A test of the hosted sign-in pages starts with nobody and calls `Desk.sign_in`.
    """
    answer = httpx.get(f"{address}/config.json", trust_env=False, timeout=A_BUSY_MACHINE)
    config: dict[str, str] = answer.raise_for_status().json()
    tokens = tokens_of(address, config["clientId"], email, PASSWORD)
    claims = tokens["id_token"].split(".")[1]
    profile = json.loads(base64.urlsafe_b64decode(f"{claims}=="))
    return f"oidc.user:{config['issuer']}:{config['clientId']}", {**tokens, "profile": profile}


def sign_in(page: Page, email: str) -> None:
    """Fill in the hosted sign-in."""
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit], input[type=submit]").click()
