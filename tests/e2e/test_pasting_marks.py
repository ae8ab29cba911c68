"""Marks pasted from a spreadsheet."""

from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer, Desk
from tests.e2e.town import TEACHER

VALUES = ("81", "x", "4.5", "-1", "99", "?", "7a", "1e3", "n/a", "//", "999")
BAD = dict(zip(range(3, 1000, 97), VALUES, strict=True))
"""Eleven values that are no mark, by their place in the column."""


def test_a_thousand_marks_are_pasted_and_saved(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T002/01")
    desk.boxes.first.focus()
    desk.paste("\r\n".join(str(place % 81) for place in range(1000)) + "\r\n")

    expect(desk.page.locator(".cm-said")).to_contain_text("1000 marks pasted from candidate 1001.")
    expect(desk.bar).to_contain_text("All saved")
    expect(desk.progress).to_contain_text("1000 of 1000 entered")
    desk.page.reload()
    desk.page.get_by_role("button", name="Show all").click()
    expect(desk.boxes).to_have_count(1000)
    expect(desk.box(2000)).to_have_value(str(999 % 81))


def test_a_thousand_rows_shown_at_once_take_a_paste_with_eleven_bad_values(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T003/01")
    desk.page.get_by_role("button", name="Show all").click()
    expect(desk.boxes).to_have_count(1000)
    desk.boxes.first.focus()
    desk.paste("\n".join(BAD.get(place, str(place % 81)) for place in range(1005)))

    said = desk.page.locator(".cm-said")
    expect(said).to_contain_text("1000 marks pasted from candidate 1001. 11 need attention. 5 values did not fit:")
    expect(desk.bar).to_contain_text("11 rows need attention.")
    expect(desk.progress).to_contain_text("989 of 1000 entered")
    expect(desk.box(1004)).to_have_value("81")


def name_of(desk: Desk, candidate: int) -> str:
    """The candidate's name, as the sheet has it."""
    label = desk.box(candidate).get_attribute("aria-label") or ""
    return label.partition(f"{candidate} ")[2]


def test_a_table_is_looked_at_before_it_is_put_on_the_sheet_and_one_undo_takes_it_back(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T007/01")
    desk.box(1001).fill("10")
    expect(desk.note(1001)).to_contain_text("Saved")
    one, two, three = (name_of(desk, candidate) for candidate in (1001, 1012, 1003))
    desk.box(1005).focus()
    desk.paste(
        f"Class 11A\nNo\tName\tMark\tMax\n1001\t{one}\t11\t80\n1012\t{two}\t45.0\t80\n1003\t{three}\tabs\t80\n"
        f"1004\t{one}\t50\t80\n9999\tPATEL Ravi\t51\t80\nMean\t\t40\t80\n"
    )

    dialog = desk.page.get_by_role("dialog")
    expect(dialog.get_by_label("Column 4: Max")).to_have_value("ignored")
    summary = dialog.get_by_role("status")
    expect(summary).to_contain_text("3 marks to paste")
    expect(summary).to_contain_text("1 changes an existing mark")
    expect(dialog).to_contain_text(
        f"Line 6: 1004 {one}, 50. The candidate number, UCI and name belong to different candidates."
    )
    expect(dialog).to_contain_text("Line 7: 9999 PATEL Ravi, 51. Not on this sheet.")
    expect(dialog.get_by_role("row", name=f"1012 {two}").last).to_contain_text("No mark45")
    assert desk.violations() == []
    desk.page.go_back()
    expect(dialog.get_by_role("heading", name="Discard what you pasted?")).to_be_visible()
    dialog.get_by_role("button", name="Keep").click()
    dialog.get_by_role("button", name="Paste 3 marks").click()
    expect(desk.box(1012)).to_have_value("45")
    expect(desk.note(1003)).to_contain_text("Absent")
    expect(desk.box(1005)).to_be_focused()
    desk.page.get_by_role("button", name="Undo").click()
    expect(desk.box(1001)).to_have_value("10")
    expect(desk.box(1012)).to_have_value("")
    expect(desk.bar).to_contain_text("All saved")


def test_which_column_is_the_mark_is_asked_on_a_phone_and_answered_with_keys(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, Computer(width=320, height=640))
    desk.open("T110/01")
    desk.box(1001).focus()
    desk.paste("1001\t33\t70\n1002\t41\t70\n")

    dialog = desk.page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text("Choose which column is the mark.")
    expect(dialog.get_by_role("button", name="Paste 0 marks")).to_be_disabled()
    assert desk.violations() == []
    dialog.get_by_label("Column 2", exact=True).focus()
    desk.page.keyboard.press("m")
    expect(dialog.get_by_role("status")).to_contain_text("2 marks to paste")
    assert desk.violations() == []
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    dialog.get_by_role("button", name="Paste 2 marks").press("Enter")
    expect(desk.box(1001)).to_have_value("33")
    expect(desk.box(1002)).to_have_value("41")
    expect(desk.bar).to_contain_text("All saved")


def test_a_column_under_other_words_than_a_mark_is_not_filled_in(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T111/01")
    desk.box(1001).focus()
    desk.paste("Percent\n64\n63\n")

    expect(desk.page.locator(".cm-said")).to_contain_text(
        "Nothing was pasted, because its first line is not a mark: Percent."
    )
    expect(desk.box(1001)).to_have_value("")
    desk.paste("Mark (80)\n64\n63\n")
    expect(desk.box(1001)).to_have_value("64")
    expect(desk.bar).to_contain_text("All saved")


def test_what_cannot_be_pasted_with_keys_is_pasted_into_a_box_for_it(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T008/01")
    desk.page.get_by_role("button", name="Paste from a spreadsheet").click()
    pasted = desk.page.get_by_label("Marks from a spreadsheet")
    pasted.fill("nothing of use")
    desk.page.get_by_role("button", name="Continue").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("Paste marks together with candidate numbers, UCIs or names")
    assert desk.violations() == []
    pasted.fill("1002\t33")
    desk.page.get_by_role("button", name="Continue").click()
    desk.page.get_by_role("button", name="Paste 1 mark").click()
    expect(desk.box(1002)).to_have_value("33")
    expect(desk.note(1002)).to_contain_text("Saved")


def test_pressing_escape_again_and_again_loses_no_table_that_was_pasted(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T007/01")
    desk.box(1005).focus()
    desk.paste("No\tMark\n1001\t11\n1012\t12\n")
    expect(desk.page.get_by_role("dialog")).to_contain_text("2 marks to paste")

    for _ in range(7):
        desk.page.keyboard.press("Escape")

    expect(desk.page.get_by_role("heading", name="Discard what you pasted?")).to_be_visible()
    assert desk.violations() == []
    desk.page.get_by_role("button", name="Keep").click()
    expect(desk.page.get_by_role("dialog")).to_contain_text("2 marks to paste")
    desk.page.get_by_role("button", name="Cancel").click()
    desk.page.get_by_role("button", name="Discard").click()
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
