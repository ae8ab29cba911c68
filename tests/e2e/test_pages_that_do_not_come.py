"""What a page shows while it loads, when it cannot be loaded, and to someone who belongs nowhere."""

import re
from typing import Final

from playwright.sync_api import Route, expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import hold
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER, sheet_of

SHEET: Final = f"sheets/{sheet_of('T005/01')}"
BOARD: Final = "Demonstration Exam Board"
RING: Final = "01632 960123"
SHEETS: Final = re.compile(r"/api/v1/sheets/")
SCRIPTS: Final = re.compile(r"\.js$")


def barriers(desk: Desk) -> list[str]:
    """What is wrong with a page that is still on its way, which has no heading yet."""
    return [found for found in desk.barriers() if not found.startswith("page-has-heading-one")]


def test_the_pages_frame_comes_before_its_script_and_says_when_it_takes_long(at_desk: SitDown) -> None:
    desk = at_desk(None)
    desk.page.route(SCRIPTS, hold)
    desk.page.goto(desk.address, wait_until="commit")
    expect(desk.page.get_by_role("link", name="Centremark")).to_be_visible()
    expect(desk.page.get_by_role("status")).to_contain_text("Loading…")
    expect(desk.page.get_by_text("This is taking longer than usual.")).to_be_visible()
    assert barriers(desk) + desk.ibms_barriers() == []


def test_a_sheet_that_takes_long_says_so(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.page.route(SHEETS, hold)
    desk.page.goto(f"{desk.address}/{SHEET}")
    expect(desk.page.get_by_text("This is taking longer than usual.")).to_be_visible()
    assert barriers(desk) + desk.ibms_barriers() == []


def test_a_page_that_cannot_be_loaded_has_the_focus_on_its_heading_and_is_tried_again(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.page.route(SHEETS, lambda route: route.fulfill(status=503, body=""))
    desk.page.goto(f"{desk.address}/{SHEET}")
    expect(desk.page.get_by_role("heading", level=1)).to_be_focused()
    assert desk.violations() + desk.ibms_barriers() == []
    desk.expected("503")

    desk.page.unroute(SHEETS)
    desk.page.get_by_role("button", name="Try again").click()
    expect(desk.boxes.first).to_be_visible()
    expect(desk.page.get_by_role("heading", level=1)).to_be_focused()


def test_where_even_the_configuration_does_not_come_the_page_says_what_to_do(at_desk: SitDown) -> None:
    desk = at_desk(None)
    desk.page.route("**/config.json", lambda route: route.abort())
    desk.page.goto(desk.address)
    expect(desk.page.get_by_role("heading", name="Centremark cannot be reached")).to_be_focused()
    expect(desk.page.get_by_role("main")).to_contain_text("ring the exam board")
    assert desk.violations() + desk.ibms_barriers() == []
    desk.expected("ERR_FAILED")


def test_the_sign_in_page_says_whose_service_it_is_how_to_get_an_account_and_whom_to_ring(at_desk: SitDown) -> None:
    desk = at_desk(None)
    page = desk.page.get_by_role("main")
    expect(page).to_contain_text(f"to send {BOARD} the marks")
    expect(page).to_contain_text("Your centre's administrator, often the exams officer, invites you by email.")
    expect(page).to_contain_text(f"contact {BOARD}: {RING}")
    expect(desk.page.get_by_role("contentinfo")).to_contain_text(f"A service of {BOARD}. {RING}")
    assert desk.violations() + desk.ibms_barriers() == []


def test_who_belongs_to_no_centre_and_who_asks_for_no_page_are_told_whom_to_ask(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.page.goto(f"{desk.address}/nowhere")
    expect(desk.page.get_by_role("heading", name="Page not found")).to_be_focused()
    expect(desk.page.get_by_role("main")).to_contain_text(RING)
    desk.page.get_by_role("link", name="Go to your assessments").click()
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("Your assessments")

    def nobody(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "memberships": [], "board": []})

    desk.page.route("**/api/v1/me", nobody)
    desk.page.goto(desk.address)
    expect(desk.page.get_by_role("heading", name="You do not belong to a centre")).to_be_focused()
    expect(desk.page.get_by_role("main")).to_contain_text("Ask your centre's administrator, then try again")
    assert desk.violations() + desk.ibms_barriers() == []
