"""Facts about a centre or the board's office rather than about one sheet, each with who did it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.departments import Department
from centremark.domain.shared.actor import By, Limits, Role
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber, SeriesId


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreFact:
    """Something that was done at an office: a centre's, or the board's own (`BOARD_OFFICE`)."""

    NAME: ClassVar[str]

    office: CentreNumber
    at: datetime
    by: By


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueChanged(CentreFact):
    """The board added a series, an assessment or a centre to its catalogue, or changed the one that was `before`."""

    NAME = "CatalogueChanged.v1"
    before: Series | Assessment | Centre | None
    after: Series | Assessment | Centre


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChanged(CentreFact):
    """A member's roles at this office changed; with no roles `after` they have left it.

    `member` is their id and `name` their present name. The limits are the roles for single assessments.
    """

    NAME = "MembershipChanged.v1"
    member: str
    name: str
    before: frozenset[Role]
    after: frozenset[Role]
    limits_before: Limits = field(default_factory=dict[Role, frozenset[AssessmentCode]])
    limits_after: Limits = field(default_factory=dict[Role, frozenset[AssessmentCode]])


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChanged(CentreFact):
    """A member's name, email address or kind (person or machine client) changed.

    `member` is their id; `before` and `after` are their names. Email addresses are personal and the ledger is kept for
    good, so it records only that the address changed.
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
    """The board set which centres are moderated together; with none `after` it dissolved the consortium."""

    NAME = "ConsortiumArranged.v1"
    series: SeriesId
    assessment: AssessmentCode
    before: tuple[CentreNumber, ...]
    after: tuple[CentreNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondCheckerChosen(CentreFact):
    """A centre chose whether marks must be checked by someone other than the person who entered them."""

    NAME = "SecondCheckerChosen.v1"
    second_checker: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentsChanged(CentreFact):
    """A centre named its departments, or put qualifications in them."""

    NAME = "DepartmentsChanged.v1"
    before: tuple[Department, ...]
    after: tuple[Department, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationSent(CentreFact):
    """A person of the centre was mailed how to sign in, for the first time or again; `member` is their id."""

    NAME = "InvitationSent.v1"
    member: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRequested(CentreFact):
    """A person of the centre asked its administrators for a role, or for one for an assessment."""

    NAME = "RoleRequested.v1"
    role: Role
    assessment: AssessmentCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDeclined(CentreFact):
    """An administrator declined the role that a person asked for; `member` is that person's id."""

    NAME = "RoleDeclined.v1"
    member: str
    name: str
    role: Role
    assessment: AssessmentCode | None = None


class WebhookChange(StrEnum):
    """What was done to a centre's webhook."""

    SET = "set"
    ROTATED = "rotated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChanged(CentreFact):
    """A centre's webhook got another address or a new secret, or was removed; the ledger never holds a secret."""

    NAME = "WebhookChanged.v1"
    change: WebhookChange
    before: str
    after: str
