"""A teacher's day in each browser that schools use: sign in, type, paste a table, lose the connection, print."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from infra.local.demo import PASSWORD
from tests.e2e.browsers import CONTROL, ENTER, AtBrowser, at_chromium, at_firefox, at_webkit
from tests.e2e.town import TEACHER, sheet_of
from tests.e2e.wire import Wire, wire_to

CODES: Final = {"chromium": "T120/01", "firefox": "T121/01", "webkit": "T122/01"}
CLASS: Final = 30
PASTED: Final = {1001 + place: 21 + place for place in range(20, CLASS)}
TABLE: Final = "".join(f"<tr><td>{number}<td>{mark}" for number, mark in PASTED.items())
SPREADSHEET: Final = f"data:text/html,{quote(f'<table>{TABLE}</table>')}"
IN_FULL_VIEW: Final = """
const box = document.activeElement.getBoundingClientRect();
const isSeen = (y) => document.elementFromPoint(box.left + 3, y) === document.activeElement;
return [box.top + 1, box.bottom - 1].every(isSeen);
"""


@pytest.fixture
def wire(address: str) -> Iterator[Wire]:
    """What joins the browser to the service."""
    with wire_to(urlsplit(address).port or 80) as wire:
        yield wire


@pytest.fixture(params=CODES)
def name(request: pytest.FixtureRequest) -> str:
    """The browser's name."""
    return request.param


@pytest.fixture
def desk(name: str, browser: Browser, wire: Wire, tmp_path: Path) -> Iterator[AtBrowser]:
    """A browser that nobody has signed in at."""
    with {
        "chromium": lambda: at_chromium(browser, wire),
        "firefox": lambda: at_firefox(wire, tmp_path),
        "webkit": lambda: at_webkit(wire, tmp_path),
    }[name]() as desk:
        yield desk


def press_button(desk: AtBrowser, words: str) -> None:
    """Press the button that has these words, when it comes."""
    found = "[...document.querySelectorAll('button')].find((button) => button.textContent.includes(words))"
    desk.until(found, words=words)
    desk.run(f"const [words] = arguments; {found}.click()", words)


def sign_in(desk: AtBrowser, address: str) -> None:
    """Sign in by the hosted page."""
    desk.go(address)
    press_button(desk, "Sign in")
    for field, typed in {"username": TEACHER, "password": PASSWORD}.items():
        desk.focus(f"input[name={field}]")
        desk.type(typed)
    desk.press(ENTER)
    desk.until("document.querySelector('h1')?.textContent.includes('Your assessments')")


def open_sheet(desk: AtBrowser, address: str) -> None:
    """Open a mark sheet, whose heading then has the focus."""
    desk.go(address)
    desk.until("document.querySelector('[data-column=mark]') && document.activeElement.tagName === 'H1'")


def test_a_teachers_day(desk: AtBrowser, name: str, address: str, wire: Wire) -> None:
    sheet = f"{address}/sheets/{sheet_of(CODES[name])}"
    bar = "document.querySelector('.cm-bar')?.innerText.match(words)"
    sign_in(desk, address)

    open_sheet(desk, sheet)
    desk.focus("#c1001 [data-column=mark]")
    hidden: list[int] = []
    for place in range(CLASS - 1):
        desk.type("A" if place == 1 else f"{place % 10}")
        desk.press(ENTER)
        desk.until("document.activeElement.closest('tr')?.id === row", row=f"c{1002 + place}")
        if not desk.run(IN_FULL_VIEW):
            hidden.append(1002 + place)
    assert hidden == [], "WCAG 2.2, 2.4.11"
    desk.until(bar, words="All saved")

    desk.go(SPREADSHEET)
    desk.run("getSelection().selectAllChildren(document.querySelector('table'))")
    desk.press(CONTROL, "c")
    open_sheet(desk, sheet)
    desk.focus("#c1021 [data-column=mark]")
    desk.press(CONTROL, "v")
    press_button(desk, "Paste 10 marks")
    desk.until("document.querySelector('#c1030 [data-column=mark]')?.value === '50'")
    desk.until(bar, words="All saved")

    wire.cut()
    desk.focus("#c1001 [data-column=mark]")
    desk.type("66")
    desk.until(bar, words="kept on this computer")
    wire.mend()
    desk.until(bar, words="All saved")

    desk.go(f"{sheet}/print")
    desk.until("document.querySelectorAll('tbody tr').length >= rows", rows=CLASS)
    paper = desk.paper()
    assert re.findall(r"(?<!\d)10[0-3]\d(?!\d)", paper) == [str(1001 + place) for place in range(CLASS)]
    assert re.search(r"\b66\b", paper)
    assert "DRAFT" in paper
    assert "Sign out" not in paper
