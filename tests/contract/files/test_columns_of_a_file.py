"""Which column of a file is what: by its heading where that is certain, else by what a person says."""

from collections.abc import Mapping
from typing import Final

import pytest

from centremark.adapters.files.formats import FileFormats
from centremark.domain.files.columns import Column
from centremark.domain.files.marks_file import MarksFile
from tests.support.workbooks import a_workbook

FORMATS: Final = FileFormats()


def read(content: bytes | str, columns: Mapping[int, Column] | None = None) -> MarksFile:
    return FORMATS.read(content.encode() if isinstance(content, str) else content, columns)


def values(file: MarksFile) -> dict[str | None, str]:
    return {line.candidate: line.written.value for line in file.lines}


def roles(file: MarksFile) -> list[Column | None]:
    assert file.table
    return [column.role for column in file.table.columns]


UNKNOWN: Final = "Class 13A\nCandidate number,House,Punkte\n1001,Brunel,45\n1002,Curie,46\n"


def test_a_heading_that_is_not_known_is_shown_with_all_the_others_and_their_first_cells() -> None:
    file = read(UNKNOWN)

    assert file.fatal
    assert file.fatal.code.value == "headings-missing"
    assert "'Candidate number', 'House', 'Punkte'" in file.fatal.problem
    assert file.table
    assert file.table.row == 2
    assert [(c.place, c.heading, c.role, c.samples) for c in file.table.columns] == [
        (0, "Candidate number", Column.CANDIDATE, ("1001", "1002")),
        (1, "House", None, ("Brunel", "Curie")),
        (2, "Punkte", None, ("45", "46")),
    ]


@pytest.mark.parametrize(
    "content",
    [UNKNOWN, a_workbook(("1001", "Brunel", 45), ("1002", "Curie", 46), headings=("Candidate", "House", "x"))],
)
def test_what_a_person_says_of_a_column_is_how_it_is_read(content: bytes | str) -> None:
    file = read(content, {2: Column.MARK})

    assert file.faults == ()
    assert values(file) == {"1001": "45", "1002": "46"}
    assert file.head.ignored == ("House",)


def test_what_a_person_says_wins_over_the_heading() -> None:
    file = read("Candidate number,Mark,Total\n1001,4,45\n", {2: Column.MARK})

    assert values(file) == {"1001": "45"}
    assert roles(file) == [Column.CANDIDATE, None, Column.MARK]


def test_a_table_without_any_headings_is_read_by_what_a_person_says() -> None:
    text = "1001,45\n1002,46\n"

    assert [heading.row for heading in [read(text).table] if heading] == [0]
    assert values(read(text, {0: Column.CANDIDATE, 1: Column.MARK})) == {"1001": "45", "1002": "46"}


def test_a_file_that_was_read_shows_how_its_columns_were_understood() -> None:
    assert roles(read("Candidate number,House,Mark\n1001,Brunel,45\n")) == [Column.CANDIDATE, None, Column.MARK]


@pytest.mark.parametrize(
    "content",
    [
        "JONES Amelia,A\nSMITH Ben,45\nKHAN Aisha,44\n",
        "JONES Amelia,\nSMITH Ben,45\nKHAN Aisha,44\n",
        "642350261001A,A\n642350261002B,45\n642350261003C,44\n",
        "JONES Amelia,P\nSMITH Ben,M\nKHAN Aisha,D\n",
    ],
)
def test_the_first_row_of_a_file_without_headings_is_read_though_it_has_no_digit(content: str) -> None:
    file = read(content, {0: Column.NAME, 1: Column.MARK})

    assert file.table
    assert file.table.row == 0
    assert [line.number for line in file.lines] == [1, 2, 3]
    assert file.faults == ()


def test_text_that_a_program_marked_as_text_is_read_as_what_it_says() -> None:
    file = read("""Candidate number,Name,Mark\n="0012",'0012 Ltd,45\n'0013,"=""JONES, Amelia\""",'44\n""")

    assert file.faults == ()
    assert [(line.candidate, line.name, line.written.value) for line in file.lines] == [
        ("0012", "'0012 Ltd", "45"),
        ("0013", "JONES, Amelia", "44"),
    ]
