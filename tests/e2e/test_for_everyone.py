"""Welsh, small screens, strong contrast, no mouse: every page for everyone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from infra.local.demo import (
    BOARD_MODERATION,
    BOARD_OPERATOR,
    HARBOUR_VIEW,
    INVESTIGATION,
    OWEN,
    PERFORMANCES,
    SPOKEN_LANGUAGE,
)
from tests.e2e.conftest import SitDown
from tests.e2e.people import Desk
from tests.e2e.reflow import too_wide
from tests.e2e.town import CHANGED, OFFICER, TEACHER, TOGETHER, sheet_of

pytestmark = pytest.mark.e2e

SHEET = sheet_of("T005/01")
PAGES = (
    "",
    "submitted",
    "upload",
    f"sheets/{SHEET}",
    f"sheets/{SHEET}/check",
    f"sheets/{SHEET}/submit",
    f"sheets/{SHEET}/print",
    f"sheets/{SHEET}/history",
    f"sheets/{SHEET}/amend",
    f"sheets/{SHEET}/moderation",
    f"sheets/{SHEET}/more-time",
    f"sheets/{SHEET}/submitted",
    f"sheets/{sheet_of(CHANGED)}",
    "settings",
    "notices",
    "help",
    "nowhere",
)
BOARDS_PAGES = (
    "board",
    "board/consortia",
    f"board/consortia/{sheet_of(TOGETHER)}",
    f"board/{SHEET}",
    f"board/{sheet_of(CHANGED)}",
    "notices",
)
"""Of the demonstration: grades, half a class, ready, submitted, a sample with an amendment asked for, an outcome."""
STATES = tuple(
    f"sheets/2027-06.{HARBOUR_VIEW.number}.{code.replace('/', '-')}{page}"
    for code, pages in {
        "H432/04": ("", "/check", "/submit", "/print"),
        "H472/03": ("/check", "/submit"),
        "R033/02": ("/submit",),
        "Y100/03": ("", "/submitted", "/submitted/1", "/amend", "/history", "/print"),
        PERFORMANCES: ("/submitted", "/amend", "/moderation", "/moderation/work"),
        INVESTIGATION: ("/moderation", "/moderation/outcome", "/amend", "/history"),
    }.items()
    for page in pages
)
BOARDS_STATES = (
    f"board/consortia/2027-06.{HARBOUR_VIEW.number}.{SPOKEN_LANGUAGE.replace('/', '-')}",
    f"board/consortia/2027-06.{HARBOUR_VIEW.number}.{PERFORMANCES.replace('/', '-')}",
    *(f"board/2027-06.{HARBOUR_VIEW.number}.{c.replace('/', '-')}" for c in ("Y100/03", PERFORMANCES, INVESTIGATION)),
)
SHOWN = ".cm-list tbody tr, .cm-row, .cm-counts, .cm-history li, main h2, main p, main dl, main a"


def look_at(desk: Desk, path: str) -> None:
    """Go to a page and unfold all there is on it."""
    desk.page.goto(f"{desk.address}/{path}")
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    expect(desk.page.locator(SHOWN).first).to_be_visible()
    desk.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


@pytest.mark.parametrize(("email", "pages"), [(OFFICER, PAGES), (BOARD_OPERATOR, BOARDS_PAGES)])
def test_every_page_is_clean_in_both_languages_on_a_wide_and_a_narrow_screen(
    at_desk: SitDown, email: str, pages: tuple[str, ...]
) -> None:
    desk = at_desk(email)
    for path in pages:
        look_at(desk, path)
        for change, language in (("Cymraeg", "cy"), ("English", "en-GB")):
            desk.page.get_by_role("button", name=change).first.click()
            expect(desk.page.locator("html")).to_have_attribute("lang", language)
            for width in (320, 1280):
                desk.page.set_viewport_size({"width": width, "height": 900})
                assert (path, language, width, desk.barriers()) == (path, language, width, [])
        assert (path, too_wide(desk.page)) == (path, [])


def test_ibms_engine_finds_nothing_either_where_marks_are_entered_checked_and_sent(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    pages = (
        f"sheets/{SHEET}{page}" for page in ("", "/check", "/submit", "/print", "/more-time", "/history", "/amend")
    )
    for path in ("", "submitted", "upload", "notices", "help", "nowhere", *pages):
        look_at(desk, path)
        assert (path, desk.ibms_barriers()) == (path, [])


@pytest.mark.parametrize(("email", "pages"), [(OWEN, STATES), (BOARD_MODERATION, BOARDS_STATES)])
def test_every_page_fits_a_narrow_screen_in_each_state_of_a_sheet(
    at_desk: SitDown, email: str, pages: tuple[str, ...]
) -> None:
    desk = at_desk(email)
    for path in pages:
        look_at(desk, path)
        assert (path, too_wide(desk.page)) == (path, [])


def test_changing_the_language_keeps_the_page_and_what_is_typed(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T005/01")
    desk.box(1009).fill("99")
    desk.page.get_by_role("button", name="Cymraeg").first.click()
    expect(desk.box(1009)).to_have_value("99")
    expect(desk.note(1009)).to_contain_text("80 yw'r marc uchaf")
    desk.page.get_by_role("button", name="English").first.click()
    expect(desk.note(1009)).to_contain_text("The maximum mark is 80")
    desk.box(1009).press("Escape")


def test_strong_contrast_and_still_pages_lose_nothing(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for path in PAGES:
        desk.page.goto(f"{desk.address}/{path}")
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        assert (path, desk.barriers()) == (path, [])


def test_the_way_from_the_list_to_a_mark_needs_no_mouse(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    expect(desk.page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(desk.page, desk.page.get_by_role("link", name="Enter marks for T005/01"))
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_be_focused()
    expect(desk.boxes.first).to_be_visible()
    tab_to(desk.page, desk.box(1001))


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal is focused; what ends the search is that an element had its turn before, not a time."""
    expect(goal).to_have_count(1)
    met = page.evaluate_handle("new Set()")
    while not goal.evaluate("goal => goal === document.activeElement"):
        page.keyboard.press("Tab")
        again = page.evaluate("met => met.size === met.add(document.activeElement).size", met)
        assert not again, f"Tab went all the way round without meeting {goal}"
