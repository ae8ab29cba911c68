"""What the columns of a table of marks can be, and the table as a person is shown it."""

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column is: one role for the whole column, and no two columns share one but *ignored*."""

    CENTRE = "centre"
    SERIES = "series"
    SEQUENCE = "sequence"
    ASSESSMENT = "assessment"
    CANDIDATE = "candidate"
    UCI = "uci"
    NAME = "name"
    SURNAME = "surname"
    FORENAME = "forename"
    MARK = "mark"
    GRADE = "grade"
    ABSENT = "absent"
    REVISION = "revision"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column of a file: its place from 0, its heading, what it is read as, and its first cells.

    `role` is None where the heading is not known; such a column is not read.
    """

    place: int
    heading: str
    role: Column | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A file's table; `row` is the number of its row of headings in the file, 0 where none was found."""

    row: int
    columns: tuple[ColumnSeen, ...]
