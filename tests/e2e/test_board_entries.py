"""A candidate whose name is corrected, whose mark is carried forward, and who moves to another centre."""

import pytest
from playwright.sync_api import Page, expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer, Desk
from tests.e2e.town import MOVING, OFFICER, TOWN, VILLAGE, VILLAGER, sheet_of

pytestmark = pytest.mark.e2e

WHO, NUMBER_THERE = 1002, 2002
TOWN_BY_NAME, VILLAGE_BY_NAME = (f"{centre.number} {centre.name}" for centre in (TOWN, VILLAGE))
FORM = "Enter or correct a candidate"
REASON = "Why you are making or correcting the entry"


def test_an_entry_is_corrected_given_a_carried_mark_and_moved_as_both_centres_see(at_desk: SitDown) -> None:
    board, town, village = at_desk(BOARD_OPERATOR), at_desk(OFFICER), at_desk(VILLAGER)
    board.page.goto(f"{board.address}/board/{sheet_of(MOVING)}")
    former = correct(board)
    carry_forward(board)
    town.open(MOVING)
    row = town.page.locator(f"#c{WHO}")
    expect(row).to_contain_text(f"Formerly {former}")
    expect(row).to_contain_text("Carried forward from June 2026")

    move(board)
    town.open(MOVING)
    expect(row).to_have_count(0)
    village.open(MOVING, VILLAGE)
    arrived = village.page.locator(f"#c{NUMBER_THERE}")
    expect(arrived).to_contain_text("CORRECTED Carys")
    expect(arrived).to_contain_text(f"Moved from centre {TOWN.number}")
    expect(arrived).to_contain_text("61")
    expect(arrived.locator("input")).to_have_count(0)
    town.page.goto(f"{town.address}/sheets/{sheet_of(MOVING)}/history")
    expect(town.page.get_by_text(f"Moved to centre {VILLAGE.number}")).to_be_visible()


def correct(board: Desk) -> str:
    """Correct a name, with the keyboard alone; the name before is told."""
    page = board.page
    page.get_by_text(FORM).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(str(WHO))
    expect(page.get_by_text(f"{WHO} ").and_(page.get_by_text("so this corrects the entry"))).to_be_visible()
    former = page.get_by_label("Name", exact=True).input_value()
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("CORRECTED Carys")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label(REASON)).to_be_focused()
    page.keyboard.type("Misspelt on the entry")
    assert board.violations() == []
    page.get_by_role("button", name="Correct the entry").press("Enter")
    expect(page.locator(".cm-said")).to_have_text(f"The entry of candidate {WHO} was corrected.")
    expect(page.get_by_role("listitem").filter(has_text=f"{WHO} CORRECTED Carys")).to_contain_text(f"Formerly {former}")
    return former


def carry_forward(board: Desk) -> None:
    """Carry a mark forward, after trying one above the maximum."""
    page = board.page
    page.get_by_text(FORM).click()
    page.get_by_label("Number", exact=True).fill(str(WHO))
    page.get_by_label("Carry a mark forward").check()
    expect(page.get_by_label("Year of the earlier series")).to_have_value("2026")
    page.get_by_label("Mark, from 0 to 80").fill("81")
    page.get_by_label(REASON).fill("Marked in June 2026")
    page.get_by_role("button", name="Correct the entry").click()
    expect(page.get_by_role("link", name="Type a whole mark from 0 to 80")).to_be_visible()
    assert board.violations() == []
    page.get_by_label("Mark, from 0 to 80").fill("61")
    page.get_by_role("button", name="Correct the entry").click()
    expect(page.get_by_role("listitem").filter(has_text=str(WHO))).to_contain_text("Carried forward from June 2026: 61")


def move(board: Desk) -> None:
    """Move the candidate, after trying a number that is someone's, and look at the other sheet."""
    page = board.page
    page.get_by_text("Move a candidate to another centre").click()
    page.locator("#move-candidate").fill(str(WHO))
    page.get_by_label("Number of the other centre").fill(VILLAGE.number)
    expect(page.get_by_text(VILLAGE.name)).to_be_visible()
    page.get_by_label("Candidate number there").fill("1001")
    page.get_by_label("Why the candidate moves").fill("The family moved house")
    confirm(board)
    expect(page.get_by_text("Another candidate has this number.")).to_be_visible()
    expect(page.get_by_label("Candidate number there")).to_be_focused()
    board.expected("409")
    assert board.violations() == []
    page.get_by_label("Candidate number there").fill(str(NUMBER_THERE))
    confirm(board)
    expect(page.locator(".cm-said")).to_contain_text(f"moved to {VILLAGE_BY_NAME} and is {NUMBER_THERE} there.")
    assert board.violations() == []
    page.get_by_role("link", name=f"See the mark sheet of centre {VILLAGE.number}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(VILLAGE_BY_NAME)
    expect(page.locator(".cm-said")).to_be_empty()
    came = page.get_by_role("listitem").filter(has_text=f"{NUMBER_THERE} CORRECTED Carys")
    expect(came).to_contain_text(f"Moved from centre {TOWN.number}")


def confirm(board: Desk) -> Page:
    """Read what a move does, and do it."""
    page = board.page
    page.get_by_role("button", name="Move…").click()
    dialog = page.get_by_role("dialog", name=f"Move {WHO} CORRECTED Carys to centre {VILLAGE.number}?")
    expect(dialog).to_contain_text("The mark carried forward moves with the candidate.")
    expect(dialog).to_contain_text("The UCI moves with the candidate")
    assert board.violations() == []
    dialog.get_by_role("button", name=f"Move {WHO}").click()
    expect(dialog).to_have_count(0)
    return page


def test_the_forms_fit_a_phone_in_welsh(at_desk: SitDown) -> None:
    board = at_desk(BOARD_OPERATOR, Computer(width=320, height=700))
    page = board.page
    page.goto(f"{board.address}/board/{sheet_of(MOVING, VILLAGE)}")
    page.get_by_role("banner").get_by_role("button", name="Cymraeg").click()
    page.get_by_text("Cofrestru neu gywiro ymgeisydd").click()
    page.locator("#entry-candidate").fill("1001")
    page.get_by_label("Dwyn marc ymlaen o gyfres gynharach").check()
    page.get_by_text("Symud ymgeisydd i ganolfan arall").click()
    page.locator("#move-candidate").fill("1001")
    page.locator("#move-centre").fill(TOWN.number)
    expect(page.get_by_text(TOWN.name)).to_be_visible()
    page.locator("#move-number").fill("2003")
    page.locator("#move-reason").fill("Symudodd y teulu")
    assert board.violations() == []
    page.get_by_role("button", name="Symud…").click()
    expect(page.get_by_role("dialog")).to_contain_text(f"thaflen farciau {TOWN_BY_NAME} fel 2003")
    assert board.violations() == []
