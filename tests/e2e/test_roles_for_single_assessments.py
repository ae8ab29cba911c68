"""An administrator gives a teacher one assessment, the teacher asks for another, and gets it in one click."""

import re
from typing import Final

from playwright.sync_api import expect

from infra.local.demo import LLYS_DERWEN, MAIR, RHYS
from tests.e2e.conftest import SitDown

OTHER: Final = "2027-06.58410.H446-03"


def test_a_teacher_enters_the_assessment_they_were_given_and_asks_for_another(at_desk: SitDown) -> None:
    mair = at_desk(MAIR)
    mair.page.goto(f"{mair.address}/people")
    rhys_there = mair.page.get_by_role("row", name=re.compile("Rhys Bevan"))
    mair.page.get_by_role("button", name="Change roles: Rhys Bevan").click()
    dialog = mair.page.get_by_role("dialog")
    dialog.get_by_label("Only for these, in every series").check()
    dialog.get_by_label(re.compile("H472/03")).check()
    assert mair.violations() == []
    dialog.get_by_role("button", name="Save roles").click()
    expect(rhys_there).to_contain_text("enter marks: H472/03")
    assert mair.violations() == []

    rhys = at_desk(RHYS)
    rhys.open("H472/03", LLYS_DERWEN)
    expect(rhys.boxes.first).to_be_editable()
    rhys.page.goto(f"{rhys.address}/sheets/{OTHER}")
    rhys.page.get_by_role("button", name="Ask for the role “enter marks” for H446/03").click()
    expect(rhys.page.get_by_text("You asked for this role on")).to_be_visible()
    assert rhys.violations() == []

    mair.page.reload()
    wanted = "Rhys Bevan asks for the role “enter marks” for H446/03"
    mair.page.get_by_role("button", name=f"Give for H446/03: {wanted}").click()
    expect(rhys_there).to_contain_text("enter marks: H446/03, H472/03")
    rhys.page.reload()
    expect(rhys.boxes.first).to_be_editable()
