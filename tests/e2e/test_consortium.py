"""Two centres that are moderated together, from the board's arrangement to the outcome."""

import pytest
from playwright.sync_api import Page, expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.doing import submit_a_class, visit
from tests.e2e.people import Desk
from tests.e2e.test_amending import record_the_outcome
from tests.e2e.town import OFFICER, TOGETHER, TOWN, VILLAGE, VILLAGER, sheet_of

pytestmark = pytest.mark.e2e

TOWN_BY_NAME, VILLAGE_BY_NAME = (f"{centre.number} {centre.name}" for centre in (TOWN, VILLAGE))


def test_two_centres_are_moderated_together_from_arrangement_to_outcome(at_desk: SitDown) -> None:
    board, town, village = at_desk(BOARD_OPERATOR), at_desk(OFFICER), at_desk(VILLAGER)
    arrange(board)
    submit_a_class(town, TOGETHER)

    page = look_at(board)
    expect(page.get_by_text(f"This centre is moderated together with {VILLAGE_BY_NAME}.")).to_be_visible()
    expect(page.get_by_text("Moderation cannot start yet: 1 centre is not ready.")).to_be_visible()
    expect(page.get_by_role("row", name=VILLAGE_BY_NAME)).to_contain_text("Its marks are not submitted yet")
    expect(page.get_by_role("button", name="Start moderation")).to_have_count(0)
    assert board.violations() == []

    submit_a_class(village, TOGETHER, VILLAGE)
    start(board)
    review(board)
    sees_its_own_part_alone(village)

    look_at(board)
    record_the_outcome(board)
    page = visit(town, TOGETHER, "moderation")
    expect(page.get_by_text("Your centre's marks were accepted as they are.")).to_be_visible()
    page = visit(village, TOGETHER, "moderation", VILLAGE)
    expect(page.get_by_role("heading", name="Work the board has requested")).to_be_visible()
    expect(page.get_by_text("accepted as they are")).to_have_count(0)
    village.expected("404")


def look_at(board: Desk) -> Page:
    """Open the board's page of the town's sheet."""
    board.page.goto(f"{board.address}/board/{sheet_of(TOGETHER)}")
    expect(board.page.get_by_role("heading", level=1)).to_contain_text(TOWN_BY_NAME)
    return board.page


def arrange(board: Desk) -> None:
    """Have the two centres moderated together, after a mistake that is told and one consortium that is dissolved."""
    page = board.page
    page.get_by_role("link", name="Consortia").click()
    expect(page.get_by_role("heading", name="Set up a consortium")).to_be_visible()
    assert board.violations() == []
    page.get_by_label("Assessment code").fill(TOGETHER)
    page.get_by_label("Centre numbers").fill(f"{TOWN.number}\n99999")
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_text("There is no centre 99999")).to_be_visible()
    assert board.violations() == []
    board.expected("422")
    dissolve = page.get_by_role("button", name=f"Dissolve the consortium for {TOGETHER}")
    for again in (False, True):
        page.get_by_label("Assessment code").fill(TOGETHER)
        page.get_by_label("Centre numbers").fill(f"{TOWN.number}\n{VILLAGE.number}")
        page.get_by_role("button", name="Set up").click()
        said = f"The consortium for {TOGETHER} is set up: {VILLAGE_BY_NAME} and {TOWN_BY_NAME}."
        expect(page.get_by_text(said)).to_be_visible()
        assert board.violations() == []
        if not again:
            dissolve.click()
            page.get_by_role("dialog").get_by_role("button", name="Dissolve").click()
            expect(page.get_by_text(f"The consortium for {TOGETHER} is dissolved.")).to_be_visible()
            expect(dissolve).to_have_count(0)


def start(board: Desk) -> None:
    """Start moderation at both centres from the page of one."""
    page = look_at(board)
    expect(page.get_by_text("When you start moderation, it starts at every centre")).to_be_visible()
    page.get_by_label("Moderator", exact=True).fill("Mo Derator")
    page.get_by_label("Moderator's address").fill("1 High Street\nCambridge")
    page.get_by_role("button", name="Start moderation").click()
    expect(page.get_by_text("Moderation was started and the sample requested.")).to_be_visible()
    assert board.violations() == []


def review(board: Desk) -> None:
    """See one sample over both, which no longer can be arranged otherwise."""
    page = board.page
    page.get_by_role("link", name="See the sample from all centres").click()
    expect(page.get_by_text("15 drawn from 20 candidates")).to_be_visible()
    sample = page.get_by_role("table", name="Work the board has requested")
    expect(sample.get_by_role("row")).to_have_count(16)
    for centre in (TOWN, VILLAGE):
        assert sample.get_by_role("cell", name=centre.number, exact=True).count() > 2
    assert board.violations() == []
    page.get_by_role("link", name="All consortia").click()
    expect(page.get_by_role("row", name=TOGETHER)).to_contain_text("In moderation, so it can no longer change")


def sees_its_own_part_alone(village: Desk) -> None:
    """A centre sees with whom it is moderated, its own candidates' work, and nothing more of the other."""
    page = visit(village, TOGETHER, "moderation", VILLAGE)
    expect(page.get_by_text(f"Your centre is moderated together with {TOWN_BY_NAME}")).to_be_visible()
    sample = page.get_by_role("table", name="Work the board has requested")
    expect(sample).to_be_visible()
    assert 2 < sample.get_by_role("row").count() - 1 < 13
    assert village.violations() == []
    page.goto(f"{village.address}/sheets/{sheet_of(TOGETHER)}/moderation")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
