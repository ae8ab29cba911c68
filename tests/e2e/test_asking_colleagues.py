"""An exams officer asks a teacher for marks and reminds her; she enters them and says that they are ready."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer
from tests.e2e.test_reading_mail import open_mail
from tests.e2e.town import OFFICER, TEACHER, sheet_of

pytestmark = pytest.mark.e2e

CODE = "T180/01"
DUE = date.today() + timedelta(days=3)  # noqa: DTZ011  # the person's own calendar


def test_a_teacher_is_asked_reminded_and_says_that_the_marks_are_ready(at_desk: SitDown) -> None:
    officer, teacher = at_desk(OFFICER), at_desk(TEACHER, Computer(width=390, height=844))
    page = officer.page
    page.get_by_role("link", name="Ask colleagues for marks").click()
    page.get_by_label("Assessment", exact=True).select_option(sheet_of(CODE))
    page.get_by_label("11A", exact=True).check()
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("alert").get_by_role("link", name="Choose a colleague")).to_be_visible()
    assert officer.violations() == []
    page.get_by_label("Colleague").select_option(label="Tess Teacher")
    page.get_by_label("Date for your centre").fill(DUE.isoformat())
    page.get_by_role("button", name="Ask Tess Teacher").click()
    expect(page.get_by_text("We asked Tess Teacher.")).to_be_visible()
    line = page.get_by_role("row", name=f"{CODE} Test piece T180, group 11A")
    expect(line).to_contain_text("3 without a mark")
    line.get_by_role("button", name="Remind Tess Teacher").click()
    expect(page.get_by_text("We reminded Tess Teacher.")).to_be_visible()
    expect(line).to_contain_text("Reminded today by Olwen Officer")
    assert officer.violations() == []
    open_mail(page, officer.address, f"Olwen Officer asks you for marks: {CODE} Test piece T180, group 11A")
    open_mail(page, officer.address, f"Reminder from Olwen Officer: {CODE} Test piece T180, group 11A")
    expect(page.frame_locator("iframe").get_by_text("3 without a mark, due on")).to_be_visible()

    hers = teacher.page
    hers.reload()
    asked = hers.get_by_role("region", name="You were asked").get_by_role("listitem").filter(has_text=CODE)
    expect(asked).to_contain_text("Reminded today by Olwen Officer")
    assert teacher.violations() == []
    asked.get_by_role("link").click()
    for candidate in (1001, 1002, 1003):
        teacher.box(candidate).fill("41")
    expect(teacher.progress).to_contain_text("3 of 3 entered")
    expect(teacher.bar).to_contain_text("All saved")
    hers.goto(teacher.address)
    asked.get_by_role("button", name="Tell Olwen Officer it is ready").click()
    expect(hers.get_by_text("We told Olwen Officer that it is ready.")).to_be_visible()
    expect(asked).to_contain_text("You said on")
    assert teacher.violations() == []

    open_mail(page, officer.address, f"Tess Teacher says marks are ready: {CODE} Test piece T180, group 11A")
    page.goto(officer.address)
    ready = page.get_by_role("listitem").filter(has_text="Tess Teacher says this is ready for you · 3 not checked")
    expect(ready).to_contain_text(CODE)
    assert officer.violations() == []
    hers.goto(f"{teacher.address}/sheets/{sheet_of(CODE)}/history")
    for act in ("Colleague asked for marks", "Colleague reminded", "Marks said to be ready"):
        expect(hers.get_by_text(act, exact=True)).to_be_visible()
