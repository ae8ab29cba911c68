"""An exams officer reads the board's confirmation in her mail, follows its link, and chooses what else she is told."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import submit_a_class, visit
from tests.e2e.people import Computer
from tests.e2e.town import OFFICER, sheet_of
from tests.support.waiting import until

pytestmark = pytest.mark.e2e

CODE = "T085/01"


def open_mail(page: Page, address: str, subject: str) -> None:
    """Look into the inbox again and again until the mail is there, and open it."""
    mail = page.get_by_role("link", name=subject)

    def look() -> int:
        page.goto(f"{address}/inbox")
        return mail.count()

    until(look)
    mail.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(subject)


def test_a_confirmation_comes_by_mail_and_its_link_leads_to_the_submission(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    submit_a_class(desk, CODE)
    page = desk.page
    open_mail(page, desk.address, f"Marks confirmed: {CODE}")
    assert desk.violations() == []
    mail = page.frame_locator("iframe")
    expect(mail.get_by_text("Dear Olwen Officer,")).to_be_visible()
    expect(page.locator("pre")).to_contain_text(f"{desk.address}/sheets/{sheet_of(CODE)}/submitted")

    mail.get_by_role("link", name="See the submission").click()

    expect(page).to_have_url(f"{desk.address}/sheets/{sheet_of(CODE)}/submitted")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Submission")
    told = page.get_by_text("We emailed Olwen Officer: the board holds the marks")
    until(lambda: visit(desk, CODE, "history") and told.count())  # it is recorded after the mail is sent


def test_a_person_chooses_the_language_and_what_to_be_told_with_the_keyboard_on_a_small_screen(
    at_desk: SitDown,
) -> None:
    desk = at_desk(OFFICER, Computer(width=320, height=640))
    page = desk.page
    page.get_by_role("button", name="Menu").press("Enter")
    page.get_by_role("link", name="Email notices").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Email notices")
    expect(page.get_by_text(re.compile(f"We send notices to {OFFICER}"))).to_be_visible()
    assert desk.violations() == []

    page.get_by_label("Language of the emails").select_option("Cymraeg")
    page.get_by_label("Entries changed after the marks were submitted").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Your choices are saved.")
    page.reload()

    expect(page.get_by_label("Language of the emails")).to_have_value("cy")
    expect(page.get_by_label("Entries changed after the marks were submitted")).not_to_be_checked()
    page.get_by_label("Language of the emails").select_option("English")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").last).to_have_text("Your choices are saved.")
