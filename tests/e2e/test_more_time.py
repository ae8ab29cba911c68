"""More time for marks that are overdue: asked for by the centre, decided by the board, seen by everyone."""

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.doing import visit
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER, OVERDUE, TEACHER, sheet_of

pytestmark = pytest.mark.e2e

WANTED = date.today() + timedelta(days=30)  # noqa: DTZ011  # the person's own calendar
GRANTED = WANTED - timedelta(days=2)


def in_words(day: date) -> str:
    """A day as the page writes it."""
    return f"{day.day} {day:%B %Y}"


def test_more_time_is_asked_for_by_the_centre_granted_by_the_board_and_seen_at_the_centre(
    at_desk: SitDown, tmp_path: Path
) -> None:
    officer, teacher, board = at_desk(OFFICER), at_desk(TEACHER), at_desk(BOARD_OPERATOR)
    page = find_overdue(board)
    expect(page.get_by_role("row", name=f"{OVERDUE} 64999")).to_contain_text("days overdue")

    ask_for_more_time(officer)
    visit(teacher, OVERDUE, "more-time")
    expect(teacher.page.get_by_text("The board has not decided yet")).to_be_visible()
    expect(teacher.page.get_by_role("button", name="Send request")).to_have_count(0)
    for where in ("", "submit"):
        visit(teacher, OVERDUE, where)
        expect(teacher.page.get_by_text(f"Extension to {in_words(WANTED)} requested")).to_be_visible()
        assert teacher.violations() == []

    page.reload()
    expect(page.get_by_label("Assessment code")).to_have_value(OVERDUE)
    page.get_by_role("link", name="Waiting for a decision (1)").click()
    expect(page).to_have_url(re.compile("only=deciding"))
    expect(page.get_by_role("link", name="Waiting for a decision (1)")).to_have_attribute("aria-current", "true")
    assert [row[5] for row in listed(board, tmp_path)] == ["Extension requested", "Yes"]
    assert board.violations() == []
    grant(board)

    expect(visit(teacher, OVERDUE, "").get_by_text(f"Extended to {in_words(GRANTED)}")).to_be_visible()
    home = officer.page
    home.goto(officer.address)
    line = home.get_by_role("row", name=OVERDUE)
    expect(line).to_contain_text(f"Extended to {in_words(GRANTED)}")
    expect(line).not_to_contain_text("Overdue")
    assert officer.violations() == []
    history = visit(teacher, OVERDUE, "history")
    expect(history.get_by_text(f"Until {in_words(WANTED)}: The teacher is ill.")).to_be_visible()
    assert teacher.violations() == []
    expect(find_overdue(board).get_by_text("Nothing here is overdue")).to_be_visible()
    assert board.violations() == []


def find_overdue(board: Desk) -> Page:
    """See what is overdue of the assessment, in the board's list."""
    page = board.page
    page.goto(f"{board.address}/board?assessment={OVERDUE}")
    page.get_by_role("link", name="Overdue").click()
    expect(page.get_by_role("link", name="Overdue")).to_have_attribute("aria-current", "true")
    return page


def ask_for_more_time(officer: Desk) -> None:
    """Go from the list of assessments to the board being asked."""
    page = officer.page
    line = page.get_by_role("row", name=OVERDUE)
    expect(line).to_contain_text("Overdue: still accepted")
    line.locator("summary").click()
    line.get_by_role("link", name="Request an extension").click()
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_text("Choose the last day you need").first).to_be_visible()
    assert officer.violations() == []
    page.get_by_label("Last day you need").fill(WANTED.isoformat())
    page.get_by_label("Why you need more time").fill("The teacher is ill.")
    page.get_by_role("button", name="Send request").dblclick()
    expect(page.get_by_text("Your request was sent to the board.")).to_be_visible()
    expect(page.get_by_role("button", name="Send request")).to_have_count(0)
    assert officer.violations() == []


def listed(board: Desk, folder: Path) -> list[list[str]]:
    """The list as it is shown, from its file."""
    with board.page.expect_download() as download:
        board.page.get_by_role("button", name="Download this list (CSV)").click()
    download.value.save_as(folder / "list.csv")
    return list(csv.reader(io.StringIO((folder / "list.csv").read_bytes().decode("utf-8-sig"))))


def grant(board: Desk) -> None:
    """Grant another day than was asked for, after trying to decline without a word."""
    page = board.page
    page.get_by_role("link", name=f"{OVERDUE} 64999").click()
    expect(page.get_by_text("The teacher is ill.")).to_be_visible()
    page.get_by_role("button", name="Decline").click()
    expect(page.get_by_role("link", name="Tell the centre why you decline")).to_be_visible()
    assert board.violations() == []
    page.get_by_label("Extend until the end of").fill(GRANTED.isoformat())
    page.get_by_role("button", name=f"Extend to {in_words(GRANTED)}").click()
    expect(page.get_by_text(f"The deadline was extended to {in_words(GRANTED)}.")).to_be_visible()
    expect(page).to_have_url(f"{board.address}/board/{sheet_of(OVERDUE)}")
    assert board.violations() == []
