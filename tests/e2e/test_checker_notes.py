"""A teacher leaves a note to the checker, who reads it beside the candidate and resolves it."""

from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import visit
from tests.e2e.town import OFFICER, TEACHER

CODE = "T183/01"


def test_a_note_to_the_checker_is_read_at_check_and_resolved(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open(CODE)
    page = teacher.page
    teacher.box(1002).fill("42")
    page.get_by_role("button", name="More for 1002").click()
    page.get_by_role("button", name="Note to the checker").click()
    page.get_by_label("What should be looked at?").fill("Is criterion 3 too high?")
    assert teacher.violations() == []
    page.get_by_role("button", name="Save note").click()
    expect(teacher.bar).to_contain_text("All saved")
    page.reload()
    expect(page.locator("#c1002")).to_contain_text("Note to the checker Is criterion 3 too high? (you,")
    assert teacher.violations() == []

    officer = at_desk(OFFICER)
    page = visit(officer, CODE, "check")
    line = page.get_by_role("row", name="1002")
    expect(line).to_contain_text("Is criterion 3 too high? (Tess Teacher,")
    assert officer.violations() == []
    line.get_by_role("button", name="Resolve the note").click()
    expect(officer.bar).to_contain_text("All saved")
    expect(line).not_to_contain_text("Is criterion 3 too high?")

    page = visit(officer, CODE, "history")
    story = page.get_by_role("listitem")
    expect(story.filter(has_text="Olwen Officer").first).to_contain_text("Olwen Officer resolved a note to the checker")
    expect(story.filter(has_text="Tess Teacher").first).to_contain_text("Note to the checker: Is criterion 3 too high?")
    assert officer.violations() == []
