"""What a person says of a file that the file does not say itself, so that it can be read."""

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
    """What has to be said before a file can be checked."""

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
    """What somebody said the columns of a file are, by their places from 0.

    Without any, they left it to the headings, and what was remembered for these headings is forgotten.
    """

    by: str
    at: datetime
    roles: Mapping[int, Column] = field(default_factory=dict[int, Column])

    @classmethod
    def of(cls, said: Sequence[tuple[int, Column]], by: str, at: datetime) -> Self:
        """Take columns as somebody said them; raises `ColumnsUnclear` where two are one thing, or one comes twice."""
        taken: dict[Column, int] = {}
        roles: dict[int, Column] = {}
        points: list[Point] = []
        for index, (place, role) in enumerate(said):
            if place in roles:
                points.append(_unclear(index, "place", f"Column {place + 1} appears twice."))
            elif role is not Column.IGNORED and role in taken:
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
    """What somebody said the marks of a file are for, where neither its lines nor its sending say."""

    assessment: AssessmentCode
    by: str
    at: datetime


def need_of(fault: Fault, table: TableSeen | None) -> Need | None:
    """What would mend a fault of the whole file; None where nothing that can be said would."""
    need = NEEDED_AFTER.get(fault.code)
    is_table = table is not None and len(table.columns) > 1
    return None if need is Need.COLUMNS and not is_table else need


def headings_of(table: TableSeen) -> str | None:
    """What a table's headings are known by, whatever their case and spaces; None where it has none."""
    words = ["".join(column.heading.casefold().split()) for column in table.columns]
    return sha256("\n".join(words).encode()).hexdigest()[:32] if any(words) else None
