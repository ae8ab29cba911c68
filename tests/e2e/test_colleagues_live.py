"""Two teachers with one mark sheet open see one another, and what the other saves, without losing what they type."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.town import COLLEAGUE, TEACHER

pytestmark = pytest.mark.e2e

CODE = "T181/01"


def test_what_a_colleague_saves_comes_into_the_page_beside_what_is_being_typed(at_desk: SitDown) -> None:
    colleague, teacher = at_desk(COLLEAGUE), at_desk(TEACHER)
    colleague.open(CODE)
    teacher.open(CODE)
    expect(teacher.page.get_by_text("Also here: Colin Colleague.")).to_be_visible()
    expect(colleague.page.get_by_text("Also here: Tess Teacher.")).to_be_visible()
    assert teacher.violations() == []

    teacher.context.set_offline(True)
    teacher.box(1002).fill("52")
    colleague.box(1001).fill("41")
    colleague.box(1002).fill("61")
    expect(colleague.bar).to_contain_text("All saved")
    expect(teacher.bar).to_contain_text("1 mark kept on this computer")
    teacher.context.set_offline(False)

    expect(teacher.box(1001)).to_have_value("41")
    expect(teacher.box(1002)).to_have_value("52")
    expect(teacher.note(1002)).to_contain_text("Colin Colleague")
    teacher.expected("ERR_INTERNET_DISCONNECTED")


def test_no_key_meets_a_mark_that_came_in_under_it(at_desk: SitDown) -> None:
    colleague, teacher = at_desk(COLLEAGUE), at_desk(TEACHER)
    teacher.open("T182/01")
    teacher.box(1001).focus()
    colleague.open("T182/01")
    colleague.box(1001).fill("41")
    colleague.box(1002).fill("42")

    expect(teacher.box(1002)).to_have_value("42")
    expect(teacher.box(1001)).to_have_value("")
    expect(teacher.box(1001)).to_be_focused()
    teacher.page.keyboard.press("Enter")
    expect(teacher.box(1001)).to_have_value("41")
