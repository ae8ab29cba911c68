"""Tables with headings, whatever file they stand in: which column is what, and each row as a line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from centremark.adapters.files.lines import assessment_of, candidate_of, is_absent, revision_of
from centremark.domain.errors import Malformed
from centremark.domain.marks_file import (
    SHOWN,
    Fault,
    FaultCode,
    FileRefused,
    Head,
    MarksFile,
    MarksLine,
    Unreadable,
    Written,
)
from centremark.domain.values import CentreNumber, SeriesId

HEADINGS_WITHIN: Final = 30
"""How many rows may stand above the headings: a title, the class, the teacher."""
MAX_LINES: Final = 20_000
SEQUENCE: Final = re.compile(r"[0-9]{1,9}")


class Column(StrEnum):
    """What a column can be; the value is the heading of a template."""

    CENTRE = "Centre number"
    SERIES = "Series"
    SEQUENCE = "Sequence number"
    ASSESSMENT = "Assessment code"
    CANDIDATE = "Candidate number"
    NAME = "Candidate name"
    UCI = "UCI"
    MARK = "Mark or grade"
    ABSENT = "Absent"
    REVISION = "Row version"


HEADINGS: Final[Mapping[Column, frozenset[str]]] = {
    Column.CENTRE: frozenset({"centre", "centrenumber", "centreno", "center", "centernumber", "ncn"}),
    Column.SERIES: frozenset({"series", "examseries", "season"}),
    Column.SEQUENCE: frozenset({"sequence", "sequencenumber", "sequenceno"}),
    Column.ASSESSMENT: frozenset(
        {"assessment", "assessmentcode", "component", "componentcode", "unit", "unitcode", "unitcomponent"}
    ),
    Column.CANDIDATE: frozenset(
        {
            *("candidatenumber", "candidateno", "candidatenum", "candidate", "candnumber", "candno", "candnum", "cand"),
            *("examnumber", "examno", "examinationnumber", "candidateexamnumber"),
        }
    ),
    Column.NAME: frozenset({"name", "candidatename", "studentname", "pupilname", "fullname", "learnername", "student"}),
    Column.UCI: frozenset({"uci"}),
    Column.MARK: frozenset(
        {
            *("mark", "marks", "grade", "markorgrade", "markgrade", "marksgrades", "finalmark", "totalmark", "total"),
            *("score", "result", "outcome", "rawmark", "coursework", "courseworkmark", "neamark", "totalmarks"),
        }
    ),
    Column.ABSENT: frozenset({"absent", "absence", "abs", "isabsent", "absentyn"}),
    Column.REVISION: frozenset({"rowversion", "fersiwnyrhes"}),
}
MEANT_BY: Final = {word: column for column, words in HEADINGS.items() for word in words}
NEEDED: Final = frozenset({Column.CANDIDATE, Column.MARK})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it shows; `fault` where what it shows cannot be told."""

    text: str = ""
    fault: FaultCode | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the file, from 1; `fault` stops the whole row if anything stands in it."""

    number: int
    cells: Sequence[Cell]
    fault: FaultCode | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand, and the place of each column, from 0."""

    row: int
    columns: Mapping[Column, int]
    ignored: tuple[str, ...]

    def cell(self, row: TableRow, column: Column) -> Cell:
        """A row's cell in a column; empty where the file has no such column."""
        place = self.columns.get(column)
        return row.cells[place] if place is not None and place < len(row.cells) else Cell()

    def shows(self, row: TableRow) -> bool:
        """Whether a row has anything in the columns that are read."""
        cells = (self.cell(row, column) for column in (Column.CANDIDATE, Column.MARK, Column.ABSENT))
        return any(cell.text or cell.fault for cell in cells)


def headings_in(rows: Iterable[TableRow]) -> Headings | None:
    """The first row that names a candidate number and a mark, or None; raises `FileRefused` when two could be one."""
    for row in islice(rows, HEADINGS_WITHIN):
        words = ["".join(c for c in cell.text.casefold() if c.isalnum()) for cell in row.cells]
        meant = [(MEANT_BY[word], place) for place, word in enumerate(words) if word in MEANT_BY]
        if not {column for column, _ in meant} >= NEEDED:
            continue
        columns: dict[Column, int] = {}
        for column, place in meant:
            if column in columns:
                names = f"'{row.cells[columns[column]].text[:SHOWN]}' and '{row.cells[place].text[:SHOWN]}'"
                problem = f"Both {names} could be the {column.value.lower()}."
                raise FileRefused(Fault(row.number, FaultCode.HEADINGS_UNCLEAR, problem, column))
            columns[column] = place
        ignored = (cell.text[:SHOWN] for word, cell in zip(words, row.cells, strict=True) if word not in MEANT_BY)
        return Headings(row.number, columns, tuple(text for text in ignored if text))
    return None


def read_table(rows: Iterable[TableRow], headings: Headings, name: str) -> MarksFile:
    """Read every row below the headings; raises `FileRefused` when there are too many, or of several centres."""
    lines: list[MarksLine] = []
    faults: list[Fault] = []
    whose: dict[Column, str] = {}
    for row in rows:
        if row.number <= headings.row or not headings.shows(row):
            continue
        if len(lines) + len(faults) >= MAX_LINES:
            problem = f"The file has more than {MAX_LINES:,} lines with marks."
            raise FileRefused(Fault(row.number, FaultCode.FILE_TOO_LARGE, problem))
        candidate = headings.cell(row, Column.CANDIDATE).text
        try:
            _must_show_what_is_read(row, headings)
            _note_whose(row, headings, whose)
            lines.append(_line(row, headings))
        except _Faulty as faulty:
            faults.append(Fault(row.number, faulty.code, str(faulty), faulty.field, candidate[:SHOWN]))
    return MarksFile(_head(name, headings, whose), tuple(lines), tuple(faults))


class _Faulty(Unreadable):
    """A row that cannot be read, and the column at fault."""

    def __init__(self, code: FaultCode, problem: str, field: str = "") -> None:
        super().__init__(code, problem)
        self.field = field


def _must_show_what_is_read(row: TableRow, headings: Headings) -> None:
    if row.fault:
        raise _Faulty(row.fault, row.problem)
    for column in headings.columns:
        if fault := (cell := headings.cell(row, column)).fault:
            raise _Faulty(fault, cell.problem, column)


def _note_whose(row: TableRow, headings: Headings, whose: dict[Column, str]) -> None:
    for column in (Column.CENTRE, Column.SERIES, Column.SEQUENCE):
        text = headings.cell(row, column).text
        if text and whose.setdefault(column, text) != text:
            code = FaultCode.OTHER_SERIES if column is Column.SERIES else FaultCode.OTHER_CENTRE
            problem = f"The file has both {whose[column][:SHOWN]} and {text[:SHOWN]} under {column.value}."
            raise FileRefused(Fault(row.number, code, problem, column))


def _line(row: TableRow, headings: Headings) -> MarksLine:
    column = Column.CANDIDATE
    try:
        candidate = candidate_of(headings.cell(row, column).text)
        column = Column.ASSESSMENT
        assessment = assessment_of(headings.cell(row, column).text)
        column = Column.ABSENT
        absent = is_absent(headings.cell(row, column).text)
        column = Column.REVISION
        revision = revision_of(headings.cell(row, column).text)
    except Unreadable as error:
        raise _Faulty(error.code, str(error), column) from error
    written = Written(headings.cell(row, Column.MARK).text, absent)
    return MarksLine(row.number, assessment, candidate, written, headings.cell(row, Column.NAME).text, revision)


def _head(name: str, headings: Headings, whose: Mapping[Column, str]) -> Head:
    centre, series, sequence = (whose.get(c) for c in (Column.CENTRE, Column.SERIES, Column.SEQUENCE))
    try:
        return Head(
            name,
            centre=CentreNumber(centre.zfill(5)) if centre else None,
            series=SeriesId(series) if series else None,
            sequence=_sequence(sequence) if sequence else None,
            ignored=headings.ignored,
        )
    except Malformed as error:
        raise FileRefused(Fault(headings.row + 1, FaultCode.FILE_DAMAGED, f"{error}.")) from error


def _sequence(text: str) -> int:
    if not SEQUENCE.fullmatch(text):
        raise Malformed(f"'{text[:SHOWN]}' is not a sequence number")
    return int(text)
