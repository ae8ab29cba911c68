"""Shapes of a centre's people as its administrators manage them, and of what people ask them for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from pydantic import Field

from centremark.domain.people.centre_people import MOST_ASSESSMENTS, RoleFor
from centremark.domain.shared.actor import LIMITABLE, Limits, Role
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.handlers.api.fields import AssessmentIn, EmailIn, PersonNameIn
from centremark.handlers.api.schemas.shared import In, LimitOut, Out
from centremark.usecases.people.manage_people import AdministratorsView, PeopleView, PersonView

RolesIn = Annotated[frozenset[Role], Field(max_length=len(Role))]


class LimitIn(In):
    """A role for these assessments only, in every series: *enter marks* or *submit marks*.

    A code that no assessment has is taken, for it may come with the next series; until then it permits nothing.
    """

    role: Role
    assessments: Annotated[list[AssessmentIn], Field(min_length=1, max_length=MOST_ASSESSMENTS)]


LimitsIn = Annotated[tuple[LimitIn, ...], Field(max_length=len(LIMITABLE))]


def limits_in(sent: Iterable[LimitIn]) -> Limits:
    """The limits that were sent; a role that comes twice is for the assessments of both."""
    limits: dict[Role, frozenset[AssessmentCode]] = {}
    for one in sent:
        limits[one.role] = limits.get(one.role, frozenset()) | frozenset(map(AssessmentCode, one.assessments))
    return limits


class InviteIn(In):
    """Whom to invite, at which address, and the roles they get at the centre; `limits` are for single assessments."""

    name: PersonNameIn
    email: EmailIn
    roles: RolesIn
    limits: LimitsIn = ()


class GiveRolesIn(In):
    """A person's roles in place of those `before`, as you saw them; without any role they leave the centre.

    `limits` are roles for single assessments, in place of `limits_before`. Whoever has no others also gets *view*:
    everybody at a centre sees all of it.
    """

    roles: RolesIn
    before: RolesIn
    limits: LimitsIn = ()
    limits_before: LimitsIn = ()


class RoleIn(In):
    """A role that is asked for or declined; with `assessment` it is needed for that one."""

    role: Role
    assessment: AssessmentIn | None = None

    @property
    def wanted(self) -> RoleFor:
        return RoleFor(self.role, AssessmentCode(self.assessment) if self.assessment else None)


class PersonOut(Out):
    """A person or program of a centre.

    `given_at` is when an administrator of the centre gave access, `invitation_sent_at` when the email about it last
    went out, and `invitation_works_until` when its temporary password ends; all are null for someone whom the board
    named. `last_signed_in` is noted once a day, and null for someone who has not since they got access.
    `mail_failed_at` is when mail to the address last came back.
    """

    id: str
    name: str
    email: str
    machine: bool
    roles: list[Role]
    limits: list[LimitOut]
    given_at: datetime | None
    invitation_sent_at: datetime | None
    invitation_works_until: datetime | None
    last_signed_in: datetime | None
    mail_failed_at: datetime | None

    @classmethod
    def of(cls, view: PersonView) -> "PersonOut":
        invitation, details = view.invitation, view.details
        return cls(
            id=view.member.subject,
            name=view.member.name,
            email=details.email,
            machine=view.member.machine,
            roles=sorted(view.roles),
            limits=LimitOut.all_of(view.limits),
            given_at=invitation and invitation.given_at,
            invitation_sent_at=invitation and invitation.sent_at,
            invitation_works_until=invitation and invitation.works_until,
            last_signed_in=details.seen_at,
            mail_failed_at=details.mail_failed_at,
        )


class RoleRequestOut(Out):
    """A person asks the centre's administrators for a role; with `assessment` they need it for that one."""

    person: str
    name: str
    role: Role
    assessment: str | None
    at: datetime


class CentrePeopleOut(Out):
    """Everyone at a centre by name, and the requests for roles that wait, the oldest first."""

    people: list[PersonOut]
    requests: list[RoleRequestOut]

    @classmethod
    def of(cls, view: PeopleView) -> "CentrePeopleOut":
        asked = [
            RoleRequestOut(
                person=who.subject,
                name=who.name,
                role=request.role,
                assessment=request.assessment,
                at=request.at,
            )
            for who, request in view.requests
        ]
        return cls(people=[PersonOut.of(one) for one in view.people], requests=asked)


class GivenOut(Out):
    """The person as they now are; null when they have left the centre."""

    person: PersonOut | None


class DeclinedOut(Out):
    """The request that is answered with no."""

    person: str
    role: Role
    assessment: str | None


class AskedOut(Out):
    """A role that you asked for, when, and whether an administrator declined it."""

    role: Role
    assessment: str | None
    at: datetime
    declined: bool


class LeftOut(Out):
    """The centre that you left."""

    centre: str


class AdministratorsOut(Out):
    """The names of the people who can give roles at a centre, and the roles that you asked them for.

    `given_at` is when an administrator of the centre gave you access, null if the board named you, and `given_by` who;
    null if they have left the centre.
    """

    administrators: list[str]
    asked: list[AskedOut]
    given_by: str | None
    given_at: datetime | None

    @classmethod
    def of(cls, view: AdministratorsView) -> "AdministratorsOut":
        asked = [AskedOut.model_validate(one) for one in view.asked]
        return cls(administrators=list(view.names), asked=asked, given_by=view.given_by or None, given_at=view.given_at)
