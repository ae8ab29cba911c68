"""Reading tables with headings from any file: each row as a line, or why it is unusable."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from centremark.adapters.files.cells import Cell, TableRow
from centremark.adapters.files.headings import WIDEST, Headings
from centremark.adapters.files.lines import (
    NUMBER,
    assessment_of,
    assessments_in,
    candidate_of,
    is_absent,
    revision_of,
    series_of,
    uci_of,
)
from centremark.adapters.files.vocabulary import TEMPLATE, is_total, maximum_in, without_maximum
from centremark.domain.files.columns import Column
from centremark.domain.files.faults import SHOWN, Fault, FaultCode, FileRefused, Unreadable
from centremark.domain.files.marks_file import ABSENT_WORDS, Head, MarksFile, MarksLine, OtherColumn, Written
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber

MAX_LINES: Final = 20_000
MAX_ROWS: Final = 100_000
"""How many rows are read, blank ones too: each takes time."""
MAX_TITLES: Final = 10
"""How many codes in titles are looked up in the catalogue."""
SEQUENCE: Final = re.compile(r"[0-9]{1,9}")
OUTCOME: Final = (Column.MARK, Column.GRADE, Column.ABSENT)
NAMES: Final = (Column.NAME, Column.SURNAME, Column.FORENAME)


def read_table(rows: Iterable[TableRow], headings: Headings, name: str) -> MarksFile:
    """Read every row below the headings.

    Raises `FileRefused` when the headings are unclear, when there are too many rows, or rows of several centres.
    """
    headings.must_be_clear()
    lines: list[MarksLine] = []
    above: list[MarksLine] = []
    faults: list[Fault] = []
    whose: dict[Column, str] = {}
    titles: dict[AssessmentCode, int] = {}
    apart = False
    for place, row in enumerate(rows):
        if place >= MAX_ROWS:
            problem = f"The file has more than {MAX_ROWS:,} rows, blank ones included. Delete the blank rows."
            raise FileRefused(Fault(row.number, FaultCode.FILE_TOO_LARGE, problem))
        if row.number <= headings.row or not _shows(row, headings):
            if row.number != headings.row:
                _note_titles(row, titles)
            if row.number <= headings.row and (line := _unheaded(row, headings)):
                above.append(line)
            continue
        if headings.are_repeated_in(row) or headings.are_others_in(row):
            apart = not headings.are_like(row)
            continue
        if len(lines) + len(faults) >= MAX_LINES:
            problem = f"The file has more than {MAX_LINES:,} lines with marks."
            raise FileRefused(Fault(row.number, FaultCode.FILE_TOO_LARGE, problem))
        candidate = headings.cell(row, Column.CANDIDATE).text
        try:
            _must_be_of_a_candidate(row, headings)
            _must_show_what_is_read(row, headings, under_others=apart)
            _note_whose(row, headings, whose)
            lines.append(line := _line(row, headings))
            if not (line.candidate or line.assessment):
                _note_titles(row, titles)
        except _Faulty as faulty:
            _note_titles(row, titles)
            faults.append(Fault(row.number, faulty.code, str(faulty), faulty.field, candidate[:SHOWN]))
    head = _head(name, headings, whose, titles)
    return MarksFile(head, tuple(lines), tuple(faults), headings.seen, tuple(above), headings.unmarked)


def _shows(row: TableRow, headings: Headings) -> bool:
    """Whether a row has anything in the columns read; where there are numbers, a name alone does not count."""
    named = () if Column.CANDIDATE in headings.columns else NAMES
    return any(headings.cell(row, column).filled for column in (Column.CANDIDATE, Column.UCI, *OUTCOME, *named))


def _unheaded(row: TableRow, headings: Headings) -> MarksLine | None:
    """Read a row above the headings, or taken for them, as a line: it may be a candidate's."""
    if (row.number == headings.row and headings.are_words) or not _shows(row, headings):
        return None
    try:
        line = _line(row, headings)
    except _Faulty:
        return None
    return line if line.candidate or line.uci or line.name else None


class _Faulty(Unreadable):
    """A row that cannot be read, and the column at fault."""

    def __init__(self, code: FaultCode, problem: str, field: str = "") -> None:
        super().__init__(code, problem)
        self.field = field


def _must_be_of_a_candidate(row: TableRow, headings: Headings) -> None:
    says = headings.text(row, Column.UCI, Column.FORENAME)
    if (
        says in {"", row.first}
        and not NUMBER.fullmatch(headings.cell(row, Column.CANDIDATE).text)
        and is_total(row.first)
    ):
        raise _Faulty(FaultCode.TOTAL_ROW, f"The row '{row.first[:SHOWN]}' does not belong to a candidate.")


def _must_show_what_is_read(row: TableRow, headings: Headings, *, under_others: bool) -> None:
    if under_others:
        problem = "The headings above the line differ from the first headings."
        raise _Faulty(FaultCode.HEADINGS_DIFFER, problem)
    if row.fault:
        raise _Faulty(row.fault, row.problem)
    if beside := headings.outside(row):
        problem = f"'{beside.text[:SHOWN]}' is in a column without a heading."
        raise _Faulty(FaultCode.ROW_TOO_LONG, problem)
    mark, absence = headings.cell(row, Column.MARK).text, headings.absence_beside(row)
    if absence and mark and mark.casefold() not in ABSENT_WORDS:
        problem = f"'{mark[:SHOWN]}' is beside '{absence}' in a column that we do not read."
        raise _Faulty(FaultCode.MARK_AND_ABSENT, problem, Column.MARK)
    for column in headings.columns:
        if fault := (cell := headings.cell(row, column)).fault:
            raise _Faulty(fault, cell.problem, column)


def _note_whose(row: TableRow, headings: Headings, whose: dict[Column, str]) -> None:
    for column in (Column.CENTRE, Column.SERIES, Column.SEQUENCE):
        text = headings.cell(row, column).text
        if text and whose.setdefault(column, text) != text:
            code = FaultCode.OTHER_SERIES if column is Column.SERIES else FaultCode.OTHER_CENTRE
            problem = f"The file has both {whose[column][:SHOWN]} and {text[:SHOWN]} under {TEMPLATE[column]}."
            raise FileRefused(Fault(row.number, code, problem, column), headings.seen)


def _note_titles(row: TableRow, titles: dict[AssessmentCode, int]) -> None:
    for code in assessments_in(" ".join(cell.text for cell in row.cells[:WIDEST])):
        if len(titles) < MAX_TITLES:
            titles.setdefault(code, row.number)


def _line(row: TableRow, headings: Headings) -> MarksLine:
    column = Column.ABSENT
    try:
        absent = is_absent(headings.cell(row, column).text)
        mark, grade = (Written(headings.cell(row, one).text, absent) for one in (Column.MARK, Column.GRADE))
        blank = not absent and not mark.value and not grade.value
        column = Column.CANDIDATE
        number = headings.cell(row, column).text
        candidate = candidate_of(number) if number and (not blank or NUMBER.fullmatch(number)) else None
        column = Column.ASSESSMENT
        assessment = assessment_of(headings.cell(row, column).text)
        column = Column.REVISION
        revision = revision_of(headings.cell(row, column).text)
    except Unreadable as error:
        raise _Faulty(error.code, str(error), column) from error
    name = headings.text(row, Column.NAME)
    line = MarksLine(
        row.number,
        assessment,
        candidate,
        mark if Column.MARK in headings.columns else grade,
        name or headings.text(row, Column.SURNAME, Column.FORENAME),
        revision,
        uci_of(headings.cell(row, Column.UCI).text),
        "" if name else headings.text(row, Column.SURNAME),
        grade if Column.GRADE in headings.columns else None,
        only_grades=Column.MARK not in headings.columns and Column.GRADE in headings.columns,
        others=tuple(_other(row, place) for place in headings.others),
        zero=headings.text(row, Column.ZERO_REASON),
    )
    if not blank and not (line.candidate or line.uci or line.name):
        raise _Faulty(FaultCode.CANDIDATE_MISSING, "The line does not say whose mark it is.", Column.CANDIDATE)
    return line


def _other(row: TableRow, place: int) -> str:
    """The text of a cell that may be a criterion's mark, or why it has none that is certain."""
    cell = row.cells[place] if place < len(row.cells) else Cell()
    return cell.problem if cell.fault else cell.text


def _head(name: str, headings: Headings, whose: Mapping[Column, str], titles: Mapping[AssessmentCode, int]) -> Head:
    centre, series, sequence = (whose.get(c) for c in (Column.CENTRE, Column.SERIES, Column.SEQUENCE))
    try:
        return Head(
            name,
            centre=CentreNumber(centre.zfill(5)) if centre else None,
            series=series_of(series) if series else None,
            sequence=_sequence(sequence) if sequence else None,
            ignored=headings.ignored,
            maximum=maximum_in(headings.heading(Column.MARK)),
            titles=titles,
            others=tuple(_other_column(headings, place) for place in headings.others),
        )
    except Malformed as error:
        raise FileRefused(Fault(headings.row + 1, FaultCode.FILE_DAMAGED, f"{error}.")) from error


def _other_column(headings: Headings, place: int) -> OtherColumn:
    heading = headings.seen.columns[place].heading
    return OtherColumn(place, without_maximum(heading), maximum_in(heading))


def _sequence(text: str) -> int:
    if not SEQUENCE.fullmatch(text):
        raise Malformed(f"'{text[:SHOWN]}' is not a sequence number")
    return int(text)
