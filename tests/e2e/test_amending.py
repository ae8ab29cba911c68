"""Amendments to centre marks, before the board has started to moderate and after, seen from both sides."""

import re

from playwright.sync_api import Locator, Page, expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.doing import submit_a_class, visit
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER


def ask_for(desk: Desk, candidate: int, mark: str) -> Page:
    """Put an amendment of one mark together, all but the sending."""
    page = desk.page
    page.get_by_label("Candidate number").fill(str(candidate))
    page.keyboard.press("Enter")
    box = page.get_by_label(re.compile(f"New mark for {candidate}"))
    expect(box).to_be_focused()
    page.keyboard.type(mark)
    page.get_by_label("Reason").select_option("A mark was copied wrongly")
    page.get_by_label("Explanation").fill("The digits were swapped.")
    page.get_by_label("Approved by").fill("Hedd Head")
    return page


def amendment(page: Page, number: int) -> Locator:
    """One amendment of those listed."""
    return page.get_by_role("article", name=re.compile(f"Amendment {number}"))


def test_before_moderation_an_amendment_counts_at_once_and_is_confirmed_again(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    submit_a_class(desk, "T050/01")
    desk.turn_to("Amend")
    expect(desk.page.get_by_text("No amendments have been requested.")).to_be_visible()
    assert desk.violations() == []

    desk.page.get_by_role("button", name="Review the amendment").click()
    expect(desk.page.get_by_role("alert").first).to_contain_text("Add at least one candidate")
    assert desk.violations() == []
    page = ask_for(desk, 1001, "81")
    expect(page.get_by_text("The maximum mark is 80")).to_be_visible()
    page.get_by_label(re.compile("New mark for 1001")).fill("45")
    assert desk.violations() == []
    page.get_by_role("button", name="Review the amendment").click()
    expect(page.get_by_role("heading", name="Check the amendment before you send it")).to_be_focused()
    assert desk.violations() == []
    page.go_back()
    expect(page.get_by_label("Explanation")).to_have_value("The digits were swapped.")
    page.go_forward()
    page.get_by_role("button", name="Amend these marks").dblclick()
    expect(page.get_by_text("Amendment 1 was made.")).to_be_focused()
    expect(page.get_by_text("The board has received submission 2.")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(1)
    expect(amendment(page, 1)).to_contain_text("Made")
    assert desk.violations() == []

    page.get_by_role("link", name="See the submission and its report").click()
    expect(page.get_by_text("64999-T050-01-2027-06-2")).to_be_visible()
    page = visit(desk, "T050/01", "history")
    expect(page.get_by_text("Submitted to the board")).to_be_visible()
    expect(page.get_by_text("Amendment made and sent to the board")).to_be_visible()
    expect(page.get_by_text("Confirmed by the board")).to_have_count(2)
    expect(page.get_by_role("row", name="1001").first).to_contain_text("54")


def record_as_sent_and_correct(centre: Desk) -> None:
    page = centre.page
    page.get_by_label(re.compile("Sent: 1001")).check()
    page.get_by_role("button", name="Review what was sent").click()
    expect(page.get_by_role("dialog")).to_contain_text("1001")
    assert centre.violations() == []
    page.get_by_role("button", name="Record as sent").click()
    expect(page.get_by_text("1 candidate's work is recorded as sent.")).to_be_visible()
    page.get_by_text("Correct what was recorded as sent").click()
    page.get_by_role("button", name="Correct the record").click()
    expect(page.get_by_role("link", name="Choose what is right")).to_be_visible()
    assert centre.violations() == []
    page.get_by_role("checkbox", name=re.compile("^1001")).check()
    page.get_by_label("It was sent another way").check()
    page.get_by_label("How it was sent").last.fill("AB 123")
    page.get_by_label("Why the record was wrong").fill("Misread")
    page.get_by_role("button", name="Correct the record").click()
    expect(page.get_by_role("row", name="1001")).to_contain_text("AB 123")
    assert centre.violations() == []


def test_after_moderation_has_started_the_board_decides(at_desk: SitDown) -> None:
    centre = at_desk(OFFICER)
    submit_a_class(centre, "T051/01")
    board = at_desk(BOARD_OPERATOR)
    start_moderation(board, "T051/01")

    page = visit(centre, "T051/01", "moderation")
    expect(page.get_by_role("row", name="1001")).to_contain_text("Every candidate is in the sample")
    expect(page.get_by_text("1 High Street")).to_be_visible()
    assert centre.violations() == []
    record_as_sent_and_correct(centre)

    visit(centre, "T051/01", "amend")
    page = ask_for(centre, 1001, "45")
    page.get_by_role("button", name="Review the amendment").click()
    page.get_by_role("button", name="Ask the board to amend these marks").click()
    expect(amendment(page, 1)).to_contain_text("Waiting for the board")
    expect(page.get_by_text("The board has received submission 1.")).to_be_visible()
    assert centre.violations() == []

    ask_for_the_work(board, "T051/01")
    page = visit(centre, "T051/01", "amend")
    expect(amendment(page, 1)).to_contain_text("2 Low Street")
    assert centre.violations() == []
    page.get_by_role("button", name="Record the work as sent").click()
    expect(page.get_by_text("was recorded as sent")).to_be_visible()

    board.page.reload()
    board.page.get_by_label("Note to the centre").fill("Seen and agreed.")
    board.page.get_by_role("button", name="Accept amendment 1").click()
    expect(board.page.get_by_text("Amendment 1 was accepted.")).to_be_visible()
    expect(board.page.get_by_text("Submission 2.")).to_be_visible()
    assert board.violations() == []

    page = visit(centre, "T051/01", "amend")
    expect(amendment(page, 1)).to_contain_text("Seen and agreed.")
    expect(page.get_by_text("The board has received submission 2.")).to_be_visible()

    record_the_outcome(board)
    page = visit(centre, "T051/01", "moderation")
    expect(page.get_by_text("Your centre's marks were accepted as they are.")).to_be_visible()
    assert centre.violations() == []


def start_moderation(board: Desk, code: str) -> None:
    """Find a sheet in the board's list and start to moderate it."""
    page = board.page
    page.get_by_label("Assessment code").fill(code)
    expect(page.get_by_text("1 mark sheet", exact=True)).to_be_visible()
    assert board.violations() == []
    page.get_by_role("link", name=f"{code} 64999").click()
    page.get_by_role("button", name="Start moderation").click()
    expect(page.get_by_text("Name the moderator").first).to_be_visible()
    assert board.violations() == []
    page.get_by_label("Moderator", exact=True).fill("Mo Derator")
    page.get_by_label("Moderator's address").fill("1 High Street\nCambridge")
    page.get_by_role("button", name="Start moderation").click()
    expect(page.get_by_text("Moderation was started and the sample requested.")).to_be_visible()
    assert board.violations() == []


def ask_for_the_work(board: Desk, code: str) -> None:
    """Ask for the work of the first amendment, from the list of what waits."""
    page = board.page
    page.get_by_role("link", name="Every centre's marks").click()
    page.get_by_role("link", name="Waiting for a decision").click()
    page.get_by_role("link", name=f"{code} 64999").click()
    page.get_by_text("Request the work first").click()
    page.get_by_label("Send it to").fill("2 Low Street")
    assert board.violations() == []
    page.get_by_role("button", name="Request the work").click()
    expect(page.get_by_text("The work for amendment 1 was requested from the centre.")).to_be_visible()


def record_the_outcome(board: Desk) -> None:
    """Accept the centre's marks, for it to see at once, though not all the work was sent."""
    page = board.page
    page.get_by_role("button", name="Review the outcome").click()
    question = page.get_by_role("dialog", name="Record the outcome anyway?")
    expect(question).to_be_visible()
    assert board.violations() == []
    question.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("The outcome was recorded.")).to_be_visible()
    assert board.violations() == []
