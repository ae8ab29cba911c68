"""What the board offers and who takes it: series, qualifications, assessments, centres, candidates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from centremark.domain.catalogue.circumstances import CircumstanceKind
from centremark.domain.catalogue.criteria import Criterion, must_add_up
from centremark.domain.catalogue.names import same_name
from centremark.domain.shared.actor import BOARD_CENTRE
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import ConsortiumRefused, Malformed, Point
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import MarkScale, Scale


def is_over(last: datetime, at: datetime) -> bool:
    """Whether an instant has passed; it names the last second that still counts."""
    return at.replace(microsecond=0) > last


@dataclass(frozen=True, slots=True)
class Series:
    """An exam session, such as June 2027: from `opens` to the end of the second `closes`, if the board set one."""

    id: SeriesId
    title: str
    opens: datetime
    closes: datetime | None

    def is_open(self, at: datetime) -> bool:
        """Whether the board takes marks in this series at this time."""
        return self.opens <= at and not (self.closes and is_over(self.closes, at))


def shown_first(all_series: Sequence[Series], at: datetime) -> Sequence[Series]:
    """Sort series so that the one to open on comes first: of those that take marks now, the first to close.

    When none takes marks, it is the one that closed last, whose marks are with the board, or else the next to open.
    """
    latest = sorted(all_series, key=lambda series: series.id, reverse=True)
    if taking := [series for series in latest if series.is_open(at)]:
        return sorted(taking, key=lambda series: (series.closes is None, series.closes or at))
    if closed := [series for series in latest if series.closes and series.opens <= at]:
        return [max(closed, key=lambda series: series.closes or at)]
    return sorted(latest, key=lambda series: series.opens)[:1]


@dataclass(frozen=True, slots=True)
class Qualification:
    """What a candidate is awarded, such as H446 A Level Computer Science."""

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

    Marks submitted after `deadline` are accepted as late; after `closes`, if the board set it, none are accepted. Both
    name the last second that counts.
    """

    opens: datetime
    deadline: datetime
    closes: datetime | None = None

    def state(self, at: datetime) -> WindowState:
        """Whether marks can be entered and submitted at this time."""
        if at < self.opens:
            return WindowState.NOT_OPEN
        return WindowState.CLOSED if self.closes and is_over(self.closes, at) else WindowState.OPEN

    def until(self, allowed: datetime) -> Self:
        """Extend the window to the time the board allowed one centre; it never gets shorter."""
        closes = max(self.closes, allowed) if self.closes else None
        return replace(self, deadline=max(self.deadline, allowed), closes=closes)

    def is_late(self, at: datetime) -> bool:
        """Whether marks submitted now come after the deadline."""
        return is_over(self.deadline, at)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A unit or component that the centre marks itself, in one series.

    `boundaries` are the lowest marks of grades as the board set them in an earlier series; empty when it set none.
    `circumstances` are those that can be recorded of its candidates, by code. `criteria` are those its mark is the sum
    of, in order; empty when it is marked as a whole.
    """

    series: SeriesId
    code: AssessmentCode
    title: str
    qualification: Qualification
    scale: Scale
    window: Window
    boundaries: Mapping[str, int] = field(default_factory=dict[str, int])
    circumstances: Mapping[str, CircumstanceKind] = field(default_factory=dict[str, CircumstanceKind])
    criteria: tuple[Criterion, ...] = ()

    def __post_init__(self) -> None:
        must_add_up(self.criteria, self.scale)
        for grade, lowest in self.boundaries.items():
            if not isinstance(self.scale, MarkScale) or not 0 <= lowest <= self.scale.maximum:
                raise Malformed(f"{lowest} for grade {grade} is not a mark of {self.code} ({self.scale})")


@dataclass(frozen=True, slots=True)
class Centre:
    """A school or college approved by the board; raises `Malformed` for the number of the board's own office."""

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
    """The parts of an entry that can be corrected."""

    NAME = "name"
    UCI = "uci"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person entered for an assessment; the name is written as on the entry: SURNAME Forename.

    `former` is the name before the entry was last renamed, and empty if it never was. `moved_from` is the centre that
    entered the candidate first, when they have moved to this one.
    """

    number: CandidateNumber
    name: str
    uci: Uci
    group: str = ""
    former: str = ""
    moved_from: CentreNumber | None = None

    def as_entered_again(self, entry: Self) -> Self:
        """Apply a later entry to this candidate: the previous name is kept as `former`, and so is a group left out.

        Going back to the previous name clears `former`: the change was a mistake. So does writing the same name
        differently.
        """
        slip = same_name(entry.name, self.former)
        former = self.former if same_name(entry.name, self.name) else "" if slip else self.name
        return replace(entry, group=entry.group or self.group, former=former, moved_from=self.moved_from)

    def corrected_from(self, before: Self) -> tuple[EntryPart, ...]:
        """Say which parts of the entry differ from those before."""
        return tuple(part for part in EntryPart if getattr(self, part) != getattr(before, part))

    def is_someone_else_than(self, entry: Self) -> bool:
        """Whether an entry has neither this candidate's UCI nor their name, so that it is another person's."""
        return entry.uci != self.uci and not same_name(entry.name, self.name)


Roster = Mapping[CandidateNumber, Candidate]
MOST_CANDIDATES: Final = 2_000
"""How many candidates a mark sheet can have, counting those withdrawn: the marks of so many always fit, and the largest
centres enter some hundreds."""
