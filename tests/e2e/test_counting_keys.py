"""What docs/keystrokes.md says of our own way is counted in the browser."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.counting import count, promised
from tests.e2e.doing import agree
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER

CANDIDATES = 30
MARKS = [str(20 + place) for place in range(CANDIDATES)]


def type_them(desk: Desk) -> None:
    """Two digits and Enter, for each candidate."""
    for mark in MARKS:
        desk.page.keyboard.type(mark)
        desk.page.keyboard.press("Enter")


def paste_them(desk: Desk) -> None:
    """One column, copied from a spreadsheet."""
    desk.paste("\n".join(MARKS))


@pytest.mark.parametrize(
    ("way", "code", "enter"),
    [
        ("Here, typed and checked with the keyboard", "T016/01", type_them),
        ("Here, pasted and checked with the keyboard", "T023/01", paste_them),
    ],
)
def test_thirty_marks_cost_what_the_document_says(at_desk: SitDown, way: str, code: str, enter: Any) -> None:
    desk = at_desk(OFFICER)
    page = desk.page
    count(page)
    page.get_by_role("link", name=f"Enter marks for {code}").click()
    expect(page.get_by_role("heading", level=1, name=code)).to_be_focused()
    desk.boxes.first.click()
    enter(desk)
    expect(desk.bar).to_contain_text("All saved")  # while saving takes long, the page asks whether to leave it
    desk.turn_to("Check")
    expect(page.get_by_role("button", name="Tick and go on 1001")).to_be_focused()
    for _ in MARKS:
        page.keyboard.press("Space")
    expect(page.locator(".cm-bar")).to_contain_text("30 of 30 checked")
    expect(desk.bar).to_contain_text("All saved")
    desk.turn_to("Review and submit")
    agree(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", level=1, name="Submission")).to_be_focused()

    assert page.evaluate("window.counted") == promised(way)
