"""Welsh, small screens, strong contrast, no mouse: every page for everyone."""

import pytest
from playwright.sync_api import expect

from infra.local.demo import BOARD_OPERATOR
from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer
from tests.e2e.town import OFFICER, TEACHER, sheet_of

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
    "settings",
    "help",
    "nowhere",
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", ["English", "Cymraeg"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_page_is_clean_in_both_languages_on_a_wide_and_a_narrow_screen(
    at_desk: SitDown, language: str, width: int
) -> None:
    desk = at_desk(OFFICER, Computer(width=width))
    if language == "Cymraeg":
        desk.page.get_by_role("button", name="Cymraeg").first.click()
        expect(desk.page.locator("html")).to_have_attribute("lang", "cy")
    for path in PAGES:
        desk.page.goto(f"{desk.address}/{path}")
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        expect(
            desk.page.locator(".cm-list tbody tr, .cm-row, .cm-counts, .cm-history li, main p, main dl").first
        ).to_be_visible()
        assert (path, desk.violations()) == (path, [])
        assert (path, desk.page.evaluate(SIDEWAYS)) == (path, 0)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_boards_pages_are_clean_in_welsh_on_a_wide_and_a_narrow_screen(at_desk: SitDown, width: int) -> None:
    desk = at_desk(BOARD_OPERATOR, Computer(width=width))
    desk.page.get_by_role("button", name="Cymraeg").first.click()
    for path in ("board", f"board/{SHEET}"):
        desk.page.goto(f"{desk.address}/{path}")
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        expect(desk.page.locator(".cm-list tbody tr, main h2").first).to_be_visible()
        assert (path, desk.violations()) == (path, [])
        assert (path, desk.page.evaluate(SIDEWAYS)) == (path, 0)


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
        assert (path, desk.violations()) == (path, [])


def test_the_way_from_the_list_to_a_mark_needs_no_mouse(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    page = desk.page
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.textContent?.includes('T005/01')"):
            break
    page.keyboard.press("Enter")
    expect(desk.boxes.first).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.dataset.column === 'mark'"):
            break
    expect(desk.box(1001)).to_be_focused()
