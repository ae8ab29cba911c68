"""One candidate's row on a sheet, and its changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, StrEnum
from typing import Final, Self

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import Grade, Mark, Outcome


@dataclass(frozen=True, slots=True)
class Flag:
    """Someone at the centre doubts a mark: `by` is their id, `at` the time to the second."""

    by: str
    at: datetime


class ZeroReason(StrEnum):
    """Why work that was handed in has a mark of 0; where no work was handed in, the candidate is absent instead.

    Source: Cambridge, 0 is work worth no marks; OCR, work whose authenticity cannot be confirmed is recorded as 0.
    """

    WORTH_NOTHING = "worth-nothing"
    NOT_AUTHENTICATED = "not-authenticated"

    @property
    def words(self) -> str:
        """The reason as prints and files have it."""
        return "Worth no marks" if self is ZeroReason.WORTH_NOTHING else "Not authenticated"


@dataclass(frozen=True, slots=True)
class ExplainedZero:
    """Why a mark is 0, and the id of whoever said so."""

    reason: ZeroReason
    by: str


MOST_NOTES: Final = 100
"""How many notes to the checker a sheet can have at a time: they are kept in the item that holds its marks."""


@dataclass(frozen=True, slots=True)
class CheckerNote:
    """What whoever enters a mark asks whoever checks it; `by` is the id of the writer, `at` the time to the second."""

    text: str
    by: str
    at: datetime


CriteriaMarks = tuple[int | None, ...]
"""A mark for each of an assessment's criteria in their order, None where there is none yet; empty without any."""


class Unchanged(Enum):
    """Leaves a part of a row as it is; None would clear it."""

    KEEP = "keep"


UNCHANGED: Final = Unchanged.KEEP


@dataclass(frozen=True, slots=True)
class Change:
    """What a caller wants to change in one row, and the revision they decided on.

    `checked` None leaves the tick to the rule: it stays while the outcome does, unless the mark is flagged. `flagged`
    None leaves the flag to the rule: it stays while the outcome does, unless the mark is ticked. With `criteria` an
    outcome of None is what they add up to, and so is one left out, unless the row has a total that was given: that one
    stays, to be compared with them. `zero` says why the mark is 0. `note` is for the checker; an empty one removes it.
    """

    candidate: CandidateNumber
    revision: int
    outcome: Outcome | Unchanged | None = UNCHANGED
    checked: bool | None = None
    flagged: bool | None = None
    criteria: CriteriaMarks | Unchanged = UNCHANGED
    zero: ZeroReason | Unchanged | None = UNCHANGED
    note: str | Unchanged = UNCHANGED


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate's row on a sheet.

    `revision` goes up with each change of the outcome, the tick, the flag and the note, and when a withdrawn number is
    entered again it starts above all it ever was; a change names the revision it was decided on. A tick (`checked`) and
    a flag belong to the outcome they were made for, and no row has both. `entered_by` is the id of whoever gave the
    outcome, empty when there is none. `carried` is the earlier series whose outcome the board carried forward; the
    centre cannot change such a row. `criteria` are marks of criteria, which add up to the mark where all are there;
    `zero` is why the mark is 0. Tick, flag and `zero` are lost with a change of the outcome or of `criteria`; `note`,
    for the checker, stays until somebody removes it, and the board never sees it.
    """

    outcome: Outcome | None = None
    checked: bool = False
    revision: int = 0
    entered_by: str = ""
    carried: SeriesId | None = None
    circumstance: Circumstance | None = None
    flag: Flag | None = None
    criteria: CriteriaMarks = ()
    zero: ExplainedZero | None = None
    note: CheckerNote | None = None

    @property
    def people(self) -> frozenset[str]:
        """The ids of whoever gave the outcome, flagged it, explained it or wrote the note."""
        said = (self.flag, self.zero, self.note)
        return frozenset(filter(None, (self.entered_by, *(one.by for one in said if one))))

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
        """The change with circumstances by code only, and without a note that it does not change."""
        before, after = self.before.without_reason, self.after.without_reason
        if before.note == after.note:
            before, after = replace(before, note=None), replace(after, note=None)
        return replace(self, before=before, after=after)


Rows = Mapping[CandidateNumber, Row]
