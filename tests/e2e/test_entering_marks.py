"""Marks typed by hand: keys, limits, and what a mark means."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer
from tests.e2e.town import CLASSES, GRADED, TEACHER


def test_250_marks_are_typed_with_enter_across_five_pages_without_a_mouse(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T001/01")
    keyboard = desk.page.keyboard
    desk.boxes.first.focus()
    for place in range(CLASSES["T001/01"]):
        keyboard.type(str(place % 80))
        keyboard.press("Enter")
        if place % 50 == 49 and place < 249:
            expect(desk.box(1002 + place)).to_be_focused()
    keyboard.press("Control+s")
    expect(desk.bar).to_contain_text("All saved")
    expect(desk.progress).to_contain_text("250 of 250 entered")


def test_a_mark_over_the_maximum_blocks_its_own_row_alone(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T005/01")
    desk.box(1001).fill("40")
    desk.box(1002).fill("81")
    desk.box(1003).fill("42")

    expect(desk.note(1002)).to_contain_text("The maximum mark is 80")
    expect(desk.bar).to_contain_text("1 row needs attention")
    expect(desk.note(1001)).to_contain_text("Saved")
    expect(desk.note(1003)).to_contain_text("Saved")
    expect(desk.progress).to_contain_text("2 of 12 entered")
    assert desk.violations() == []
    desk.page.get_by_role("button", name="Go to the first").click()
    expect(desk.box(1002)).to_be_focused()


def test_absent_zero_and_absent_again_keep_their_meanings(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T006/01")
    for typed, words in (("A", "Absent"), ("0", "0: work seen, no marks"), ("abs", "Absent")):
        desk.box(1001).fill(typed)
        desk.box(1001).press("Enter")
        expect(desk.note(1001)).to_contain_text(words)
        expect(desk.bar).to_contain_text("All saved")
        desk.page.reload()
        expect(desk.note(1001)).to_contain_text(words)
    expect(desk.box(1001)).to_have_value("A")


def test_turning_the_wheel_over_a_focused_mark_changes_nothing(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, Computer(height=500))
    desk.open("T004/01")
    desk.box(1001).fill("40")
    desk.box(1001).hover()
    desk.page.mouse.wheel(0, 600)

    desk.page.wait_for_function("scrollY > 0")
    expect(desk.box(1001)).to_have_value("40")


def test_what_is_typed_replaces_a_mark_however_often_its_box_is_clicked(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T030/01")
    box = desk.box(1001)
    for clicks in ("", "c", "cc", "ccc", "d", "dc"):
        box.fill("46")
        desk.box(1002).focus()
        box.focus()
        for click in clicks:
            (box.click if click == "c" else box.dblclick)(position={"x": 4, "y": 17})
        desk.page.keyboard.type("70")
        expect(box).to_have_value("70")

    box.press("ArrowLeft")
    desk.page.keyboard.press("Home")
    desk.page.keyboard.press("Delete")
    expect(box).to_have_value("0")


def test_grades_are_typed_with_the_same_hands(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open(GRADED)
    desk.boxes.first.focus()
    for typed in ("d", "Merit", "A", "x"):
        desk.page.keyboard.type(typed)
        desk.page.keyboard.press("Enter")

    expect(desk.note(1001)).to_contain_text("Distinction · Saved")
    expect(desk.note(1002)).to_contain_text("Merit · Saved")
    expect(desk.note(1003)).to_contain_text("Absent · Saved")
    expect(desk.note(1004)).to_contain_text("Type D for Distinction")
    expect(desk.box(1002)).to_have_value("M")


def test_typing_and_saving_move_no_column(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T031/01")
    for language in ("English", "Cymraeg"):
        if language == "Cymraeg":
            desk.page.get_by_role("button", name=language).first.click()
            expect(desk.page.get_by_role("columnheader", name="Rhif")).to_be_visible()
        for width in (1366, 1024, 768):
            desk.page.set_viewport_size({"width": width, "height": 900})
            still = columns(desk.page)
            for typed in ("41", "0", "A", "99", "a mark that is none at all", ""):
                desk.box(1001).fill(typed)
                assert (typed, columns(desk.page)) == (typed, still)
            desk.box(1001).fill("42")
            desk.box(1002).fill(str(width % 80))
            desk.page.keyboard.press("Control+s")
            expect(desk.page.locator("#c1002.cm-row--saved")).to_be_visible()
            assert columns(desk.page) == still
            desk.page.locator("#c1002 [data-column=checked]").check()
            expect(desk.page.locator("#c1002.cm-row--checked")).to_be_visible()
            desk.box(1002).fill("")
            assert columns(desk.page) == still
            assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def columns(page: Page) -> list[tuple[float, float]]:
    """Where each column of the table begins and ends, in its headings and in the rows that are typed in."""
    cells = page.locator("thead th, #c1001 > *, #c1002 > *").all()
    return [(box["x"], box["x"] + box["width"]) for cell in cells if (box := cell.bounding_box())]


def test_filters_find_what_is_left_to_do(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T014/01")
    desk.box(1001).fill("40")
    desk.box(1002).fill("99")
    show = desk.page.get_by_label("Show", exact=True)
    show.select_option("Without a mark")
    expect(desk.boxes).to_have_count(50)
    expect(desk.box(1001)).to_have_count(0)
    desk.box(1003).fill("41")
    expect(desk.box(1003)).to_have_value("41")
    show.select_option("With a problem")
    expect(desk.boxes).to_have_count(1)
    show.select_option("Group 11B")
    expect(desk.boxes).to_have_count(30)
    desk.page.reload()
    expect(show).to_have_value("group:11B")
    expect(desk.boxes).to_have_count(30)
    assert desk.violations() == []
