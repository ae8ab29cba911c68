"""What people do on the way to what a test is about."""

from typing import Final

import httpx
from playwright.sync_api import Page, Route, expect

from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.sheet.declaration import DECLARATION
from tests.e2e.people import Desk, opened
from tests.e2e.town import TOWN, sheet_of
from tests.support.waiting import A_BUSY_MACHINE

MARKS: Final = ["54", "A", "0", *(str(20 + place) for place in range(9))]


def visit(desk: Desk, code: str, page: str, centre: Centre = TOWN) -> Page:
    """Go to one of a sheet's pages."""
    desk.page.goto(f"{desk.address}/sheets/{sheet_of(code, centre)}/{page}")
    expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    opened(desk.page)
    return desk.page


def hold(_: Route) -> None:
    """Answer nothing, for as long as the page is open."""


def open_print(page: Page, name: str) -> bytes:
    """Press the button that opens a print in a tab of its own, and read it from there."""
    page.evaluate("window.open = (address) => { document.title = address; }")
    page.get_by_role("button", name=name).click()
    return httpx.get(page.title(), trust_env=False, timeout=A_BUSY_MACHINE).raise_for_status().content


def submit_a_class(desk: Desk, code: str, centre: Centre = TOWN) -> None:
    """Enter, tick and submit marks of twelve candidates, and see the board confirm them."""
    desk.open(code, centre)
    desk.boxes.first.focus()
    desk.paste("\n".join(MARKS))
    ticks = desk.page.locator("[data-column=checked]")
    expect(ticks).to_have_count(len(MARKS))
    for tick in ticks.all():
        tick.check()
    expect(desk.progress).to_contain_text("12 of 12 checked")
    expect(desk.bar).to_contain_text("All saved")
    visit(desk, code, "submit", centre)
    declare_and_submit(desk)


def agree(page: Page) -> None:
    """Tick each statement of the declaration."""
    statements = page.get_by_role("group", name="Declaration").get_by_role("checkbox")
    expect(statements).to_have_count(len(DECLARATION.statements))
    for statement in statements.all():
        statement.check()


def declare_and_submit(desk: Desk) -> None:
    """Agree to everything on the review, submit, and see the board confirm it."""
    page = desk.page
    agree(page)
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("status").first).to_contain_text("The board has received these marks.")
