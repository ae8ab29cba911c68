"""Steps 1 to 8 of "Submitting marks", by two people in a browser, over real HTTP with real tokens."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import agree, open_print
from tests.e2e.people import Desk
from tests.support.reports import links_of, tags_of, text_of

TEACHER = "asha@harbourview.example"
OFFICER = "owen@harbourview.example"
CODE = "H446/03"
REFERENCE = "64235-H446-03-2027-06-1"
CANDIDATES = 48
ABSENT, ZERO = 7, 12
"""Places in the list of the candidate who sent no work, and of the one whose work earned nothing."""


def search(desk: Desk, menu: str, code: str) -> None:
    """Choose the menu, type the assessment code, Search."""
    page = desk.page
    desk.choose(menu)
    page.get_by_label("Assessment code").fill(code)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".cm-list tbody tr")).to_have_count(1)


def enter_everyone(page: Page) -> None:
    """Type each mark and press Enter, as from a paper list; then save."""
    boxes = page.locator("[data-column=mark]")
    expect(boxes).to_have_count(CANDIDATES)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    boxes.first.focus()
    for place in range(CANDIDATES):
        page.keyboard.type("A" if place == ABSENT else "0" if place == ZERO else str(20 + place))
        page.keyboard.press("Enter")
    page.keyboard.press("Control+s")
    expect(page.locator(".cm-bar").get_by_role("status")).to_contain_text("All saved")
    expect(page.get_by_text(f"{CANDIDATES} of {CANDIDATES} entered")).to_be_visible()


def tick_everyone(page: Page) -> None:
    """Tick Checked for each candidate, the absent one too."""
    ticks = page.locator("[data-column=checked]")
    expect(ticks).to_have_count(CANDIDATES)
    for place in range(CANDIDATES):
        ticks.nth(place).check()
    page.keyboard.press("Control+s")
    expect(page.get_by_text(f"{CANDIDATES} of {CANDIDATES} checked")).to_be_visible()
    expect(page.locator(".cm-bar").get_by_role("status")).to_contain_text("All saved")


def check_the_print(pdf: bytes) -> None:
    """The report says who, what and how many, once each, and a screen reader finds its table."""
    text = " ".join(" ".join(text_of(pdf)).split())
    for expected in ("Harbour View Academy", "June 2027", CODE, REFERENCE, "Status Confirmed", "Page 1 of 2"):
        assert expected in text
    assert "DRAFT" not in text
    assert [number for place in range(CANDIDATES) if (number := f"{1001 + place}") not in text] == []
    assert {"Document", "H1", "Table", "THead", "TH", "TR", "TD"} <= {tag.removeprefix("/") for tag in tags_of(pdf)}


def check_the_receipt(page: Page) -> None:
    """Printed, it has its reference and no address: whoever has that of the report can open it."""
    pdf = page.pdf()
    printed = "".join(text_of(pdf))
    assert REFERENCE in printed
    assert [link for link in links_of(pdf) if "X-Amz" in link] == []
    assert [sign for sign in ("http", "://", "X-Amz", "/sheets/", "Sign out") if sign in printed] == []


def test_a_class_is_entered_checked_submitted_confirmed_and_printed(at_desk: SitDown) -> None:
    teacher = at_desk(None)
    teacher.sign_in(TEACHER)
    page = teacher.page
    assert teacher.violations() == []
    search(teacher, "Enter coursework marks/grades", CODE)
    page.get_by_role("link", name=f"Enter marks for {CODE}").click()
    enter_everyone(page)
    assert teacher.violations() == []
    expect(page.locator(".cm-bar").get_by_role("link", name="Check these")).to_be_visible()
    teacher.turn_to("Review and submit")
    expect(page.get_by_text("Your role is to enter marks")).to_be_visible()
    expect(page.get_by_role("button", name="Submit")).to_have_count(0)

    officer = at_desk(None)
    officer.sign_in(OFFICER)
    page = officer.page
    search(officer, "Enter and submit coursework marks/grades", CODE)
    page.locator("summary", has_text="More").click()
    page.get_by_role("link", name="Review incomplete").click()
    expect(page.get_by_text(f"{CANDIDATES} candidates are incomplete.")).to_be_visible()
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("alert")).to_contain_text("These marks are not submitted")
    assert officer.violations() == []
    page.get_by_role("link", name="1001 ").click()
    tick_everyone(page)
    page.locator(".cm-bar").get_by_role("link", name="Review and submit").click()
    agree(page)
    assert officer.violations() == []
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Submission")
    expect(page.get_by_role("status")).to_contain_text("The board has received these marks.")
    expect(page.get_by_text(REFERENCE)).to_be_visible()
    assert officer.violations() == []

    expect(page.get_by_role("button", name="Open the report (PDF)")).to_be_visible()
    check_the_receipt(page)
    check_the_print(open_print(page, "Open the report (PDF)"))
    officer.choose("View submitted coursework marks/grades")
    expect(page.get_by_role("row", name=CODE)).to_contain_text("Confirmed")

    page = teacher.page
    teacher.turn_to("Enter marks")
    expect(page.get_by_text("These marks were submitted.")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
