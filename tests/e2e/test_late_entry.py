"""A candidate entered after the submission, from the board's entry to a print with everyone on it."""

import re

import pytest
from playwright.sync_api import Page, expect

from centremark.domain.shared.identifiers import Uci
from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.doing import declare_and_submit, submit_a_class, visit
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER, sheet_of
from tests.support.reports import text_of

pytestmark = pytest.mark.e2e

CODE = "T071/01"
LATE = 2001
BODY = "64999A250999"


def test_a_late_entry_is_marked_checked_and_submitted_alone(at_desk: SitDown) -> None:
    centre, board = at_desk(OFFICER), at_desk(BOARD_OPERATOR)
    submit_a_class(centre, CODE)
    page = board.page
    page.goto(f"{board.address}/board/{sheet_of(CODE)}")
    enter_late(board)
    page = visit(centre, CODE, "print")
    expect(page.get_by_text("1 late entry is not on this list")).to_be_visible()
    expect(page.get_by_role("article")).not_to_contain_text(str(LATE))
    assert centre.violations() == []

    mark_late(centre)
    review(centre)
    page = centre.page
    expect(page.get_by_text("2, supplementary: late entries", exact=True)).to_be_visible()
    assert centre.violations() == []
    centre.choose("View submitted coursework marks/grades")
    expect(page.get_by_role("row", name=CODE)).to_contain_text("2, supplementary")

    page = visit(centre, CODE, "history")
    for number in (1, 2):
        expect(page.get_by_text(re.compile(rf"Submitted to the board \(submission {number}\)"))).to_be_visible()
        expect(page.get_by_text(re.compile(rf"Confirmed by the board \(submission {number}\)"))).to_be_visible()
    assert centre.violations() == []
    page = visit(centre, CODE, "print")
    expect(page.get_by_role("article")).to_contain_text(str(LATE))
    printed = "\n".join(text_of(page.pdf(prefer_css_page_size=True)))
    assert sorted(re.findall(r"(?<!\d)(?:10\d\d|2001)(?!\d)", printed)) == [*map(str, range(1001, 1013)), str(LATE)]
    assert "DRAFT" not in printed

    withdraw(board, 1001)
    page = visit(centre, CODE, "")
    expect(page.locator("#c1002")).to_be_visible()
    expect(page.locator("#c1001")).to_have_count(0)


def enter_late(board: Desk) -> None:
    """Enter a candidate, after trying a UCI with a wrong check character."""
    page = board.page
    page.get_by_text("Enter or correct a candidate").click()
    expect(page.get_by_text("this is a late entry")).to_be_visible()
    page.get_by_label("Number", exact=True).fill(str(LATE))
    page.get_by_label("Name", exact=True).fill("LATE Lowri")
    right = Uci.check_character(BODY)
    page.get_by_label("UCI").fill(BODY + ("B" if right == "A" else "A"))
    expect(page.get_by_text("The check character is wrong")).to_be_visible()
    assert board.violations() == []
    page.get_by_label("UCI").fill((BODY + right).lower())
    page.get_by_label("Teaching group").fill("11A")
    page.get_by_label("Why you are making or correcting the entry").fill("Entered late by the centre")
    page.get_by_role("button", name="Enter the candidate").click()
    expect(page.get_by_text(f"Candidate {LATE} was entered late.")).to_be_visible()
    expect(page.get_by_role("link", name=f"{LATE} LATE Lowri")).to_be_visible()
    assert board.violations() == []


def mark_late(centre: Desk) -> None:
    """Find the late entry among the assessments, and mark and check it; nothing else is open."""
    page = centre.page
    page.goto(centre.address)
    line = page.get_by_role("row", name=CODE)
    expect(line).to_contain_text("1 late entry: mark still to submit")
    assert centre.violations() == []
    line.get_by_role("link", name="Enter marks").click()
    expect(page.get_by_text("1 candidate was entered after you submitted.")).to_be_visible()
    expect(centre.boxes).to_have_count(1)
    expect(page.locator("#c1001")).to_contain_text("Submitted: request an amendment to correct it")
    assert centre.violations() == []
    page.get_by_role("button", name=f"{LATE} LATE Lowri", exact=True).click()
    expect(centre.box(LATE)).to_be_focused()
    page.keyboard.type("41")
    page.keyboard.press("Enter")
    expect(centre.note(LATE)).to_contain_text("Saved")
    centre.turn_to("Check")
    expect(page.locator("tr[aria-current=true]")).to_contain_text(str(LATE))
    expect(page.get_by_role("button", name="Tick and go on")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".cm-bar")).to_contain_text("1 of 1 checked")
    expect(centre.bar).to_contain_text("All saved")
    assert centre.violations() == []


def review(centre: Desk) -> None:
    """See what is sent, and send it."""
    page = visit(centre, CODE, "submit")
    expect(page.get_by_role("heading", name="A supplementary submission of 1 candidate")).to_be_visible()
    expect(page.get_by_role("link", name=f"{LATE} LATE Lowri").first).to_be_visible()
    assert centre.violations() == []
    declare_and_submit(centre)


def withdraw(board: Desk, candidate: int) -> Page:
    """Take a candidate off the sheet, having read what that does."""
    page = board.page
    page.reload()
    page.get_by_text("Withdraw a candidate").click()
    page.get_by_role("button", name="Withdraw…").click()
    expect(page.get_by_text("Type the number of a candidate on this sheet").first).to_be_visible()
    page.locator("#withdraw-candidate").fill(str(candidate))
    page.get_by_label("Why the candidate is withdrawn").fill("Left the school.")
    page.get_by_role("button", name="Withdraw…").click()
    dialog = page.get_by_role("dialog", name=f"Withdraw {candidate}")
    expect(dialog).to_contain_text("Submissions that the board holds do not change")
    assert board.violations() == []
    dialog.get_by_role("button", name=f"Withdraw {candidate}").click()
    expect(page.get_by_text(f"Candidate {candidate} was withdrawn.")).to_be_visible()
    return page
