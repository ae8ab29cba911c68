"""What is odd about a class's marks as a whole is told to the centre before it submits, and to the board."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from infra.local.demo import BOARD_OPERATOR, OWEN
from infra.local.last_year import SAME_PEOPLE
from tests.e2e.conftest import SitDown
from tests.e2e.doing import agree
from tests.e2e.people import Computer, Desk
from tests.e2e.town import OFFICER, TEACHER, sheet_of

pytestmark = pytest.mark.e2e

CODE: Final = "T080/01"
MARKS: Final = [*["42", "43"] * 7, "16", "20", "25", "31", "36", "48", "50", "53", "55", "41"]
"""Fourteen of 42 or 43, one of 40 or 41; 42 was the lowest mark for a C."""
FIGURES: Final = "14 marks of 42 or 43, but only 1 of 40 or 41"


def look(desk: Desk, path: str) -> Page:
    """Go to a page and wait for what is worth a second look."""
    desk.page.goto(f"{desk.address}/{path}")
    expect(desk.page.get_by_role("heading", name="Worth a second look")).to_be_visible()
    return desk.page


def test_bunching_is_told_before_submitting_stops_nobody_and_is_told_to_the_board(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open(CODE)
    teacher.boxes.first.focus()
    teacher.paste("\n".join(MARKS))
    expect(teacher.bar).to_contain_text("All saved")
    page = look(teacher, f"sheets/{sheet_of(CODE)}/submit")
    expect(page.get_by_text(FIGURES)).to_contain_text("once in 2,048 times")
    assert teacher.violations() == []

    officer = at_desk(OFFICER)
    page = officer.page
    page.goto(f"{officer.address}/sheets/{sheet_of(CODE)}/check")
    expect(page.get_by_role("button", name="Tick and go on")).to_be_focused()
    for _ in MARKS:
        page.keyboard.press("Space")
    expect(officer.bar).to_contain_text("All saved")
    expect(page.locator(".cm-bar")).to_contain_text(f"{len(MARKS)} of {len(MARKS)} checked")
    page = look(officer, f"sheets/{sheet_of(CODE)}/submit")
    expect(page.get_by_text(FIGURES)).to_be_visible()
    agree(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("status")).to_contain_text("The board has received these marks.")

    board = at_desk(BOARD_OPERATOR, Computer(width=320))
    page = look(board, f"board/{sheet_of(CODE)}")
    expect(page.get_by_text(FIGURES)).to_be_visible()
    assert board.violations() == []
    page.get_by_role("button", name="Cymraeg").first.click()
    expect(page.get_by_text("14 marc o 42 neu 43, ond dim ond 1 o 40 neu 41")).to_be_visible()


def test_the_demonstration_shows_what_is_odd_beside_the_year_before(at_desk: SitDown) -> None:
    page = look(at_desk(OWEN), f"sheets/2027-06.64235.{SAME_PEOPLE.replace('/', '-')}/submit")
    expect(page.get_by_text("9 candidates also have a mark in June 2026")).to_be_visible()
    expect(page.get_by_role("button", name="Submit")).to_be_visible()

    page.get_by_role("link", name="Centremark").first.click()
    expect(page.get_by_label("Series")).to_have_value("2027-06")
