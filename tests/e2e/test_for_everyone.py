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
from tests.e2e.town import CHANGED, OFFICER, TEACHER, TOGETHER, TOWN, sheet_of

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
    "submit-ready",
    "remind",
    "print-all",
    "progress",
    "asked",
    "people",
    "settings",
    "settings/departments",
    "settings/history",
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
    "board/history",
    f"board/centres/{TOWN.number}/history",
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
    expect(desk.page.locator(SHOWN).filter(visible=True).first).to_be_visible()
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
        desk.page.emulate_media(color_scheme="dark")
        assert (path, "dark", desk.barriers()) == (path, "dark", [])
        desk.page.emulate_media(color_scheme="light")
        assert (path, too_wide(desk.page)) == (path, [])


@pytest.mark.parametrize(
    ("email", "pages"),
    [
        (None, ("", "help")),
        (TEACHER, ("", *(f"sheets/{SHEET}{page}" for page in ("", "/check", "/submit", "/amend")))),
        (OFFICER, PAGES),
        (OWEN, STATES),
        (BOARD_OPERATOR, BOARDS_PAGES),
        (BOARD_MODERATION, BOARDS_STATES),
    ],
)
def test_ibms_engine_finds_nothing_either(at_desk: SitDown, email: str | None, pages: tuple[str, ...]) -> None:
    desk = at_desk(email)
    for path in pages:
        look_at(desk, path)
        assert (path, desk.ibms_barriers()) == (path, [])


def test_neither_engine_finds_anything_where_a_dialog_is_open(at_desk: SitDown) -> None:
    teacher, officer, board = at_desk(TEACHER), at_desk(OFFICER), at_desk(BOARD_OPERATOR)
    teacher.open(CHANGED)
    teacher.page.get_by_role("button", name="More for 1001").click()
    clean(teacher, "1001")
    teacher.page.get_by_role("dialog").get_by_role("button", name="Record lost work").click()
    teacher.page.get_by_role("button", name="Record", exact=True).click()
    expect(teacher.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    clean(teacher, "Record lost work or special consideration")
    teacher.page.get_by_role("button", name="Cancel").click()
    teacher.page.get_by_role("button", name="Paste from a spreadsheet").click()
    clean(teacher, "Paste")

    look_at(officer, "people")
    officer.page.get_by_role("button", name="Change roles").first.click()
    clean(officer, "Roles")
    officer.page.get_by_role("button", name="Remove from the centre").click()
    clean(officer, "Remove")

    look_at(board, "board/consortia")
    board.page.get_by_role("button", name="Dissolve").first.click()
    clean(board, "Dissolve")


def clean(desk: Desk, title: str) -> None:
    """A dialog of this title is open, and neither engine finds anything wrong, by day or by night."""
    expect(desk.page.get_by_role("dialog", name=title)).to_be_visible()
    assert (title, desk.violations(), desk.ibms_barriers()) == (title, [], [])
    desk.page.emulate_media(color_scheme="dark")
    assert (title, desk.barriers()) == (title, [])
    desk.page.emulate_media(color_scheme="light")


def test_print_is_black_on_white_for_who_prefers_a_dark_screen(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.page.emulate_media(color_scheme="dark")
    look_at(desk, f"sheets/{SHEET}/history")
    ink = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    assert desk.page.evaluate(ink) == ["rgb(243, 242, 241)", "rgb(21, 24, 27)"]
    desk.page.emulate_media(media="print")
    assert desk.page.evaluate(ink) == ["rgb(11, 12, 12)", "rgb(255, 255, 255)"]


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
