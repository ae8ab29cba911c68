"""The people of a centre, as their own administrators manage them: invitations, roles, and who asks for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from centremark.domain.catalogue.centre_facts import (
    CentreFact,
    InvitationSent,
    MembershipChanged,
    RoleDeclined,
    RoleRequested,
)
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import CENTRE_ROLES, LIMITABLE, Actor, Limits, Role
from centremark.domain.shared.errors import (
    AlreadyAtCentre,
    AlreadySignedIn,
    AskedToday,
    CentreFull,
    LastAdministrator,
    NobodyToAsk,
    NotFound,
    PersonChanged,
    Point,
    RolesRefused,
)
from centremark.domain.shared.identifiers import AssessmentCode, CentreNumber

MOST_PEOPLE: Final = 400
"""How many people and programs a centre has at most: they are kept in one item, and listed in one answer."""
INVITATIONS_AN_HOUR: Final = 60
"""How many invitations a centre sends in an hour, so that the service is no means to mail strangers."""
TO_ONE_ADDRESS_AN_HOUR: Final = 5
"""How many of them go to one address."""
INVITATION_WORKS: Final = timedelta(days=7)
"""How long a temporary password works; the template's TemporaryPasswordValidityDays is the same."""
ASK_AGAIN: Final = timedelta(days=1)
"""How long someone waits before they ask for the same role again."""
MOST_ASSESSMENTS: Final = 40
"""How many assessments a role of one person can be limited to at a centre: memberships are read at every request."""
MOST_ASKED: Final = 5
"""How many roles one person has asked for at a time: what all of them ask is kept in one item."""
NO_ROLES: Final = frozenset[Role]()
NO_LIMITS: Final[Limits] = {}


@dataclass(frozen=True, slots=True)
class Invitation:
    """When someone was given access to the centre, and when the email about it last went out; None if it did not.

    `by` is the id of the administrator who gave it; empty where it was not kept yet.
    """

    given_at: datetime
    sent_at: datetime | None = None
    by: str = ""

    @property
    def works_until(self) -> datetime | None:
        """When the temporary password in the email ends."""
        return self.sent_at and self.sent_at + INVITATION_WORKS


@dataclass(frozen=True, slots=True)
class RoleFor:
    """A role for an assessment, or (None) for all."""

    role: Role
    assessment: AssessmentCode | None = None

    @property
    def words(self) -> str:
        """As people say it: enter marks for H446/03."""
        return f"{self.role} for {self.assessment}" if self.assessment else self.role


@dataclass(frozen=True, slots=True)
class RoleRequest:
    """A person of the centre asked for a role; declined or not, it is kept until they may ask again.

    With an `assessment` it is what they need the role for; an administrator gives it for that one, or for all.
    """

    subject: str
    role: Role
    at: datetime
    declined: bool = False
    assessment: AssessmentCode | None = None

    @property
    def wanted(self) -> RoleFor:
        """What they asked for."""
        return RoleFor(self.role, self.assessment)


@dataclass(frozen=True, slots=True)
class CentrePeople:
    """Everyone with a membership at a centre, by id; each has only that one, and the name this centre gave."""

    centre: CentreNumber
    members: Mapping[str, Member]
    invitations: Mapping[str, Invitation] = field(default_factory=dict[str, Invitation])
    requests: tuple[RoleRequest, ...] = ()
    version: int = 0

    def roles_of(self, subject: str) -> frozenset[Role]:
        """The roles someone has for the whole centre."""
        member = self.members.get(subject)
        return member.memberships[self.centre] if member else NO_ROLES

    def limits_of(self, subject: str) -> Limits:
        """The roles someone has for single assessments."""
        member = self.members.get(subject)
        return member.limits.get(self.centre, NO_LIMITS) if member else NO_LIMITS

    def has(self, subject: str, wanted: RoleFor) -> bool:
        """Whether someone has a role, for an assessment or for all."""
        limited = self.limits_of(subject).get(wanted.role, frozenset())
        return wanted.role in self.roles_of(subject) or wanted.assessment in limited

    @property
    def administrators(self) -> Sequence[Member]:
        """The people who can give roles, by name."""
        those = (m for m in self.members.values() if not m.machine and Role.ADMINISTRATOR in self.roles_of(m.subject))
        return sorted(those, key=lambda member: member.name)

    @property
    def open_requests(self) -> Sequence[RoleRequest]:
        """The requests nobody has answered, the oldest first."""
        return [request for request in self.requests if not request.declined]

    def person(self, subject: str) -> Member:
        """One of them; raises `NotFound`."""
        if member := self.members.get(subject):
            return member
        raise NotFound("Nobody at your centre has this id. Choose someone from the list of your centre's people.")


@dataclass(frozen=True, slots=True)
class RolesWanted:
    """The roles someone is to have in place of those `before`, as the administrator saw them.

    `limits` are those for single assessments. Whoever has no other role also gets the role to view the centre.
    """

    subject: str
    roles: frozenset[Role]
    before: frozenset[Role]
    limits: Limits = field(default_factory=dict[Role, frozenset[AssessmentCode]])
    limits_before: Limits = field(default_factory=dict[Role, frozenset[AssessmentCode]])


Change = tuple[CentrePeople, tuple[CentreFact, ...]]
"""The people after a decision, and what happened."""


def with_view(roles: frozenset[Role], limits: Limits) -> frozenset[Role]:
    """The roles for the whole centre of someone who may be limited to assessments: they see all of it."""
    return roles or (frozenset({Role.VIEW}) if limits else NO_ROLES)


def must_fit(people: CentrePeople, roles: frozenset[Role], limits: Limits = NO_LIMITS) -> None:
    """Raise `RolesRefused` or `CentreFull` when nobody can be invited with these roles."""
    _must_be_given_here(roles, limits)
    if not roles and not limits:
        raise _roles_refused(
            "Choose at least one role. To view marks without changing them, someone needs the role view."
        )
    if len(people.members) >= MOST_PEOPLE:
        raise CentreFull(
            f"A centre has {MOST_PEOPLE} people and programs at most, and yours has that many. "
            "Remove someone who has left, then invite again."
        )


def invite(people: CentrePeople, who: Member, actor: Actor, at: datetime) -> Change:
    """Give someone access to the centre. Raises `AlreadyAtCentre`, `RolesRefused`, `CentreFull`."""
    roles = who.memberships[people.centre]
    if held := people.members.get(who.subject):
        detail = f"{held.name} is at your centre already, with this address. Change their roles in the list instead."
        raise AlreadyAtCentre(detail, (Point("/email", AlreadyAtCentre.code, detail),))
    must_fit(people, roles, who.limits.get(people.centre, NO_LIMITS))
    after = replace(
        people,
        members={**people.members, who.subject: who},
        invitations={**people.invitations, who.subject: Invitation(at, by=actor.id)},
        version=people.version + 1,
    )
    return after, (_changed(people, after, who, actor, at),)


def leave(people: CentrePeople, actor: Actor, at: datetime, *, invited: frozenset[str] = frozenset()) -> Change:
    """Take someone's own roles from them, as they wish; `invited` as in `give_roles`.

    Raises `NotFound`, `LastAdministrator`.
    """
    held, limits = people.roles_of(actor.id), people.limits_of(actor.id)
    return give_roles(people, RolesWanted(actor.id, NO_ROLES, held, limits_before=limits), actor, at, invited=invited)


def give_roles(
    people: CentrePeople, wanted: RolesWanted, actor: Actor, at: datetime, *, invited: frozenset[str] = frozenset()
) -> Change:
    """Set someone's roles over those the administrator saw; with none, they leave the centre.

    `invited` are the administrators who have not signed in since they were invited: the centre does not rely on them.
    Raises `NotFound`, `PersonChanged`, `LastAdministrator`, `RolesRefused`.
    """
    subject, roles, limits = wanted.subject, with_view(wanted.roles, wanted.limits), wanted.limits
    person, held, limited = people.person(subject), people.roles_of(subject), people.limits_of(subject)
    _must_be_given_here(roles, limits)
    if person.machine and Role.ADMINISTRATOR in roles - held:
        raise _roles_refused("A program cannot be centre administrator. Give the role to a person.")
    if (held, limited) != (wanted.before, wanted.limits_before):
        detail = (
            f"Someone else changed the roles of {person.name} since you opened the page. They now have: "
            f"{', '.join(roles_in_words(held, limited))}. Nothing was changed. Look at the list again, then decide."
        )
        raise PersonChanged(detail, (Point("/before", PersonChanged.code, detail),))
    left = {other.subject for other in people.administrators} - {subject}
    if Role.ADMINISTRATOR in held - roles and not person.machine and not left - invited:
        who = "You are" if subject == actor.id else f"{person.name} is"
        waits = " or ".join(people.members[other].name for other in sorted(left))
        raise LastAdministrator(
            f"{who} the last administrator of your centre who has signed in, and a centre must have one. "
            + (f"Wait until {waits} has signed in." if left else "Make someone else centre administrator first.")
        )
    kept = {one: member for one, member in people.members.items() if one != subject}
    given = {people.centre: limits} if limits else {}
    stays = {subject: replace(person, memberships={people.centre: roles}, limits=given)} if roles else {}
    after = replace(
        people,
        members={**kept, **stays},
        invitations={one: said for one, said in people.invitations.items() if one != subject or roles},
        version=people.version + 1,
    )
    after = replace(after, requests=tuple(r for r in people.requests if r.subject != subject or _waits(after, r)))
    return after, () if (roles, limits) == (held, limited) else (_changed(people, after, person, actor, at),)


def must_need_invitation(people: CentrePeople, subject: str, seen_at: datetime | None) -> None:
    """Raise `NotFound`, or `AlreadySignedIn` for someone who has signed in at this centre, or is a program."""
    person = people.person(subject)
    if person.machine or seen_at:
        raise AlreadySignedIn(
            f"{person.name} has signed in, so needs no invitation. "
            "If they forgot their password, the sign-in page sends them a code."
        )


def invitation_sent(people: CentrePeople, subject: str, actor: Actor, at: datetime) -> Change:
    """Record that the email with which someone can sign in went out. Raises `NotFound`."""
    person = people.person(subject)
    held = people.invitations.get(subject, Invitation(at))
    after = replace(
        people,
        invitations={**people.invitations, subject: replace(held, sent_at=at)},
        version=people.version + 1,
    )
    by = actor.by(people.centre)
    return after, (InvitationSent(office=people.centre, at=at, by=by, member=subject, name=person.name),)


def ask_for_role(people: CentrePeople, wanted: RoleFor, actor: Actor, at: datetime) -> Change:
    """Ask the administrators for a role, or for one for an assessment.

    Raises `NobodyToAsk`, `AskedToday`, `RolesRefused`.
    """
    people.person(actor.id)
    role, assessment = wanted.role, wanted.assessment
    limits = {role: frozenset({assessment})} if assessment else NO_LIMITS
    _must_be_given_here(NO_ROLES if limits else frozenset({role}), limits, "/role", "/role")
    if people.has(actor.id, wanted):
        raise _roles_refused(f"You have the role {wanted.words} already. Load the page again to use it.", "/role")
    if not people.administrators:
        raise NobodyToAsk(
            "Your centre has no administrator who could give you a role. Contact the exam board and ask it to name one."
        )
    mine = [r for r in people.requests if (r.subject, r.wanted) == (actor.id, wanted)]
    if any(at - request.at < ASK_AGAIN for request in mine):
        raise AskedToday(
            f"You asked for the role {wanted.words} less than a day ago. "
            f"Ask again tomorrow, or speak to {_any(people)}."
        )
    kept = [r for r in people.requests if r not in mine and not _is_over(r, at)]
    if sum(r.subject == actor.id for r in kept) >= MOST_ASKED:
        raise AskedToday(
            f"You have asked for {MOST_ASKED} roles that nobody has given yet. Speak to {_any(people)}, "
            "who can give you a role for several assessments at once."
        )
    asked = RoleRequest(actor.id, role, at, assessment=assessment)
    after = replace(people, requests=(*kept, asked), version=people.version + 1)
    by = actor.by(people.centre)
    return after, (RoleRequested(office=people.centre, at=at, by=by, role=role, assessment=assessment),)


def decline_role(people: CentrePeople, subject: str, wanted: RoleFor, actor: Actor, at: datetime) -> Change:
    """Answer a request with no; one that is answered already stays as it is. Raises `NotFound`."""
    person = people.person(subject)
    asked = [r for r in people.open_requests if (r.subject, r.wanted) == (subject, wanted)]
    if not asked:
        return people, ()
    after = replace(
        people,
        requests=tuple(replace(r, declined=True) if r in asked else r for r in people.requests),
        version=people.version + 1,
    )
    fact = RoleDeclined(
        office=people.centre,
        at=at,
        by=actor.by(people.centre),
        member=subject,
        name=person.name,
        role=wanted.role,
        assessment=wanted.assessment,
    )
    return after, (fact,)


def roles_in_words(roles: frozenset[Role], limits: Limits) -> list[str]:
    """Each role, those for single assessments with these."""
    return [*sorted(roles), *(f"{role} ({', '.join(sorted(limits[role]))})" for role in sorted(limits))]


def _waits(people: CentrePeople, request: RoleRequest) -> bool:
    """Whether someone still lacks what they asked for; not for who has left."""
    return request.subject in people.members and not people.has(request.subject, request.wanted)


def _is_over(request: RoleRequest, at: datetime) -> bool:
    return request.declined and at - request.at >= ASK_AGAIN


def _any(people: CentrePeople) -> str:
    return " or ".join(member.name for member in people.administrators[:3])


def _roles_refused(detail: str, place: str = "/roles") -> RolesRefused:
    return RolesRefused(detail, (Point(place, RolesRefused.code, detail),))


def _must_be_given_here(
    roles: frozenset[Role], limits: Limits, at_roles: str = "/roles", at_limits: str = "/limits"
) -> None:
    """Raise `RolesRefused` for roles that no centre gives like this; it points at where they stand in the request."""
    if others := (roles | limits.keys()) - CENTRE_ROLES:
        raise _roles_refused(
            f"Only the exam board gives the role {', '.join(sorted(others))}, and only to its own people.",
            at_roles if others & roles else at_limits,
        )
    if whole := limits.keys() - LIMITABLE:
        raise _roles_refused(
            f"The role {', '.join(sorted(whole))} is for the whole centre. Give it without assessments.", at_limits
        )
    if twice := roles & limits.keys():
        raise _roles_refused(
            f"Give the role {', '.join(sorted(twice))} for the whole centre or for single assessments, not both.",
            at_limits,
        )
    for role, codes in limits.items():
        if not 0 < len(codes) <= MOST_ASSESSMENTS:
            raise _roles_refused(
                f"Name 1 to {MOST_ASSESSMENTS} assessments for the role {role}, or give it for the whole centre.",
                at_limits,
            )


def _changed(before: CentrePeople, after: CentrePeople, who: Member, actor: Actor, at: datetime) -> MembershipChanged:
    return MembershipChanged(
        office=before.centre,
        at=at,
        by=actor.by(before.centre),
        member=who.subject,
        name=who.name,
        before=before.roles_of(who.subject),
        after=after.roles_of(who.subject),
        limits_before=before.limits_of(who.subject),
        limits_after=after.limits_of(who.subject),
    )
