"""CSV files and workbooks as people really make them: read as they show, or refused with a line and a cure."""

import codecs
import time
from datetime import date
from typing import Any

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.adapters.files.vocabulary import WORDS, normal
from centremark.domain.files.faults import FaultCode, Unreadable
from centremark.domain.files.marks_file import MarksFile, Written
from centremark.domain.shared.outcomes import GradeScale, MarkScale
from tests.support.workbooks import HEADINGS, a_package, a_workbook, bomb

FORMATS = FileFormats()


def read(content: bytes | str) -> MarksFile:
    return FORMATS.read(content.encode() if isinstance(content, str) else content)


def values(file: MarksFile) -> dict[str | None, tuple[str, bool]]:
    return {line.candidate: (line.written.value, line.written.absent) for line in file.lines}


def faults(file: MarksFile) -> list[tuple[int, str]]:
    return [(fault.line, fault.code.value) for fault in file.faults]


PLAIN = "Candidate number,Name,Mark,Absent\r\n1001,JONES Amelia,45,\r\n1002,NOWAK Łukasz,,A\r\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        PLAIN.replace("Ł", "É").encode("cp1252"),
        PLAIN.replace("\r\n", "\n").encode(),
        PLAIN.replace("\r\n", "\r").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        f"sep=;\r\n{PLAIN.replace(',', ';')}".encode(),
        f"{PLAIN}\r\n\r\n\x1a".encode(),
        PLAIN.replace(",", "  ,  ").encode(),
        f"Year 13 coursework,,,\r\nTeacher: A Patel,,,\r\n,,,\r\n{PLAIN}".encode(),
    ],
)
def test_a_csv_file_is_read_whatever_its_encoding_ends_and_separator(content: bytes) -> None:
    file = read(content)

    assert file.faults == ()
    assert values(file) == {"1001": ("45", False), "1002": ("", True)}


@pytest.mark.parametrize(
    "headings",
    [
        "Candidate No,Mark",
        "CANDIDATE NUMBER,MARK/GRADE",
        "Cand. No.,Total mark",
        "Exam number,Score",
        "mark,candidate_number",
        "Candidate  No.,Marks ",
    ],
)
def test_the_headings_people_really_write_are_known(headings: str) -> None:
    row = "45,1001" if headings.startswith("mark") else "1001,45"

    assert values(read(f"{headings}\n{row}\n")) == {"1001": ("45", False)}


def test_a_heading_means_one_thing() -> None:
    words = [normal(word) for words in WORDS.values() for word in words]

    assert sorted(words) == sorted(set(words))
    assert all(words)


@pytest.mark.parametrize("headings", ["Rhif ymgeisydd,Marc", "CANDIDATE NO.,Mark awarded", "Exam No,Component mark"])
def test_a_heading_is_known_in_welsh_and_as_a_mark_book_has_it(headings: str) -> None:
    assert values(read(f"{headings}\n1001,45\n")) == {"1001": ("45", False)}


def test_a_file_of_a_whole_centre_says_which_assessment_each_line_is_for() -> None:
    file = read(
        "Centre,Series,Component code,Candidate,Mark\n"
        "64235,2027-06,H446/03,1001,45\n64235,2027-06,h472-03,1001,12\n64235,2027-06,,1001,9\n64235,2027-06,x,1001,9\n"
    )

    assert [line.assessment for line in file.lines] == ["H446/03", "H472/03", None]
    assert (file.head.centre, file.head.series) == ("64235", "2027-06")
    assert faults(file) == [(5, "assessment-malformed")]


def test_a_leading_zero_that_a_spreadsheet_dropped_is_put_back() -> None:
    assert values(read("Candidate number,Mark\n7,45\n")) == {"0007": ("45", False)}


def test_columns_that_are_not_read_are_named() -> None:
    assert read("Candidate number,House,Mark\n1001,Brunel,45\n").head.ignored == ("House",)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", (1, "file-empty")),
        ("\n \n", (1, "file-empty")),
        ("hello\nworld\n", (1, "headings-missing")),
        ("Candidate number,Mark,Total\n1001,4,5\n", (1, "headings-unclear")),
        ('Candidate number,Mark\n1001,"45\n1002,46\n', (2, "file-damaged")),
        ("Candidate number,Mark\n,45\n", (2, "candidate-missing")),
        ("Candidate number,Mark\nx,45\n", (2, "candidate-malformed")),
        ("Candidate number,Mark\n10001,45\n", (2, "candidate-malformed")),
        ("Candidate number,Mark\n\uff11\uff10\uff10\uff11,45\n", (2, "candidate-malformed")),
        ("Candidate number,Mark,Absent\n1001,,perhaps\n", (2, "absent-unclear")),
        ("Centre,Candidate,Mark\n64235,1001,4\n64236,1002,5\n", (3, "other-centre")),
        ("Series,Candidate,Mark\n2027-06,1001,4\n2027-01,1002,5\n", (3, "other-series")),
        ("Centre,Candidate,Mark\nours,1001,4\n", (2, "file-damaged")),
        ("Sequence,Candidate,Mark\n-3,1001,4\n", (2, "file-damaged")),
        (f"Candidate number,Mark\n1001,{'4' * 40_000}\n", (2, "file-damaged")),
        ("<html><table><tr><td>Candidate</td></tr></table>", (1, "format-unknown")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (1, "format-unknown")),
        (b"%PDF-1.7", (1, "format-unknown")),
        (b"Candidate number,Mark\n1001,4\x00\x0a5\n", (2, "encoding-unknown")),
        (b"Candidate number,Mark\n1001,\x81\n", (2, "encoding-unknown")),
        (codecs.BOM_UTF8 + b"Candidate number,Mark\n1001,\xff\n", (2, "encoding-unknown")),
        (b"PK\x03\x04 and no more", (1, "file-damaged")),
        (b"x" * (5 * 1024 * 1024 + 1), (1, "file-too-large")),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_its_line(content: bytes | str, fault: tuple[int, str]) -> None:
    file = read(content)

    assert faults(file) == [fault]
    assert all(fault.problem.endswith(".") and fault.cure for fault in file.faults)


def test_one_bad_line_does_not_cost_the_others() -> None:
    file = read("Candidate number,Mark\n1001,45\n1O02,45\n1003,46\n")

    assert list(values(file)) == ["1001", "1003"]
    assert faults(file) == [(3, "candidate-malformed")]


def test_a_line_break_within_a_cell_does_not_move_the_line_numbers() -> None:
    file = read('Candidate number,Name,Mark\n1001,"JONES\nAmelia",45\nx,,4\n')

    assert [line.number for line in file.lines] == [2]
    assert faults(file) == [(4, "candidate-malformed")]


@pytest.mark.slow
def test_more_lines_than_any_centre_has_are_refused() -> None:
    file = read("Candidate number,Mark\n" + "1001,4\n" * 20_001)

    assert faults(file) == [(20_002, "file-too-large")]


@pytest.mark.slow
def test_more_blank_lines_than_any_spreadsheet_leaves_are_refused_and_not_read_to_the_end() -> None:
    file = read("Candidate number,Mark\n1001,4\n" + "\r\n" * 2_500_000)

    assert faults(file) == [(100_001, "file-too-large")]


ROWS = (("1001", "JONES Amelia", 45, None), (1002, "NOWAK Łukasz", None, "A"), (7, "SINGH Harpreet", "46", None))


def test_a_workbook_is_read_with_numbers_as_text_or_as_numbers() -> None:
    file = read(a_workbook(*ROWS))

    assert file.faults == ()
    assert values(file) == {"1001": ("45", False), "1002": ("", True), "0007": ("46", False)}
    assert [line.number for line in file.lines] == [2, 3, 4]


def test_a_workbooks_other_sheets_are_left_alone_unless_they_have_marks_too() -> None:
    def notes(book: Any, _: Any) -> None:
        book.create_sheet("Notes").append(["How to fill this in"])

    def hidden(book: Any, _: Any) -> None:
        other = book.create_sheet("Last year")
        other.append(HEADINGS)
        other.sheet_state = "hidden"

    def twice(book: Any, _: Any) -> None:
        book.create_sheet("13B").append(HEADINGS)

    assert len(read(a_workbook(*ROWS, touch=notes)).lines) == 3
    assert len(read(a_workbook(*ROWS, touch=hidden)).lines) == 3
    assert faults(read(a_workbook(*ROWS, touch=twice))) == [(1, "sheets-unclear")]


def test_a_hidden_row_is_refused_and_named() -> None:
    def hide(_: Any, sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    file = read(a_workbook(*ROWS, touch=hide))

    assert faults(file) == [(3, "row-hidden")]
    assert list(values(file)) == ["1001", "0007"]


@pytest.mark.parametrize(("column", "refused"), [("A", True), ("C", True), ("D", True), ("B", False), ("E", False)])
def test_a_hidden_column_that_would_be_read_refuses_the_file(column: str, *, refused: bool) -> None:
    def hide(_: Any, sheet: Any) -> None:
        sheet.column_dimensions[column].hidden = True

    assert (faults(read(a_workbook(*ROWS, touch=hide))) == [(1, "column-hidden")]) is refused


@pytest.mark.parametrize(("merged", "lines"), [("C2:C3", [2, 3]), ("C4:D4", [4]), ("E1:E4", []), ("A1:B1", [])])
def test_rows_with_merged_cells_are_refused(merged: str, lines: list[int]) -> None:
    def merge(_: Any, sheet: Any) -> None:
        sheet.merge_cells(merged)

    assert faults(read(a_workbook(*ROWS, touch=merge))) == [(line, "cells-merged") for line in lines]


def test_a_formula_is_read_by_its_saved_result_and_refused_without_one() -> None:
    without = read(a_workbook((1001, "", "=20+25", None)))
    saved_result = read(
        a_package(
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Candidate number</t></is></c>'
            '<c r="B1" t="inlineStr"><is><t>Mark</t></is></c></row>'
            '<row r="2"><c r="A2"><v>1001</v></c><c r="B2"><f>20+25</f><v>44.999999999999996</v></c></row>'
            '<row r="3"><c r="A3"><v>1002</v></c><c r="B3" t="str"><f>IF(1,"A","")</f><v>A</v></c></row></sheetData>'
        )
    )

    assert faults(without) == [(2, "formula-without-value")]
    assert values(saved_result) == {"1001": ("45", False), "1002": ("A", False)}


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (date(2027, 5, 4), "dd/mm/yyyy"),
        (0.45, "0%"),
        (1, "0%"),
        (45, "d mmm"),
        (45000, "0,"),
        (4.5, "# ?/?"),
        (45, '"A"'),
        (45, "0.00E+00"),
    ],
)
def test_a_cell_that_shows_something_other_than_its_number_is_refused(value: object, number_format: str) -> None:
    def style(_: Any, sheet: Any) -> None:
        sheet["C2"].number_format = number_format

    assert faults(read(a_workbook((1001, "", value, None), touch=style))) == [(2, "cell-unreadable")]


@pytest.mark.parametrize("number_format", ["General", "0", "0.0", "0000", "#,##0", "@", "0_ ", "#,##0;[Red]-#,##0"])
def test_a_number_shown_as_it_is_is_read(number_format: str) -> None:
    def style(_: Any, sheet: Any) -> None:
        sheet["C2"].number_format = number_format

    assert values(read(a_workbook((1001, "", 45, None), touch=style))) == {"1001": ("45", False)}


def test_an_error_in_a_cell_is_refused() -> None:
    file = read(a_workbook((1001, "", "#N/A", None)))

    assert [fault.code for fault in file.faults] == [FaultCode.CELL_UNREADABLE]


def one_cell(last: str, more: str = "") -> bytes:
    row = "".join(c for c in last if c.isdigit())
    return a_package(f'<sheetData><row r="{row}"><c r="{last}"><v>1</v></c></row></sheetData>{more}')


HOSTILE = {
    "a zip bomb": (lambda: bomb(honest=True), FaultCode.FILE_TOO_LARGE),
    "a zip bomb that lies": (lambda: bomb(honest=False), FaultCode.FILE_DAMAGED),
    "the last cell there is": (lambda: one_cell("XFD1048576"), FaultCode.HEADINGS_MISSING),
    "everything merged": (
        lambda: one_cell("A1", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        FaultCode.HEADINGS_MISSING,
    ),
    "entities within entities": (
        lambda: a_package("", {"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>'}),
        FaultCode.FILE_DAMAGED,
    ),
    "macros": (lambda: a_package("", {"xl/vbaProject.bin": "x"}), FaultCode.FORMAT_UNKNOWN),
    "another office file": (
        lambda: a_package("<sheetData/>").replace(b"xl/workbook.xml", b"xl/WORKBOOK.xml"),
        FaultCode.FORMAT_UNKNOWN,
    ),
    "rows out of order": (
        lambda: a_package('<sheetData><row r="2"/><row r="1"/></sheetData>'),
        FaultCode.FILE_DAMAGED,
    ),
    "half a workbook": (lambda: a_workbook(*ROWS)[:2000], FaultCode.FILE_DAMAGED),
    "a cell with no place": (
        lambda: a_package('<sheetData><row r="1"><c r="??"><v>1</v></c></row></sheetData>'),
        FaultCode.FILE_DAMAGED,
    ),
    "a text that is not there": (
        lambda: a_package('<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>'),
        FaultCode.FILE_DAMAGED,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_workbook_is_refused_at_once(case: Any) -> None:
    make, code = case
    content = make()
    began = time.process_time()

    file = read(content)

    assert [fault.code for fault in file.faults] == [code]
    assert file.faults[0].line >= 1
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("written", "expected"),
    [("45", "45"), ("045", "45"), ("45,0", "45"), ("45.00", "45"), ("0", "0"), ("A", "A"), ("absent", "A"), ("", None)],
)
def test_a_written_mark_means_what_it_shows(written: str, expected: str | None) -> None:
    outcome = Written(written).on(MarkScale(70))

    assert (outcome and outcome.code) == expected


GRADES = GradeScale({"D": "Distinction", "P": "Pass", "N": "Not classified"})
WITH_AN_A = GradeScale({"A": "Ace", "B": "Basic"})


@pytest.mark.parametrize(
    ("written", "expected"), [("D", "=D"), ("distinction", "=D"), ("Not Classified", "=N"), ("A", "A"), ("", None)]
)
def test_a_written_grade_may_be_its_code_or_its_title(written: str, expected: str | None) -> None:
    outcome = Written(written).on(GRADES)

    assert (outcome and outcome.code) == expected


@pytest.mark.parametrize(
    ("written", "absent", "scale", "code"),
    [
        ("45,5", False, MarkScale(70), FaultCode.MARK_FRACTION),
        ("45.5", False, MarkScale(70), FaultCode.MARK_FRACTION),
        ("1,000", False, MarkScale(70), FaultCode.MARK_FRACTION),
        ("-1", False, MarkScale(70), FaultCode.MARK_UNREADABLE),
        ("45%", False, MarkScale(70), FaultCode.MARK_UNREADABLE),
        ("4O", False, MarkScale(70), FaultCode.MARK_UNREADABLE),
        ("٤٥", False, MarkScale(70), FaultCode.MARK_UNREADABLE),
        ("45", True, MarkScale(70), FaultCode.MARK_AND_ABSENT),
        ("X", False, GRADES, FaultCode.MARK_UNREADABLE),
    ],
)
def test_a_value_that_could_mean_something_else_is_never_guessed(
    written: str,
    absent: bool,
    scale: MarkScale | GradeScale,
    code: FaultCode,
) -> None:
    with pytest.raises(Unreadable) as refusal:
        Written(written, absent).on(scale)

    assert refusal.value.code is code


def test_a_scale_with_a_grade_a_is_still_told_of_absence_in_words() -> None:
    assert Written("Absent").on(WITH_AN_A) == Written("", absent=True).on(WITH_AN_A)
    assert Written("ace").on(WITH_AN_A) != Written("Absent").on(WITH_AN_A)


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        b"Candidate number,Mark" + b"," * 30_000 + b"\n" + (b"," * 40 + b"\n") * 60_000,
        b"Candidate number,Mark\n1001,45" + b"," * 30_000 + b"x\n",
    ],
)
def test_a_table_as_wide_as_no_mark_sheet_is_read_or_refused_by_line(content: bytes) -> None:
    file = read(content)

    assert faults(file) in ([], [(2, "row-too-long")])
    assert file.lines == ()
    assert file.table
    assert len(file.table.columns) <= 256
