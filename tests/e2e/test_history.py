"""A sheet's history read as a story, and marks put back from it."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import visit
from tests.e2e.town import COLLEAGUE, TEACHER

pytestmark = pytest.mark.e2e

CODE = "T112/01"


def test_a_colleague_puts_marks_back_and_puts_that_back_too(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open(CODE)
    teacher.boxes.first.focus()
    teacher.paste("45\n46\n47")
    expect(teacher.bar).to_contain_text("All saved")
    page = visit(teacher, CODE, "history")
    expect(page.get_by_text("Tess Teacher entered 3 marks")).to_be_visible()
    assert teacher.violations() == []

    colleague = at_desk(COLLEAGUE)
    page = visit(colleague, CODE, "history")
    begin = page.get_by_role("button", name=re.compile("^Put these back"))
    begin.click()
    expect(page.get_by_role("heading", name="Put marks back as they were")).to_be_focused()
    page.go_back()
    expect(begin).to_be_focused()
    page.go_forward()
    page.reload()
    expect(page.get_by_role("row", name=re.compile("1001"))).to_contain_text("45None")
    assert colleague.violations() == []
    page.get_by_label(re.compile("^Put back 1003")).uncheck()
    page.get_by_role("button", name="Put 2 marks back").click()
    expect(page.get_by_text("2 marks were put back.")).to_be_focused()
    expect(page.get_by_text("Colin Colleague cleared 2 (put back as before)")).to_be_visible()
    assert colleague.violations() == []

    page.get_by_label("Changed by").select_option("Colin Colleague")
    page.get_by_role("button", name=re.compile("^Put these back")).click()
    page.get_by_role("button", name="Put 2 marks back").click()
    expect(page.get_by_text("Colin Colleague entered 2 marks (put back as before)")).to_be_visible()
    colleague.open(CODE)
    expect(colleague.box(1001)).to_have_value("45")
    expect(colleague.box(1002)).to_have_value("46")
    expect(colleague.box(1003)).to_have_value("47")
