"""Amendments to centre marks: what a centre asks the board to change after it has submitted, and the result."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Outcome


class Reason(StrEnum):
    """Why marks are amended, in words that complete 'the marks are amended because …'."""

    COPIED = "a mark was copied wrongly"
    ADDED = "marks were added up wrongly"
    SWAPPED = "two candidates' marks were mixed up"
    REVIEWED = "an internal review of marking changed the marks"
    STANDARDISED = "internal standardisation changed the marks"
    WORK_FOUND = "work thought to be missing was handed in"
    NO_WORK = "a mark was given but no work was handed in"
    NOT_AUTHENTIC = "the work cannot be confirmed as the candidate's own"
    OTHER = "of another reason, given in the explanation"

    @property
    def slug(self) -> str:
        """The reason as sent and stored: work-found."""
        return self.name.lower().replace("_", "-")

    @classmethod
    def from_slug(cls, slug: str) -> Self:
        """Read `slug` back; raises KeyError."""
        return cls[slug.upper().replace("-", "_")]


class AmendmentState(StrEnum):
    """How far a request is; only *pending* can still change."""

    PENDING = "pending"
    APPLIED = "applied"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AmendedMark:
    """A candidate's outcome before and after."""

    candidate: CandidateNumber
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a centre asks for. `approved_by` is the name of the person at the centre who approved it."""

    marks: tuple[AmendedMark, ...]
    reason: Reason
    explanation: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class WorkWanted:
    """Work the board wants to see: whose, where to send it, and the last day in London to send it."""

    candidates: tuple[CandidateNumber, ...]
    send_to: str
    due: date


@dataclass(frozen=True, slots=True)
class WorkAsked:
    """Who requested which work, and who recorded it as sent."""

    wanted: WorkWanted
    asked: Attribution
    sent: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """One request of a sheet, numbered from 1; `decided` says who ended it."""

    number: int
    wanted: Wanted
    asked: Attribution
    state: AmendmentState = AmendmentState.PENDING
    work: WorkAsked | None = None
    decided: Attribution | None = None

    @property
    def is_open(self) -> bool:
        """Whether the board has yet to decide and the centre may still withdraw it."""
        return self.state is AmendmentState.PENDING
