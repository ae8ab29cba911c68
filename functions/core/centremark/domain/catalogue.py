"""What the board offers and who takes it: series, qualifications, assessments, centres, candidates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from centremark.domain.actor import BOARD_OFFICE
from centremark.domain.amendments import Told
from centremark.domain.errors import ConsortiumRefused, Malformed, Point
from centremark.domain.outcomes import Scale
from centremark.domain.values import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, Uci


@dataclass(frozen=True, slots=True)
class Series:
    """An exam session, as June 2027."""

    id: SeriesId
    title: str
    opens: datetime
    closes: datetime | None


@dataclass(frozen=True, slots=True)
class Qualification:
    """What a candidate is awarded, as H446 A Level Computer Science."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Window:
    """When the board takes an assessment's marks; all instants are aware.

    After `deadline` marks are taken but are late; from `closes`, if the board set it, none are taken.
    """

    opens: datetime
    deadline: datetime
    closes: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether marks may be entered and submitted."""
        return self.opens <= at and (self.closes is None or at < self.closes)

    def is_late(self, at: datetime) -> bool:
        """Whether marks submitted now come after the deadline."""
        return at > self.deadline


@dataclass(frozen=True, slots=True)
class Assessment:
    """A unit or component that the centre marks itself, in one series."""

    series: SeriesId
    code: AssessmentCode
    title: str
    qualification: Qualification
    scale: Scale
    window: Window


@dataclass(frozen=True, slots=True)
class Centre:
    """A school or college approved by the board; its number is not that of the board's own office."""

    number: CentreNumber
    name: str

    def __post_init__(self) -> None:
        if self.number == BOARD_OFFICE:
            raise Malformed(f"{self.number} is the board's own office. Give the centre's number.")


MOST_CENTRES: Final = 50
"""How large a consortium may be: it is saved whole, or not at all."""


@dataclass(frozen=True, slots=True)
class Consortium:
    """Centres that teach an assessment together in a series and are moderated together: two or more, in order."""

    series: SeriesId
    assessment: AssessmentCode
    centres: tuple[CentreNumber, ...]
    arranged: Told

    def __post_init__(self) -> None:
        object.__setattr__(self, "centres", tuple(sorted(set(self.centres))))
        if len(self.centres) == 1:
            detail = f"A consortium has two centres or more. Give another centre beside {self.centres[0]}."
            raise ConsortiumRefused(detail, (Point("/centres", "too-few-centres", detail),))
        if len(self.centres) > MOST_CENTRES:
            detail = f"A consortium has {MOST_CENTRES} centres at most, and these are {len(self.centres)}."
            raise ConsortiumRefused(detail, (Point("/centres", "too-many-centres", detail),))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person entered for an assessment; the name is written as on the entry: SURNAME Forename."""

    number: CandidateNumber
    name: str
    uci: Uci
    group: str = ""


Roster = Mapping[CandidateNumber, Candidate]
