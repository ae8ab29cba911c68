"""What the board offers and who takes it: series, qualifications, assessments, centres, candidates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.catalogue.names import same_name
from centremark.domain.shared.actor import BOARD_CENTRE
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import ConsortiumRefused, Malformed, Point
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import MarkScale, Scale


def is_over(last: datetime, at: datetime) -> bool:
    """Whether a deadline or a closing is over: its last second counts until that second ends."""
    return at.replace(microsecond=0) > last


@dataclass(frozen=True, slots=True)
class Series:
    """An exam session, as June 2027, from an instant to the end of the second `closes`, if it closes."""

    id: SeriesId
    title: str
    opens: datetime
    closes: datetime | None

    def is_open(self, at: datetime) -> bool:
        """Whether the board takes marks in it."""
        return self.opens <= at and not (self.closes and is_over(self.closes, at))


def shown_first(all_series: Sequence[Series], at: datetime) -> Sequence[Series]:
    """The series to open on, in order: those that take marks now, the first to close before the others.

    When none does it is the one that closed last, whose marks are with the board, or else the one that opens next.
    """
    latest = sorted(all_series, key=lambda series: series.id, reverse=True)
    if taking := [series for series in latest if series.is_open(at)]:
        return sorted(taking, key=lambda series: (series.closes is None, series.closes or at))
    if closed := [series for series in latest if series.closes and series.opens <= at]:
        return [max(closed, key=lambda series: series.closes or at)]
    return sorted(latest, key=lambda series: series.opens)[:1]


@dataclass(frozen=True, slots=True)
class Qualification:
    """What a candidate is awarded, as H446 A Level Computer Science."""

    code: str
    title: str


class WindowState(StrEnum):
    """Whether the board takes marks."""

    NOT_OPEN = "not open"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """When the board takes an assessment's marks; all instants are aware.

    After `deadline` marks are taken but are late; after `closes`, if the board set it, none are taken. Both name the
    last second that counts.
    """

    opens: datetime
    deadline: datetime
    closes: datetime | None = None

    def state(self, at: datetime) -> WindowState:
        """Whether marks may be entered and submitted."""
        if at < self.opens:
            return WindowState.NOT_OPEN
        return WindowState.CLOSED if self.closes and is_over(self.closes, at) else WindowState.OPEN

    def until(self, allowed: datetime) -> Self:
        """The window with more time, as the board allowed it to one centre; it never gets shorter."""
        closes = max(self.closes, allowed) if self.closes else None
        return replace(self, deadline=max(self.deadline, allowed), closes=closes)

    def is_late(self, at: datetime) -> bool:
        """Whether marks submitted now come after the deadline."""
        return is_over(self.deadline, at)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A unit or component that the centre marks itself, in one series.

    `boundaries` are the lowest marks of grades as the board set them in an earlier series; empty when it set none.
    `circumstances` are those that can be recorded of its candidates, by code.
    """

    series: SeriesId
    code: AssessmentCode
    title: str
    qualification: Qualification
    scale: Scale
    window: Window
    boundaries: Mapping[str, int] = field(default_factory=dict[str, int])
    circumstances: Mapping[str, CircumstanceKind] = field(default_factory=dict[str, CircumstanceKind])

    def __post_init__(self) -> None:
        for grade, lowest in self.boundaries.items():
            if not isinstance(self.scale, MarkScale) or not 0 <= lowest <= self.scale.maximum:
                raise Malformed(f"{lowest} for grade {grade} is not a mark of {self.code} ({self.scale})")


@dataclass(frozen=True, slots=True)
class Centre:
    """A school or college approved by the board; its number is not that of the board's own office."""

    number: CentreNumber
    name: str

    def __post_init__(self) -> None:
        if self.number == BOARD_CENTRE:
            raise Malformed(f"{self.number} is the board's own office. Give the centre's number.")


MOST_CENTRES: Final = 50
"""How large a consortium may be: it is saved whole, or not at all."""


@dataclass(frozen=True, slots=True)
class Consortium:
    """Centres that teach an assessment together in a series and are moderated together: two or more, in order."""

    series: SeriesId
    assessment: AssessmentCode
    centres: tuple[CentreNumber, ...]
    arranged: Attribution

    def __post_init__(self) -> None:
        object.__setattr__(self, "centres", tuple(sorted(set(self.centres))))
        if len(self.centres) == 1:
            detail = f"A consortium has 2 or more centres. Give another centre besides {self.centres[0]}."
            raise ConsortiumRefused(detail, (Point("/centres", "too-few-centres", detail),))
        if len(self.centres) > MOST_CENTRES:
            detail = f"A consortium has at most {MOST_CENTRES} centres. You gave {len(self.centres)}."
            raise ConsortiumRefused(detail, (Point("/centres", "too-many-centres", detail),))


class EntryPart(StrEnum):
    """What of an entry can be corrected."""

    NAME = "name"
    UCI = "uci"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person entered for an assessment; the name is written as on the entry: SURNAME Forename.

    `former` is the name before the entry changed it, empty when it never did. `moved_from` is the centre that
    entered them first, when they moved to this one.
    """

    number: CandidateNumber
    name: str
    uci: Uci
    group: str = ""
    former: str = ""
    moved_from: CentreNumber | None = None

    def as_entered_again(self, entry: Self) -> Self:
        """The candidate as a later entry has them: the name before stays known, and a group left out stays.

        Going back to the name before leaves no former one: the change was a slip. So was a name written otherwise.
        """
        slip = same_name(entry.name, self.former)
        former = self.former if same_name(entry.name, self.name) else "" if slip else self.name
        return replace(entry, group=entry.group or self.group, former=former, moved_from=self.moved_from)

    def corrected_from(self, before: Self) -> tuple[EntryPart, ...]:
        """What of the entry is not as it was before."""
        return tuple(part for part in EntryPart if getattr(self, part) != getattr(before, part))

    def is_someone_else_than(self, entry: Self) -> bool:
        """Whether neither the UCI nor the name of an entry is this candidate's."""
        return entry.uci != self.uci and not same_name(entry.name, self.name)


Roster = Mapping[CandidateNumber, Candidate]
MOST_CANDIDATES: Final = 2_000
"""How many candidates a mark sheet can have, counting those withdrawn: the marks of so many always fit, and the largest
centres enter some hundreds."""
