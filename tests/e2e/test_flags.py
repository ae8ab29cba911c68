"""A mark that someone doubts, seen by the colleague who settles it."""

from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import declare_and_submit, visit
from tests.e2e.town import OFFICER, TEACHER

CODE = "T033/01"


def test_a_flag_stays_with_the_sheet_until_a_colleague_settles_it(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open(CODE)
    teacher.boxes.first.focus()
    teacher.paste("41\n42\n43")
    expect(teacher.bar).to_contain_text("All saved")
    page = visit(teacher, CODE, "check")
    expect(page.get_by_role("button", name="Tick and go on")).to_be_focused()
    for key in ("Space", "x", "Space"):
        page.keyboard.press(key)
    expect(teacher.bar).to_contain_text("All saved")
    page.reload()
    expect(page.get_by_role("row", name="1002")).to_contain_text("Flagged for another look by you")
    page.get_by_role("contentinfo").scroll_into_view_if_needed()  # the bar then covers half of no link
    assert teacher.violations() == []

    officer = at_desk(OFFICER)
    page = visit(officer, CODE, "submit")
    expect(page.get_by_text("is flagged for another look by Tess Teacher")).to_be_visible()
    assert officer.violations() == []
    officer.open(CODE)
    expect(officer.note(1002)).to_contain_text("Flagged for another look by Tess Teacher")
    assert officer.violations() == []
    page.locator("#c1002 [data-column=checked]").check()
    expect(officer.note(1002)).to_contain_text("The flag of Tess Teacher is answered")
    expect(officer.bar).to_contain_text("All saved")

    page = visit(officer, CODE, "history")
    expect(page.get_by_role("listitem").filter(has_text="Olwen Officer").first).to_contain_text("Flag removed")
    expect(page.get_by_role("listitem").filter(has_text="Tess Teacher").first).to_contain_text(
        "Flagged for another look"
    )
    visit(officer, CODE, "submit")
    declare_and_submit(officer)
