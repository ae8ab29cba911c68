"""Files of marks: sent, read line by line, mended, sent again, put on the sheet and submitted."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from centremark.adapters.files.formats import FileFormats
from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.files.marks_file import SheetLine, Written
from centremark.domain.shared.identifiers import AssessmentCode
from infra.local.demo import SERIES
from tests.e2e.conftest import SitDown
from tests.e2e.people import Desk
from tests.e2e.town import OFFICER, TEACHER, TOWN, sheet_of, town

pytestmark = pytest.mark.e2e

FIXED_WIDTH = "M64999OC (1).X01"


def candidates_of(code: str) -> tuple[Candidate, ...]:
    """Who is on one of the town's sheets."""
    return next(sheet.candidates for sheet in town().sheets if str(sheet.id) == sheet_of(code))


def a_csv(code: str, marks: dict[str, str]) -> FilePayload:
    """A file with the headings people really have."""
    rows = "".join(f"{code},{candidate},{mark}\r\n" for candidate, mark in marks.items())
    content = f"Component code,Cand no,Coursework mark\r\n{rows}".encode()
    return {"name": "marks.csv", "mimeType": "text/csv", "buffer": content}


def a_fixed_width(code: str, marks: list[str], *, sequence: int = 1) -> FilePayload:
    """A file as an MIS exports it, under the name a browser gives the second download."""
    lines = [
        SheetLine(TOWN.number, SERIES, AssessmentCode(code), c.number, c.name, c.uci, Written(mark))
        for c, mark in zip(candidates_of(code), marks, strict=True)
    ]
    content = FileFormats().write(lines, "centremark-1", sequence)
    return {"name": FIXED_WIDTH, "mimeType": "application/octet-stream", "buffer": content}


def upload(desk: Desk, *files: FilePayload) -> Page:
    """Choose files and send them."""
    desk.page.goto(f"{desk.address}/upload")
    desk.page.get_by_label("Files", exact=True).set_input_files([*files])
    expect(desk.page.get_by_role("list", name="Chosen files").get_by_role("listitem")).to_have_count(len(files))
    desk.page.get_by_role("button", name="Upload", exact=True).click()
    return desk.page


def heading(page: Page, words: str) -> None:
    """Wait for a page's heading."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_a_file_with_errors_is_mended_sent_again_and_submitted(at_desk: SitDown) -> None:
    officer = at_desk(OFFICER)
    marks = {str(1001 + place): str(20 + place) for place in range(12)}
    page = upload(officer, a_csv("T040/01", {**marks, "1002": "99", "1003": "4x", "9999": "10"}))
    heading(page, "What marks.csv would change")
    expect(page.get_by_text("10 lines passed. 3 lines cannot be used.")).to_be_visible()
    faults = page.get_by_role("table", name="Lines that cannot be used").get_by_role("row")
    expect(faults).to_have_count(4)
    expect(faults.nth(1)).to_contain_text("1002")
    expect(faults.nth(2)).to_contain_text("'4x' is not a mark.")
    expect(faults.nth(3)).to_contain_text("9999")
    expect(page.get_by_role("button", name="Apply the 10 good lines")).to_be_visible()
    assert officer.violations() == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download errors as CSV").click()
    errors = list(csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert [row[2] for row in errors[1:]] == ["1002", "1003", "9999"]
    page.get_by_role("button", name="Cancel this file").click()
    page.get_by_role("button", name="Discard").click()
    heading(page, "marks.csv was cancelled")
    assert officer.violations() == []

    page = upload(officer, a_fixed_width("T040/01", [*marks.values()]))
    heading(page, f"What {FIXED_WIDTH} would change")
    expect(page.get_by_text("All 12 lines passed.")).to_be_visible()
    assert officer.violations() == []
    page.get_by_label("Submit them now").check()
    button = page.get_by_role("button", name="Apply these marks and submit them")
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("Confirm that you have checked every mark")
    expect(page.get_by_role("alert")).to_be_focused()
    assert officer.violations() == []
    for box in page.get_by_role("checkbox").all():
        box.check()
    button.click()
    heading(page, f"{FIXED_WIDTH} has been applied")
    expect(page.get_by_text("The marks are submitted to the board.")).to_be_visible()
    assert officer.violations() == []
    with page.expect_download() as original:
        page.get_by_role("button", name="Download the original file").click()
    assert original.value.suggested_filename == FIXED_WIDTH
    assert Path(original.value.path()).read_bytes() == a_fixed_width("T040/01", [*marks.values()])["buffer"]
    page.get_by_role("link", name="T040/01: see the submission").click()
    expect(page.get_by_text("12 of 12 candidates, 0 absent")).to_be_visible()


def test_a_template_is_filled_in_sent_and_reviewed(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    teacher.open("T041/01")
    page = teacher.page
    teacher.turn_to("Upload")
    heading(page, "Upload marks")
    expect(page.get_by_label("Assessment", exact=True)).to_have_value(sheet_of("T041/01"))
    assert teacher.violations() == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Download file").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert [row["Candidate number"] for row in rows] == [str(1001 + place) for place in range(12)]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows({**row, "Mark or grade": "A" if place == 3 else place} for place, row in enumerate(rows))

    upload(teacher, {"name": "template.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()})
    heading(page, "What template.csv would change")
    expect(page.get_by_label("Submit them now")).to_have_count(0)
    page.get_by_role("button", name="Apply these marks").click()
    heading(page, "template.csv has been applied")
    expect(page.get_by_text("12 candidates' marks or ticks were changed.")).to_be_visible()
    page.get_by_role("link", name="T041/01: review and submit").click()
    heading(page, "Review and submit")
    expect(page.get_by_text("12 candidates are incomplete")).to_be_visible()
    page.goto(f"{teacher.address}/upload")
    row = page.get_by_role("row", name=re.compile("template.csv"))
    expect(row).to_contain_text("Applied")
    expect(row).to_contain_text("by Tess Teacher")
    assert teacher.violations() == []


def test_what_changed_meanwhile_is_looked_at_again_and_a_repeated_file_asked_about(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    file = a_csv("T042/01", dict.fromkeys(map(str, range(1001, 1013)), "40"))
    page = upload(teacher, file)
    heading(page, "What marks.csv would change")
    colleague = at_desk(OFFICER)
    colleague.open("T042/01")
    colleague.box(1001).fill("41")
    colleague.box(1001).press("Enter")
    expect(colleague.bar).to_contain_text("All saved")

    page.get_by_role("button", name="Apply these marks").click()
    expect(page.get_by_role("alert")).to_contain_text("Marks have changed since this preview was made (line 2)")
    changed = page.get_by_role("table", name="1 mark would change").get_by_role("row")
    expect(changed.nth(1)).to_contain_text(re.compile("1001.*41.*40"))
    teacher.expected("409")
    assert teacher.violations() == []
    page.get_by_role("button", name="Apply these marks").click()
    heading(page, "marks.csv has been applied")

    page = upload(teacher, file)
    heading(page, "What marks.csv would change")
    asked = page.get_by_role("group", name="This file has already been applied.")
    expect(asked).to_be_visible()
    page.get_by_role("button", name="Apply these marks").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose whether to use this file")
    assert teacher.violations() == []
    asked.get_by_label("Use this file anyway").check()
    page.get_by_role("button", name="Apply these marks").click()
    heading(page, "marks.csv has been applied")
    expect(page.get_by_text("Everything in the file was already on the mark sheets.")).to_be_visible()


def test_an_older_file_is_asked_about_and_one_in_the_schools_own_words_is_explained_once(at_desk: SitDown) -> None:
    teacher, colleague = at_desk(TEACHER), at_desk(OFFICER)
    page = teacher.page
    teacher.open("T043/01")
    teacher.box(1001).fill("44")
    teacher.box(1001).press("Enter")
    expect(teacher.bar).to_contain_text("All saved")
    page.goto(f"{teacher.address}/upload?sheet={sheet_of('T043/01')}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download file").click()
    older = Path(download.value.path()).read_bytes()
    colleague.open("T043/01")
    colleague.box(1001).fill("46")
    colleague.box(1001).press("Enter")
    expect(colleague.bar).to_contain_text("All saved")

    upload(teacher, {"name": "older.csv", "mimeType": "text/csv", "buffer": older})
    heading(page, "What older.csv would change")
    newer = page.get_by_role("table", name="1 mark is newer than this file").get_by_role("row")
    expect(newer.nth(1)).to_contain_text(re.compile("1001.*46.*Changed by Olwen Officer on .*44"))
    assert teacher.violations() == []
    asked = page.get_by_role("group", name="Marks were changed after this file was made.")
    asked.get_by_label("Do not use this file").check()
    page.get_by_role("button", name="Cancel this file").click()
    heading(page, "older.csv was cancelled")

    own: FilePayload = {
        "name": "own.csv",
        "mimeType": "text/csv",
        "buffer": b"Cand no,Pkt,Bem\r\n1001,45,ok\r\n1002,9,\r\n",
    }
    upload(teacher, own)
    heading(page, "Tell us more about own.csv")
    expect(page.get_by_label(re.compile("What is in .Cand no"))).to_have_value("candidate")
    assert teacher.violations() == []
    page.get_by_label(re.compile("What is in .Pkt")).select_option("Mark or grade")
    page.get_by_role("button", name="Check the file again").click()
    page.get_by_label("These marks are for").select_option("T043/01")
    assert teacher.violations() == []
    page.get_by_role("button", name="Check the file again").click()
    heading(page, "What own.csv would change")
    expect(page.get_by_role("row", name=re.compile("Pkt"))).to_contain_text("Mark or grade")
    expect(page.get_by_role("table", name="1 mark would change")).to_contain_text(re.compile("1001.*46.*45"))
    assert teacher.violations() == []
    page.get_by_role("button", name="Apply these marks").click()
    heading(page, "own.csv has been applied")

    upload(colleague, {**own, "name": "next.csv"})
    heading(colleague.page, "Tell us more about next.csv")
    expect(colleague.page.get_by_label("These marks are for")).to_be_visible()
    expect(colleague.page.get_by_text("Columns read as chosen by Tess Teacher")).to_be_visible()


def test_a_file_that_is_no_marks_and_one_of_another_centre_are_refused_in_words(at_desk: SitDown) -> None:
    teacher = at_desk(TEACHER)
    other = a_fixed_width("T042/01", ["40"] * 12)
    other["buffer"] = other["buffer"].replace(b"64999", b"64235")
    page = upload(teacher, {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}, other)
    sent = page.locator(".cm-parcels").last.get_by_role("listitem")
    expect(sent).to_have_count(2)
    for line in sent.all():
        expect(line).to_contain_text("Refused")
    assert teacher.violations() == []
    sent.nth(1).get_by_role("link").click()
    heading(page, f"{FIXED_WIDTH} cannot be used")
    expect(page.get_by_text("The file is for centre 64235, but you uploaded it for centre 64999.")).to_be_visible()
    assert teacher.violations() == []
