"""Checking by another person, printing, downloading, and the slips that tell candidates their marks."""

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import open_print, visit
from tests.e2e.people import Desk
from tests.e2e.town import LONG_NAME, OFFICER, TEACHER
from tests.support.reports import links_of, tags_of, text_of

pytestmark = pytest.mark.e2e

PAPER: Final = 680
"""What is between the margins of a page of A4, in CSS pixels."""


def mark_everyone(desk: Desk, code: str, marks: list[str]) -> None:
    """Paste marks for the candidates of a sheet."""
    desk.open(code)
    desk.boxes.first.focus()
    desk.paste("\n".join(marks))
    expect(desk.bar).to_contain_text("All saved")


def test_a_colleague_checks_a_class_with_the_space_bar(at_desk: SitDown) -> None:
    mark_everyone(at_desk(TEACHER), "T019/01", [*"123456789", "A", "0", "80"])
    officer = at_desk(OFFICER)
    page = visit(officer, "T019/01", "check")
    expect(page.get_by_role("row", name="1001")).to_contain_text("Tess Teacher")
    assert officer.violations() == []
    expect(page.get_by_role("button", name="Tick and go on")).to_be_focused()
    for place in range(12):
        expect(page.locator("[aria-current=true]")).to_contain_text(str(1001 + place))
        page.keyboard.press("Space")
    expect(page.get_by_text("Every mark is checked.")).to_be_visible()
    expect(page.locator(".cm-bar")).to_contain_text("12 of 12 checked")
    expect(officer.bar).to_contain_text("All saved")
    assert officer.violations() == []


def test_typing_a_mark_again_finds_digits_that_were_swapped(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    mark_everyone(teacher, "T020/01", ["54", "45"])
    page = visit(teacher, "T020/01", "check")
    page.get_by_label("Type it again").check()
    page.get_by_label(re.compile("again for 1001")).fill("45")
    page.keyboard.press("Enter")
    page.get_by_label(re.compile("again for 1002")).fill("45")
    page.keyboard.press("Enter")

    expect(page.get_by_text("typed 45, entered 54: are the digits the wrong way round?")).to_be_visible()
    expect(page.locator(".cm-bar")).to_contain_text("1 of 12 checked")
    page.get_by_role("contentinfo").scroll_into_view_if_needed()  # the bar then covers half of no link
    assert teacher.violations() == []


def test_the_printed_page_has_every_candidate_once(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    mark_everyone(teacher, "T021/01", [str(place % 81) for place in range(119)])
    page = visit(teacher, "T021/01", "print")
    expect(page.get_by_role("row")).to_have_count(121)
    assert teacher.violations() == []

    pages = text_of(page.pdf(prefer_css_page_size=True))
    found = re.findall(r"(?<!\d)1[01]\d\d(?!\d)", "\n".join(pages))
    assert sorted(found) == [str(1001 + place) for place in range(120)]
    assert "No mark" in "\n".join(pages)
    assert all("DRAFT" in text for text in pages)
    assert "3 / 3" in pages[-1]


def test_no_name_pushes_the_marks_off_the_paper(at_desk: SitDown) -> None:
    page = visit(at_desk(TEACHER), "T014/01", "print")
    expect(page.get_by_role("row", name=LONG_NAME)).to_be_visible()

    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth") == PAPER


def test_printing_where_marks_are_entered_says_whom_it_leaves_out(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open("T014/01")
    said = "This printout has 50 of 120 candidates. To print every mark, use Print at the top of the page."

    part = " ".join(" ".join(text_of(teacher.page.pdf())).split())
    expect(teacher.page.get_by_text(said)).not_to_be_visible()
    teacher.page.get_by_role("button", name="Show all").click()
    expect(teacher.boxes).to_have_count(120)
    whole = " ".join(" ".join(text_of(teacher.page.pdf())).split())

    assert said in part
    assert "This printout has" not in whole
    assert [place for place in range(120) if f"{1001 + place}" not in whole] == []
    assert [sign for sign in ("://", "/sheets/") if sign in part + whole] == []


def test_the_downloads_have_the_rows_of_the_page(at_desk: SitDown, tmp_path: Path) -> None:
    teacher = at_desk(TEACHER)
    mark_everyone(teacher, "T022/01", ["12", "A", "0"])
    page = visit(teacher, "T022/01", "print")
    files: list[Path] = []
    for name in ("Download CSV", "Download XLSX"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        files.append(tmp_path / download.value.suggested_filename)
        download.value.save_as(files[-1])

    rows = list(csv.reader(io.StringIO(files[0].read_bytes().decode("utf-8-sig"))))
    mark = rows[0].index("Mark")
    assert [row[0] for row in rows[1:]] == [str(1001 + place) for place in range(12)]
    assert [row[mark] for row in rows[1:4]] == ["12", "Absent", "0"]
    sheet = openpyxl.load_workbook(files[1]).active
    assert sheet is not None
    cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert cells == rows


def test_a_class_gets_its_mark_slips_in_one_pdf(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    mark_everyone(teacher, "T024/01", ["12", "A", "0"])
    page = visit(teacher, "T024/01", "print")
    until = date.today() + timedelta(days=10)  # noqa: DTZ011  # the person's own calendar
    page.get_by_label("Last day to request a review").fill(until.isoformat())
    page.get_by_role("button", name="Print mark slips").click()
    expect(page.get_by_role("button", name="Open the mark slips (PDF)")).to_be_visible()
    assert [link for link in links_of(page.pdf()) if "X-Amz" in link] == []
    pdf = open_print(page, "Open the mark slips (PDF)")
    text = " ".join(" ".join(text_of(pdf)).split())

    assert [text.count(number) for number in ("1001", "1002", "1003", "1004")] == [1, 1, 1, 0]
    assert "12 out of 80" in text
    assert f"{until.day} {until:%B %Y}" in text
    assert "/H2" in tags_of(pdf) or "/H1" in tags_of(pdf)
    assert teacher.violations() == []


def test_a_centre_may_ask_for_a_second_checker(at_desk: SitDown) -> None:
    officer, teacher = at_desk(OFFICER), at_desk(TEACHER)
    mark_everyone(teacher, "T004/01", ["12"])
    choice = "A second person must check each mark"
    officer.page.goto(f"{officer.address}/settings")
    officer.page.get_by_label(choice).check()
    officer.page.get_by_role("button", name="Save").click()
    expect(officer.page.get_by_text("Olwen Officer")).to_have_count(2)
    assert officer.violations() == []
    try:
        teacher.open("T004/01")
        expect(teacher.page.locator("#c1001 [data-column=checked]")).to_be_disabled()
        visit(officer, "T004/01", "check")
        officer.page.get_by_role("button", name="Tick and go on").press("Space")
        expect(officer.bar).to_contain_text("All saved")
    finally:
        officer.page.goto(f"{officer.address}/settings")
        officer.page.get_by_label(choice).uncheck()
        officer.page.get_by_role("button", name="Save").click()
        expect(officer.page.get_by_text("The setting is saved.")).to_have_count(1)
        expect(officer.page.get_by_label(choice)).not_to_be_checked()
    officer.page.get_by_role("link", name="Changes at this centre").click()
    latest = officer.page.locator(".cm-history li")
    expect(latest.nth(0)).to_contain_text("Second checker turned off")
    expect(latest.nth(0)).to_contain_text("by Olwen Officer, on this website")
    expect(latest.nth(1)).to_contain_text("Second checker turned on")
    assert officer.violations() == []
