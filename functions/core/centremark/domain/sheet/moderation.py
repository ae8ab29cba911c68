"""Moderation: the board asks for a sample of the work a centre marked, and may move the centre's marks."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber
from centremark.domain.shared.outcomes import Outcome


class Why(StrEnum):
    """Why a candidate is in the sample."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    DRAWN = "drawn"
    EVERYONE = "everyone"
    ADDED = "added"
    REPLACEMENT = "replacement"


class Method(StrEnum):
    """How the moderator sees the work."""

    POST = "post"
    UPLOAD = "upload"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Moderator:
    """The moderator's name, and the lines of the address to send work to."""

    name: str
    address: tuple[str, ...]


class WorkState(StrEnum):
    """What has become of one candidate's work.

    *Lost* work is replaced by another candidate's; the work of a candidate *withdrawn* before it was sent is not.
    """

    ASKED = "asked"
    SENT = "sent"
    LOST = "lost"
    WITHDRAWN = "withdrawn"

    @property
    def is_wanted(self) -> bool:
        """Whether the board still expects to see the work."""
        return self in {WorkState.ASKED, WorkState.SENT}


@dataclass(frozen=True, slots=True)
class SampledWork:
    """One candidate's work in the sample and why it was drawn.

    `replaces` is the candidate whose lost work this one replaces, if any.
    """

    candidate: CandidateNumber
    why: Why
    replaces: CandidateNumber | None = None
    state: WorkState = WorkState.ASKED
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class ModerationOutcome:
    """What moderation found; the centre sees it from `release_at`.

    `adjusted` are the marks the board gives beside the centre's own, which stay as they are; none means that
    the centre's marks are accepted.
    """

    adjusted: tuple[tuple[CandidateNumber, Outcome], ...]
    attribution: Attribution
    release_at: datetime


@dataclass(frozen=True, slots=True)
class Moderation:
    """The moderation of one sheet, together with those of the `centres` of its consortium when it has one.

    `seed` decides the draw and is stored so that the draw can be repeated; `pool` is how many candidates of all these
    centres were drawn from. `due` is the last day in London to send the work.
    """

    seed: str
    centres: tuple[CentreNumber, ...]
    moderator: Moderator
    method: Method
    started: Attribution
    pool: int = 0
    due: date | None = None
    sample: tuple[SampledWork, ...] = ()
    outcome: ModerationOutcome | None = None

    def released(self, at: datetime) -> ModerationOutcome | None:
        """The outcome, once the centre may see it."""
        return self.outcome if self.outcome and self.outcome.release_at <= at else None
