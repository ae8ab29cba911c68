"""What docs/keystrokes.md says of an officer's morning with 64 assessments is counted in the browser."""

import re
from typing import Final

from playwright.sync_api import Locator, Page, expect

from tests.e2e.city import ASKED, ASSESSMENTS, DECIDED, OFFICER, OVERDUE, READY, SAMPLED, code_of
from tests.e2e.conftest import SitDown
from tests.e2e.counting import count, promised
from tests.e2e.doing import agree
from tests.support.reports import text_of

LATE: Final = "Find what is late"
REMIND: Final = "Remind three teachers"
SUBMIT: Final = "Submit the five that are ready"


def rows(page: Page) -> Locator:
    return page.locator(".cm-assessments tbody tr")


def test_an_officers_morning_costs_what_the_document_says(at_desk: SitDown, the_city: None) -> None:
    desk = at_desk(OFFICER)
    page = desk.page
    expect(rows(page)).to_have_count(ASSESSMENTS)
    assert desk.violations() == []

    count(page)
    page.get_by_role("link", name=f"{len(OVERDUE)} past their deadlines").click()
    expect(rows(page)).to_have_count(len(OVERDUE))
    expect(rows(page).first).to_contain_text("Overdue: still accepted")
    assert page.evaluate("window.counted") == promised(LATE)
    page.reload()
    expect(rows(page)).to_have_count(len(OVERDUE))
    page.get_by_role("link", name=f"Remind {len(ASKED)} colleagues").click()
    expect(page.get_by_role("link", name=f"Ask a colleague for {code_of(OVERDUE[-1])}")).to_be_visible()
    assert desk.violations() == []
    page.go_back()
    expect(rows(page)).to_have_count(len(OVERDUE))
    count(page)
    page.get_by_role("link", name=f"Remind {len(ASKED)} colleagues").click()
    page.get_by_role("button", name=f"Remind {len(ASKED)} colleagues").click()
    expect(page.get_by_text("We reminded Tara Teller, Tom Tanner and Tina Tully.")).to_be_visible()
    assert page.evaluate("window.counted") == promised(REMIND)
    expect(page.get_by_text("Reminded today by Odile Officer")).to_have_count(5)
    expect(page.get_by_role("button", name="Remind")).to_have_count(0)
    assert desk.violations() == []
    page.get_by_role("link", name="Back to your assessments").click()
    expect(rows(page)).to_have_count(len(OVERDUE))
    page.goto(desk.address)
    expect(rows(page)).to_have_count(ASSESSMENTS)

    page.goto(f"{desk.address}/submit-ready")
    expect(page.get_by_role("heading", name=f"{len(READY)} mark sheets to submit")).to_be_visible()
    assert desk.violations() == []
    page.goto(desk.address)
    expect(rows(page)).to_have_count(ASSESSMENTS)
    count(page)
    page.get_by_role("link", name=f"Submit the {len(READY)} that are ready").click()
    expect(page.get_by_role("heading", name=f"{len(READY)} mark sheets to submit")).to_be_visible()
    agree(page)
    page.get_by_role("button", name=f"Submit {len(READY)} mark sheets").click()
    expect(page.get_by_role("heading", name=f"{len(READY)} of {len(READY)} submitted")).to_be_focused()
    assert page.evaluate("window.counted") == promised(SUBMIT)
    assert desk.violations() == []
    page.get_by_role("link", name=f"See the receipt for {code_of(READY[0])}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Submission")


def test_what_is_due_comes_first_in_order_of_date(at_desk: SitDown, the_city: None) -> None:
    desk = at_desk(OFFICER)
    due = desk.page.locator(".cm-due li")
    expect(due).to_have_count(7)
    expect(due.first).to_contain_text("deadline passed")
    expect(due.first.get_by_role("link")).to_contain_text(code_of(OVERDUE[0]))
    desk.page.get_by_role("button", name="Show all").click()
    expect(due.filter(has_text="Send the work of 4 candidates")).to_have_count(len(SAMPLED))
    expect(due.filter(has_text="Read the outcome of moderation")).to_have_count(len(DECIDED))
    assert desk.violations() == []


def test_sixty_four_assessments_are_listed_in_two_lines_each_found_printed_and_reported(
    at_desk: SitDown,
    the_city: None,
) -> None:
    desk = at_desk(OFFICER)
    page = desk.page
    expect(rows(page)).to_have_count(ASSESSMENTS)
    heights = rows(page).evaluate_all("rows => rows.map((row) => row.offsetHeight)")
    assert max(heights) < 70, heights
    assert page.locator(".cm-assessments th").first.evaluate("cell => getComputedStyle(cell).position") == "sticky"

    page.get_by_label("Assessment code or title").fill("c00301")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(code_of(2))
    page.get_by_role("link", name="Progress report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Progress report")
    assert desk.violations() == []
    page.go_back()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("link", name="Print 1 mark sheet or its slips").click()
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print 1 mark sheet").click()
    expect(page.get_by_role("article")).to_have_count(1)
    page.wait_for_function("window.printed")
    assert desk.violations() == []
    expect(page).to_have_url(re.compile("code=c00301"))


def test_the_administrator_groups_qualifications_and_the_list_is_narrowed_to_a_department(
    at_desk: SitDown,
    the_city: None,
) -> None:
    desk = at_desk(OFFICER)
    page = desk.page
    page.goto(f"{desk.address}/settings/departments")
    page.get_by_role("button", name="Add a department").click()
    page.get_by_label("Name of department 1").fill("Performing arts")
    for qualification in ("C03 A Level Dance", "C04 A Level Drama"):
        page.get_by_label(qualification).select_option("Performing arts")
    assert desk.violations() == []
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The departments are saved.")).to_be_visible()

    page.goto(f"{desk.address}/?department=Performing+arts")
    expect(page.get_by_role("heading", name=f"11 of {ASSESSMENTS} assessments")).to_be_visible()
    expect(page.get_by_label("Department")).to_have_value("Performing arts")
    page.goto(f"{desk.address}/progress")
    expect(page.get_by_role("row", name="Performing arts")).to_contain_text("of 11 submitted")
    printed = text_of(page.pdf(prefer_css_page_size=True))
    assert "Performing arts" in printed[0]
    assert "Print this page" not in "".join(printed)
    assert desk.violations() == []
