"""Where marks are entered, the screen is for marks: places and counts, in either language and the widest font."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import SitDown
from tests.e2e.fonts import WIDEST
from tests.e2e.people import Computer, Desk
from tests.e2e.town import OFFICER, TEACHER

LAPTOP = Computer(1366, 650)
TABLET = Computer(768, 1024)
PHONE = Computer(390, 844)
WIDE = f"""() => {{
  const wide = new CSSStyleSheet();
  wide.replaceSync('* {{ font-family: "{WIDEST}" !important; }}');
  document.adoptedStyleSheets = [wide];
}}"""
FULL_ROWS = """() => {
  const { top } = document.querySelector(".cm-bar").getBoundingClientRect();
  const [first, second] = document.querySelectorAll(".cm-row");
  return (top - first.getBoundingClientRect().top) / second.getBoundingClientRect().height;
}"""
"""How many rows have room above the bar: of the height of the second, because the third's name is 100 letters long."""
COVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const head = document.querySelector(".cm-sheet thead").getBoundingClientRect();
  const bar = document.querySelector(".cm-bar").getBoundingClientRect();
  return box.top < head.bottom || box.bottom > bar.top;
}"""


def looks(desk: Desk) -> list[str]:
    """Show the page in each language, in the widest font; give what to call it."""
    desk.page.evaluate(WIDE)
    return ["English", "Cymraeg"]


def speak(page: Page, language: str) -> None:
    """Turn the page to a language, unless it has it."""
    button = page.get_by_role("banner").get_by_role("button", name=language)
    if button.count():
        button.click()
        expect(button).to_have_count(0)


def tops(page: Page, places: str) -> set[int]:
    """How far down things stand."""
    return {round(box["y"]) for place in page.locator(places).all() if (box := place.bounding_box())}


@pytest.mark.parametrize(("computer", "first"), [(LAPTOP, 300), (PHONE, 400)], ids=["laptop", "phone"])
def test_the_first_box_is_near_the_top(at_desk: SitDown, computer: Computer, first: int) -> None:
    desk = at_desk(OFFICER, computer)
    desk.open("T004/01")
    for language in looks(desk):
        speak(desk.page, language)
        box = desk.boxes.first.bounding_box()
        assert box
        assert (language, box["y"] < first) == (language, True)


def test_a_laptop_shows_ten_rows_and_its_tabs_and_menu_on_a_line_each(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER, LAPTOP)
    desk.open("T004/01")
    for language in looks(desk):
        speak(desk.page, language)
        assert (language, desk.page.evaluate(FULL_ROWS) >= 10) == (language, True)
        assert (language, len(tops(desk.page, ".cm-tabs a"))) == (language, 1)
        assert (language, len(tops(desk.page, ".cm-nav > a, .cm-nav button"))) == (language, 1)


def test_the_menu_is_one_line_on_a_tablet_and_opens_by_key(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER, TABLET)
    page = desk.page
    for language in looks(desk):
        speak(page, language)
        assert (language, len(tops(page, ".cm-nav > a, .cm-nav button"))) == (language, 1)
    speak(page, "English")
    folded = page.get_by_role("button", name="Coursework and tests")
    expect(page.get_by_role("link", name="View submitted coursework marks/grades")).to_have_count(0)
    folded.press("Enter")
    # The list lies over links until it is closed: they are no targets meanwhile.
    assert [found for found in desk.violations() if not found.startswith("target-size")] == []
    folded.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Enter coursework marks/grades")).to_be_focused()
    page.keyboard.press("Escape")
    expect(folded).to_be_focused()
    folded.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("View submitted coursework marks/grades")


def test_a_phone_folds_the_menu_and_the_tabs(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER, PHONE)
    page = desk.page
    desk.open("T004/01")
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert desk.violations() == []
    page.get_by_role("link", name="Enter coursework marks/grades").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Enter coursework marks/grades")
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)

    desk.open("T004/01")
    page.get_by_role("navigation", name="This mark sheet").get_by_role("button", name="Enter marks").click()
    assert desk.violations() == []
    desk.turn_to("History")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who changed what")


@pytest.mark.parametrize("computer", [Computer(1366, 500), Computer(390, 500)], ids=["laptop", "phone"])
def test_neither_the_bar_nor_the_headings_cover_the_box_that_a_key_leads_to(
    at_desk: SitDown, computer: Computer
) -> None:
    desk = at_desk(TEACHER, computer)
    desk.open("T004/01")
    desk.boxes.first.focus()
    for key, times in (("Enter", 20), ("Shift+Enter", 20), ("Tab", 40), ("Shift+Tab", 40)):
        for press in range(times):
            desk.page.keyboard.press(key)
            assert (key, press, desk.page.evaluate(COVERED)) == (key, press, False)


def test_how_it_works_is_folded_away_until_someone_opens_it_and_then_stays_open(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, LAPTOP)
    desk.open("T004/01")
    advice = desk.page.get_by_text("0 means work was seen and earned no marks")
    expect(advice).not_to_be_visible()
    desk.page.get_by_text("How it works").click()
    expect(advice).to_be_visible()
    assert desk.violations() == []
    desk.page.reload()
    expect(advice).to_be_visible()
    desk.page.get_by_text("How it works").click()
    expect(advice).not_to_be_visible()


def test_anyone_of_a_thousand_is_found_by_key(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, LAPTOP)
    desk.open("T002/01")
    desk.page.get_by_role("button", name="Show all").click()
    expect(desk.boxes).to_have_count(1000)
    for candidate in (1890, 1003):
        desk.page.keyboard.press("Control+k")
        desk.page.keyboard.type(f"{candidate}")
        desk.page.keyboard.press("Enter")
        expect(desk.box(candidate)).to_be_focused()
        expect(desk.box(candidate)).to_be_in_viewport()
        assert desk.page.evaluate(COVERED) is False
    assert desk.violations() == []
    row = desk.page.locator("#c1004")
    row.get_by_role("button", name="More for 1004").click()
    assert desk.violations() == []
    desk.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
