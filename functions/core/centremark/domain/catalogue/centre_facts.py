"""What people arranged at a centre or at the board: facts of no one sheet, each with who did it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.shared.actor import By, Role
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreFact:
    """Something that someone arranged at an office: a centre's, or the board's own, which is `BOARD_OFFICE`."""

    NAME: ClassVar[str]

    office: CentreNumber
    at: datetime
    by: By


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueChanged(CentreFact):
    """The board put a series, an assessment or a centre into its catalogue, or changed it from what was `before`."""

    NAME = "CatalogueChanged.v1"
    before: Series | Assessment | Centre | None
    after: Series | Assessment | Centre


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChanged(CentreFact):
    """What someone may do at this office became something else; with no roles `after` they have left it.

    `member` is their id, and `name` what they are called now.
    """

    NAME = "MembershipChanged.v1"
    member: str
    name: str
    before: frozenset[Role]
    after: frozenset[Role]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChanged(CentreFact):
    """A member of this office got another name, became a machine client or a person, or is mailed somewhere else.

    `member` is their id; `before` and `after` are what they were and are called. Addresses are personal, and the ledger
    is kept for good, so it holds only that theirs changed.
    """

    NAME = "MemberChanged.v1"
    member: str
    before: str
    after: str
    was_machine: bool
    is_machine: bool
    mailed_elsewhere: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsortiumArranged(CentreFact):
    """The board arranged which centres are moderated together; with none `after` it dissolved the consortium."""

    NAME = "ConsortiumArranged.v1"
    series: SeriesId
    assessment: AssessmentCode
    before: tuple[CentreNumber, ...]
    after: tuple[CentreNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondCheckerChosen(CentreFact):
    """A centre chose whether another person than who entered a mark checks it."""

    NAME = "SecondCheckerChosen.v1"
    second_checker: bool


class WebhookChange(StrEnum):
    """What was done to a centre's webhook."""

    SET = "set"
    ROTATED = "rotated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChanged(CentreFact):
    """A centre's webhook got another address or a new secret, or was removed; no secret is in the ledger."""

    NAME = "WebhookChanged.v1"
    change: WebhookChange
    before: str
    after: str
