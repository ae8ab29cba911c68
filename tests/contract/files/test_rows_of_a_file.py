"""Rows that do not keep to the columns, and rows of no candidate: named with their line, and never cut."""

from datetime import date
from typing import Any, Final

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.columns import Column
from centremark.domain.files.marks_file import MarksFile
from tests.support.workbooks import a_workbook

FORMATS: Final = FileFormats()


def read(text: str) -> MarksFile:
    return FORMATS.read(text.encode())


def values(file: MarksFile) -> dict[str | None, str]:
    return {line.candidate: line.written.value for line in file.lines}


def faults(file: MarksFile) -> list[tuple[int, str]]:
    return [(fault.line, fault.code.value) for fault in file.faults]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Candidate number,Mark\n1033,45,5\n1034,1,000\n", [2, 3]),
        ("Candidate number,Mark\n1033,45\n1034,1,000\n", [3]),
        ("Candidate number,Mark,,\n1033,45,,x\n", [2]),
        ("Candidate number,,Mark\n1033,4,5\n", [2]),
        ("Candidate number;Mark\n1033;45;5\n", [2]),
        ("Name,Candidate number,Mark\nNOWAK, Łukasz,1034,45\n", [2]),
    ],
)
def test_a_row_that_is_longer_than_its_headings_is_refused_with_its_line(text: str, lines: list[int]) -> None:
    file = read(text)

    assert [fault for fault in faults(file) if fault[1] == "row-too-long"] == [(line, "row-too-long") for line in lines]
    assert [line.number for line in file.lines if line.number in lines] == []


def test_separators_without_anything_between_them_make_no_row_longer() -> None:
    assert values(read("Candidate number,Mark\n1033,45,,,\n1034,44,\n")) == {"1033": "45", "1034": "44"}


def test_a_value_beside_the_table_of_a_workbook_is_refused_with_its_line() -> None:
    def write_beside(_: Any, sheet: Any) -> None:
        sheet["G3"] = 5

    rows = (("1001", "JONES Amelia", 45, None), ("1002", "NOWAK Łukasz", 44, None))
    file = FORMATS.read(a_workbook(*rows, touch=write_beside))

    assert faults(file) == [(3, "row-too-long")]
    assert values(file) == {"1001": "45"}


def test_a_note_below_the_table_is_no_mark() -> None:
    assert faults(read("Candidate number,Mark\n1033,45\n,,agreed on 4 May\n")) == []


def test_a_column_without_a_heading_can_be_ignored_by_a_person() -> None:
    text = b"Candidate number,Mark,\n1033,45,good\n1034,44,\n"

    assert values(FORMATS.read(text, {2: Column.IGNORED})) == {"1033": "45", "1034": "44"}


def test_a_heading_over_two_columns_leaves_neither_without() -> None:
    def merge(_: Any, sheet: Any) -> None:
        sheet.merge_cells("A1:B1")

    file = FORMATS.read(a_workbook(("1001", "JONES Amelia", 45, None), touch=merge))

    assert file.faults == ()
    assert values(file) == {"1001": "45"}


def test_a_second_table_below_with_the_same_headings_is_read_on() -> None:
    file = read("Candidate number,Mark\n1033,45\n\nCandidate number,Mark\n1034,44\n")

    assert values(file) == {"1033": "45", "1034": "44"}


PUBLIC: Final[dict[str, tuple[str, list[str]]]] = {
    "a row of maxima under the headings": (
        "Student,ID,Section,Candidate no,Project (70)\n    Points Possible,,,,70\nJones Amelia,17,13A,1001,45\n",
        ["headings-missing"],
    ),
    "one learner twice with different marks": ("Candidate number,Mark\n1001,80\n1001,95\n", []),
    "marks of many components beside each other": (
        "Candidate Number,Candidate name,Raw mark,Grade,Raw mark,Grade\n9876,Bloggs: Fred,18,E,24,D\n",
        ["headings-unclear"],
    ),
    "no headings at all": ("1001,45\n1002,46\n", ["headings-missing"]),
    "a learner's number that is not a candidate's": (
        "First name,Surname,ID number,Course total (Real)\nAmelia,Jones,10017,45.00\n",
        ["headings-missing"],
    ),
    "a decimal comma that makes another column": ("Candidate number,Mark\n1001,18,5\n", ["row-too-long"]),
    "values that moved one column to the left": ("Candidate number,Name,Mark\n1001,45\n", []),
}


@pytest.mark.parametrize(("text", "codes"), PUBLIC.values(), ids=PUBLIC.keys())
def test_what_gradebooks_have_guessed_at_is_asked_about_or_refused(text: str, codes: list[str]) -> None:
    file = read(text)

    assert [fault.code.value for fault in file.faults] == codes
    assert all(line.written.value in {"80", "95", ""} for line in file.lines)


@pytest.mark.parametrize("shown", ["2027-06", "Jun-27", "jun-27", "June 2027", "01/06/2027", "1/6/2027", "01/06/27"])
def test_a_series_that_a_spreadsheet_took_for_a_date_is_still_the_series(shown: str) -> None:
    file = read(f"Series,Assessment code,Candidate number,Mark\n{shown},H446/03,1001,45\n")

    assert (file.head.series, file.faults) == ("2027-06", ())


@pytest.mark.parametrize("shown", ["2027", "Jum-27", "Junk 27", "Summer 2027", "06/01/2027", "01/13/2027", "27-Jun"])
def test_a_series_that_could_be_anything_refuses_the_file(shown: str) -> None:
    file = read(f"Series,Assessment code,Candidate number,Mark\n{shown},H446/03,1001,45\n")

    assert file.fatal
    assert "is not a series" in file.fatal.problem


@pytest.mark.parametrize(("day", "faults_seen"), [(date(2027, 6, 1), []), (date(2027, 6, 2), [(2, "cell-unreadable")])])
def test_a_series_that_a_workbook_took_for_the_first_of_a_month_is_still_the_series(
    day: date, faults_seen: list[tuple[int, str]]
) -> None:
    file = FORMATS.read(a_workbook((day, "1001", 45), headings=("Series", "Candidate number", "Mark")))

    assert (file.head.series, faults(file)) == (None if faults_seen else "2027-06", faults_seen)
