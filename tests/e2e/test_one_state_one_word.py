"""A walk through the states of a sheet: the same word wherever it stands, and no sentence that is not so there."""

import re
from typing import Final

from playwright.sync_api import expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.doing import MARKS, declare_and_submit, visit
from tests.e2e.people import Desk
from tests.e2e.test_amending import record_the_outcome, start_moderation
from tests.e2e.town import CLOSED, NOT_OPEN, OFFICER

CODE: Final = "T087/01"


def stands(centre: Desk, board: Desk, word: str) -> None:
    """The centre's list, the sheet and the board's list say the same."""
    tag = re.compile(f"^{word}$", re.IGNORECASE)
    centre.page.goto(f"{centre.address}/?code={CODE}")
    expect(centre.page.get_by_role("row", name=CODE).locator(".govuk-tag")).to_have_text(tag)
    expect(visit(centre, CODE, "").locator(".govuk-tag").first).to_have_text(tag)
    board.page.goto(f"{board.address}/board?assessment={CODE}")
    expect(board.page.get_by_role("row", name=CODE).locator(".govuk-tag")).to_have_text(tag)


def test_a_sheet_is_said_to_stand_where_it_does_from_its_first_mark_to_the_outcome(at_desk: SitDown) -> None:
    centre, board = at_desk(OFFICER), at_desk(BOARD_OPERATOR)
    stands(centre, board, "Not started")

    page = visit(centre, CODE, "")
    tick = page.locator("#c1001 [data-column=checked]")
    tick.click()
    expect(centre.bar).to_contain_text("1 row needs attention.")
    tick.click()
    expect(centre.bar).not_to_contain_text("attention")
    centre.box(1001).focus()
    centre.paste("\n".join(MARKS))
    expect(centre.bar).to_contain_text("All saved")
    stands(centre, board, "Incomplete")

    page = visit(centre, CODE, "print")
    expect(page.get_by_text("Give them out before you submit the marks.")).to_be_visible()
    visit(centre, CODE, "")
    ticks = centre.page.locator("[data-column=checked]")
    expect(ticks).to_have_count(len(MARKS))
    for box in ticks.all():
        box.check()
    expect(centre.progress).to_contain_text("12 of 12 checked")
    expect(centre.bar).to_contain_text("All saved")
    stands(centre, board, "Ready to submit")

    visit(centre, CODE, "submit")
    declare_and_submit(centre)
    stands(centre, board, "Confirmed")
    page = visit(centre, CODE, "print")
    expect(page.get_by_text("It is too late to request a review of marking")).to_be_visible()
    expect(page.get_by_label("Last day to request a review")).to_have_count(0)
    page = visit(centre, CODE, "moderation")
    expect(page.get_by_text("The board has your centre's marks. Moderation has not started.")).to_be_visible()

    board.page.goto(f"{board.address}/board")
    start_moderation(board, CODE)
    stands(centre, board, "In moderation")
    page = visit(centre, CODE, "submitted")
    expect(page.get_by_role("status").first).to_contain_text("In moderation")
    expect(visit(centre, CODE, "moderation").get_by_text("Send it by")).to_be_visible()

    board.page.get_by_role("link", name=f"{CODE} 64999").click()
    record_the_outcome(board)
    stands(centre, board, "Moderated")
    page = visit(centre, CODE, "moderation")
    expect(page.get_by_role("heading", name="Work the board requested")).to_be_visible()
    expect(page.get_by_text("Send it by")).to_have_count(0)
    assert centre.violations() == []


def test_a_window_that_is_not_open_says_so_and_offers_no_mark_and_no_tick(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    for code, sentence in (
        (CLOSED, "The board no longer accepts marks"),
        (NOT_OPEN, "The board accepts these marks from"),
    ):
        for place in ("", "check", "submit"):
            page = visit(desk, code, place)
            expect(page.get_by_text(sentence)).to_be_visible()
            expect(desk.boxes).to_have_count(0)
            expect(page.get_by_role("button", name=re.compile("^(Tick|Submit)"))).to_have_count(0)
        assert desk.violations() == []
