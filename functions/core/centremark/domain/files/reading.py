"""What a person adds so that a file can be read: its columns, or the assessment it is for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final, Self

from centremark.domain.files.columns import Column, TableSeen
from centremark.domain.files.faults import Fault, FaultCode
from centremark.domain.shared.errors import ColumnsUnclear, Point
from centremark.domain.shared.identifiers import AssessmentCode

MAX_COLUMNS: Final = 100
"""How many columns of a table are shown, and can be assigned: a mark sheet has ten."""


class Need(StrEnum):
    """What a person has to add before a file can be checked."""

    COLUMNS = "columns"
    ASSESSMENT = "assessment"


NEEDED_AFTER: Final[Mapping[FaultCode, Need]] = {
    FaultCode.HEADINGS_MISSING: Need.COLUMNS,
    FaultCode.HEADINGS_UNCLEAR: Need.COLUMNS,
    FaultCode.IDENTITY_SLIPPED: Need.COLUMNS,
    FaultCode.MAXIMUM_DIFFERS: Need.COLUMNS,
    FaultCode.ASSESSMENT_MISSING: Need.ASSESSMENT,
}
"""The faults of a whole file that a person can mend by saying what it means."""


@dataclass(frozen=True, slots=True)
class ColumnsChosen:
    """The roles a person gave the columns of a file, by their places from 0.

    With none, the headings decide again, and the choice remembered for them is deleted.
    """

    by: str
    at: datetime
    roles: Mapping[int, Column] = field(default_factory=dict[int, Column])

    @classmethod
    def of(cls, said: Sequence[tuple[int, Column]], by: str, at: datetime) -> Self:
        """Take the roles a person gave; raises `ColumnsUnclear` when two columns have one role, or a column has two."""
        taken: dict[Column, int] = {}
        roles: dict[int, Column] = {}
        points: list[Point] = []
        for index, (place, role) in enumerate(said):
            if place in roles:
                points.append(_unclear(index, "place", f"Column {place + 1} appears twice."))
            elif role not in {Column.IGNORED, Column.CRITERION} and role in taken:
                words = f"Columns {taken[role] + 1} and {place + 1} cannot both be the {role.value}."
                points.append(_unclear(index, "role", words))
            taken.setdefault(role, place)
            roles.setdefault(place, role)
        if points:
            raise ColumnsUnclear(points[0].detail, tuple(points))
        return cls(by, at, roles)


def _unclear(index: int, field: str, words: str) -> Point:
    return Point(f"/columns/{index}/{field}", ColumnsUnclear.code, words)


@dataclass(frozen=True, slots=True)
class AssessmentNamed:
    """The assessment a person named, where neither the lines nor the upload name one."""

    assessment: AssessmentCode
    by: str
    at: datetime


def need_of(fault: Fault, table: TableSeen | None) -> Need | None:
    """What a person could add to put a fault of the whole file right; None where nothing would."""
    need = NEEDED_AFTER.get(fault.code)
    is_table = table is not None and len(table.columns) > 1
    return None if need is Need.COLUMNS and not is_table else need


def headings_of(table: TableSeen) -> str | None:
    """The headings, ignoring case and spaces, as the key a choice is remembered by; None where there are none."""
    words = ["".join(column.heading.casefold().split()) for column in table.columns]
    return sha256("\n".join(words).encode()).hexdigest()[:32] if any(words) else None
