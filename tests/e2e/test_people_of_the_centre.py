"""A new teacher from the invitation to the first mark, and out again, by the administrator's hand alone."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from infra.local.demo import OWEN
from tests.e2e.conftest import SitDown
from tests.e2e.people import Desk
from tests.e2e.test_reading_mail import open_mail
from tests.e2e.town import OFFICER, TOWN, sheet_of

pytestmark = pytest.mark.e2e

CODE: Final = "T150/01"
EMAIL: Final = "nia.new@town.example"
NAME: Final = "Nia Newcomer"
CHOSEN: Final = "A-password-of-her-own-27"


def test_a_teacher_is_invited_asks_for_a_role_enters_a_mark_and_is_removed(at_desk: SitDown) -> None:
    head, new = at_desk(OFFICER), at_desk(None)

    invite(head)
    sign_in_first(new)
    expect(new.page.get_by_role("button", name="Ask for the role “enter marks”")).to_be_visible()
    assert new.violations() == []
    new.page.goto(f"{new.address}/sheets/{sheet_of(CODE)}")
    expect(new.page.get_by_text("You can see these marks.")).to_be_visible()
    expect(new.page.get_by_text(f"Olwen Officer can give you the role “enter marks” for {CODE}.")).to_be_visible()
    assert new.violations() == []
    new.page.get_by_role("button", name=f"Ask for the role “enter marks” for {CODE}").click()
    expect(new.page.get_by_text("Olwen Officer can give it.")).to_be_visible()

    open_mail(head.page, head.address, "A colleague asks for a role: Test Town School")
    head.page.frame_locator("iframe").get_by_role("link", name="Give or decline the role").click()
    expect(head.page.get_by_role("heading", name="Asking you for a role")).to_be_visible()
    assert head.violations() == []
    head.page.get_by_role("button", name=f"Give for {CODE}: {NAME} asks for the role “enter marks” for {CODE}").click()
    expect(head.page.get_by_text(f"The roles of {NAME} are saved.")).to_be_visible()

    new.open(CODE)
    new.box(1001).fill("41")
    new.page.keyboard.press("Enter")
    expect(new.note(1001)).to_contain_text("Saved")

    remove(head)
    new.box(1002).fill("42")
    new.page.keyboard.press("Enter")
    expect(new.bar).to_contain_text("Not saved.")
    new.page.goto(new.address)
    expect(new.page.get_by_role("heading", level=1)).to_contain_text("You do not belong to a centre")
    new.expected("404")
    head.page.goto(f"{head.address}/sheets/{sheet_of(CODE)}/history")
    expect(head.page.get_by_role("main")).to_contain_text(NAME)
    head.page.goto(f"{head.address}/settings/history")
    expect(head.page.get_by_text(f"{NAME} was removed")).to_be_visible()
    assert head.violations() == []


def invite(head: Desk) -> None:
    """Invite her, by a link that only an administrator has."""
    page = head.page
    page.get_by_role("button", name="Your centre").click()
    assert head.violations() == []
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("People of your centre")
    page.get_by_text("Invite someone").click()
    page.get_by_role("button", name="Send invitation", exact=True).click()
    expect(page.get_by_text("Nobody was invited. Check these:")).to_be_visible()
    assert head.violations() == []
    page.get_by_label("Name", exact=True).fill(NAME)
    page.get_by_label("Email address").fill(EMAIL.title())
    page.get_by_label("view", exact=True).check()
    page.get_by_role("button", name="Send invitation", exact=True).click()
    expect(page.get_by_text(f"{NAME} was invited. The email goes to {EMAIL}.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(NAME))).to_contain_text("Not signed in yet")
    assert head.violations() == []


def sign_in_first(new: Desk) -> None:
    """Read who invited her, sign in with the temporary password of the other mail, and choose one of her own."""
    page = new.page
    open_mail(page, new.address, "You now have access")
    letter = page.frame_locator("iframe")
    expect(letter.get_by_text("gave you access to the marks of this centre")).to_be_visible()
    expect(letter.get_by_role("link", name="See your centres")).to_have_attribute("href", f"{new.address}/account")
    open_mail(page, new.address, "Centremark: your invitation")
    temporary = page.frame_locator("iframe").locator("b").inner_text()
    page.goto(new.address)
    page.get_by_role("button", name="Sign in").click()
    fill_in(page, {"username": EMAIL, "password": temporary})
    fill_in(page, {"new_password": CHOSEN, "confirm_password": CHOSEN})
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your assessments")


def fill_in(page: Page, values: dict[str, str]) -> None:
    """Fill in a form of the hosted sign-in."""
    for name, value in values.items():
        page.locator(f"input[name={name}]").fill(value)
    page.locator("button[type=submit], input[type=submit]").click()


def remove(head: Desk) -> None:
    """Remove her, having read what that means."""
    page = head.page
    page.get_by_role("button", name=f"Change roles: {NAME}").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert head.violations() == []
    page.get_by_role("button", name="Remove from the centre…").click()
    expect(page.get_by_text("What they did stays in the history, under their name.")).to_be_visible()
    page.get_by_role("button", name="Remove from the centre", exact=True).click()
    expect(page.get_by_text(f"{NAME} was removed.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(NAME))).to_have_count(0)


def test_who_is_added_to_a_further_centre_reads_who_did_it_and_leaves(at_desk: SitDown) -> None:
    head, owen = at_desk(OFFICER), at_desk(OWEN)
    head.page.goto(f"{head.address}/people")
    head.page.get_by_text("Invite someone").click()
    head.page.get_by_label("Name", exact=True).fill("O. Reid (supply)")
    head.page.get_by_label("Email address").fill(OWEN)
    head.page.get_by_label("view", exact=True).check()
    head.page.get_by_role("button", name="Send invitation", exact=True).click()
    expect(head.page.get_by_text("O. Reid (supply) was invited.")).to_be_visible()

    open_mail(owen.page, owen.address, f"You now have access: {TOWN.name} ({TOWN.number})")
    mail = owen.page.frame_locator("iframe")
    expect(mail.get_by_text("Olwen Officer gave you access to the marks of this centre")).to_be_visible()
    mail.get_by_role("link", name="See your centres").click()
    expect(owen.page.get_by_text(f"Olwen Officer gave you access to {TOWN.name} on")).to_be_visible()
    assert owen.barriers() == []
    owen.page.get_by_role("button", name=f"Leave this centre: {TOWN.number} {TOWN.name}").click()
    dialog = owen.page.get_by_role("dialog", name=f"Leave {TOWN.number} {TOWN.name}?")
    assert owen.barriers() == []
    dialog.get_by_role("button", name="Leave this centre").click()
    expect(owen.page.get_by_text(f"You have left {TOWN.number} {TOWN.name}.")).to_be_focused()
    expect(owen.page.get_by_role("heading", name=f"{TOWN.number} {TOWN.name}")).to_have_count(0)
    assert owen.violations() == []

    head.page.goto(f"{head.address}/settings/history")
    expect(head.page.get_by_text("O. Reid (supply) left the centre")).to_be_visible()
