"""The roles that columns of a table of marks can have, and the table as a person is shown it."""

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """The role of a whole column; only `ignored` and `criterion` can be given to more than one.

    Which criterion a column holds, its heading says.
    """

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
    CRITERION = "criterion"
    ZERO_REASON = "zero_reason"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One column of a file: its place from 0, its heading, its role, and its first cells.

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
