"""One candidate's row on a sheet, and its changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import Grade, Mark, Outcome


@dataclass(frozen=True, slots=True)
class Flag:
    """Someone at the centre doubts a mark: `by` is their id, `at` the time to the second."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate's row on a sheet.

    `revision` goes up with each change of the outcome, the tick and the flag, and when a withdrawn number is entered
    again it starts above all it ever was; a change names the revision it was decided on. A tick (`checked`) and a flag
    belong to the outcome they were made for, and no row has both. `entered_by` is the id of whoever gave the outcome,
    empty when there is none. `carried` is the earlier series whose outcome the board carried forward; the centre cannot
    change such a row.
    """

    outcome: Outcome | None = None
    checked: bool = False
    revision: int = 0
    entered_by: str = ""
    carried: SeriesId | None = None
    circumstance: Circumstance | None = None
    flag: Flag | None = None

    @property
    def without_reason(self) -> Self:
        """The row with its circumstance by code only."""
        return replace(self, circumstance=replace(self.circumstance, reason="")) if self.circumstance else self


@dataclass(frozen=True, slots=True)
class Carried:
    """An outcome of an earlier series that counts again in this one."""

    outcome: Mark | Grade
    series: SeriesId


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after one change."""

    candidate: CandidateNumber
    before: Row
    after: Row

    @property
    def without_reasons(self) -> Self:
        """The change with circumstances by code only."""
        return replace(self, before=self.before.without_reason, after=self.after.without_reason)


Rows = Mapping[CandidateNumber, Row]
