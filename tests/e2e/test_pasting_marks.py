"""Marks pasted from a spreadsheet."""

from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
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
    expect(desk.bar).to_contain_text("All saved", timeout=60_000)
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
    expect(desk.bar).to_contain_text("11 rows need attention.", timeout=60_000)
    expect(desk.progress).to_contain_text("989 of 1000 entered", timeout=60_000)
    expect(desk.box(1004)).to_have_value("81")
    assert desk.violations() == []


def test_pairs_are_looked_at_before_they_are_put_on_the_sheet_and_one_undo_takes_them_back(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T007/01")
    desk.box(1001).fill("10")
    expect(desk.note(1001)).to_contain_text("Saved")
    desk.box(1005).focus()
    desk.paste("No\tName\tMark\n1001\tA\t11\n1012\tB\t45.0\n1003\tC\tabs\n9999\tD\t50\n")

    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("3 matched")
    expect(dialog).to_contain_text("1 changes an existing mark")
    expect(dialog).to_contain_text("1 is not on this sheet")
    expect(dialog).to_contain_text("Line 5: 9999, 50")
    assert desk.violations() == []
    dialog.get_by_role("button", name="Put 3 marks on the sheet").click()
    expect(desk.box(1012)).to_have_value("45")
    expect(desk.note(1003)).to_contain_text("Absent")
    desk.page.get_by_role("button", name="Undo").click()
    expect(desk.box(1001)).to_have_value("10")
    expect(desk.box(1012)).to_have_value("")
    expect(desk.bar).to_contain_text("All saved")


def test_what_cannot_be_pasted_with_keys_is_pasted_into_a_box_for_it(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T008/01")
    desk.page.get_by_role("button", name="Paste from a spreadsheet").click()
    pasted = desk.page.get_by_label("Candidate numbers and marks")
    pasted.fill("nothing of use")
    desk.page.get_by_role("button", name="Look at it").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("There is no candidate number of this sheet in it")
    assert desk.violations() == []
    pasted.fill("1002\t33")
    desk.page.get_by_role("button", name="Look at it").click()
    desk.page.get_by_role("button", name="Put 1 mark on the sheet").click()
    expect(desk.box(1002)).to_have_value("33")
    expect(desk.note(1002)).to_contain_text("Saved")
