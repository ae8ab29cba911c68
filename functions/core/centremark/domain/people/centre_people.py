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
from centremark.domain.shared.actor import CENTRE_ROLES, Actor, Role
from centremark.domain.shared.errors import (
    AlreadyAtCentre,
    AlreadySignedIn,
    AskedToday,
    CentreFull,
    LastAdministrator,
    NobodyToAsk,
    NotFound,
    PersonChanged,
    RolesRefused,
)
from centremark.domain.shared.identifiers import CentreNumber

MOST_PEOPLE: Final = 400
"""How many people and programs a centre has at most: they are kept in one item, and listed in one answer."""
INVITATIONS_AN_HOUR: Final = 60
"""How many invitations a centre sends in an hour, so that the service is no means to mail strangers."""
INVITATION_WORKS: Final = timedelta(days=7)
"""How long a temporary password works; the template's TemporaryPasswordValidityDays is the same."""
ASK_AGAIN: Final = timedelta(days=1)
"""How long someone waits before they ask for the same role again."""
NO_ROLES: Final = frozenset[Role]()


@dataclass(frozen=True, slots=True)
class Invitation:
    """When someone was given access to the centre, and when the email about it last went out; None if it did not."""

    given_at: datetime
    sent_at: datetime | None = None

    @property
    def works_until(self) -> datetime | None:
        """When the temporary password in the email ends."""
        return self.sent_at and self.sent_at + INVITATION_WORKS


@dataclass(frozen=True, slots=True)
class RoleRequest:
    """A person of the centre asked for a role; declined or not, it is kept until they may ask again."""

    subject: str
    role: Role
    at: datetime
    declined: bool = False


@dataclass(frozen=True, slots=True)
class CentrePeople:
    """Everyone with a membership at a centre, by id; each has only that one, and the name this centre gave."""

    centre: CentreNumber
    members: Mapping[str, Member]
    invitations: Mapping[str, Invitation] = field(default_factory=dict[str, Invitation])
    requests: tuple[RoleRequest, ...] = ()
    version: int = 0

    def roles_of(self, subject: str) -> frozenset[Role]:
        """The roles someone has at this centre."""
        member = self.members.get(subject)
        return member.memberships[self.centre] if member else NO_ROLES

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
    """The roles someone is to have in place of those `before`, as the administrator saw them."""

    subject: str
    roles: frozenset[Role]
    before: frozenset[Role]


Change = tuple[CentrePeople, tuple[CentreFact, ...]]
"""The people after a decision, and what happened."""


def must_fit(people: CentrePeople, roles: frozenset[Role]) -> None:
    """Raise `RolesRefused` or `CentreFull` when nobody can be invited with these roles."""
    _must_be_given_here(roles)
    if not roles:
        raise RolesRefused(
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
        raise AlreadyAtCentre(
            f"{held.name} is at your centre already, with this address. Change their roles in the list instead."
        )
    must_fit(people, roles)
    after = replace(
        people,
        members={**people.members, who.subject: who},
        invitations={**people.invitations, who.subject: Invitation(at)},
        version=people.version + 1,
    )
    return after, (_changed(people, after, who, actor, at),)


def give_roles(people: CentrePeople, wanted: RolesWanted, actor: Actor, at: datetime) -> Change:
    """Set someone's roles over those the administrator saw; with none, they leave the centre.

    Raises `NotFound`, `PersonChanged`, `LastAdministrator`, `RolesRefused`.
    """
    subject, roles = wanted.subject, wanted.roles
    person, held = people.person(subject), people.roles_of(subject)
    _must_be_given_here(roles)
    if person.machine and Role.ADMINISTRATOR in roles - held:
        raise RolesRefused("A program cannot be centre administrator. Give the role to a person.")
    if held != wanted.before:
        raise PersonChanged(
            f"Someone else changed the roles of {person.name} since you opened the page. They now have: "
            f"{', '.join(sorted(held))}. Nothing was changed. Look at the list again, then decide."
        )
    left = {other.subject for other in people.administrators} - {subject}
    if Role.ADMINISTRATOR in held - roles and not person.machine and not left:
        raise LastAdministrator(
            f"{person.name} is the last administrator of your centre, and a centre must have one. "
            "Make someone else centre administrator first."
        )
    kept = {one: member for one, member in people.members.items() if one != subject}
    stays = {subject: replace(person, memberships={people.centre: roles})} if roles else {}
    after = replace(
        people,
        members={**kept, **stays},
        invitations={one: said for one, said in people.invitations.items() if one != subject or roles},
        requests=tuple(r for r in people.requests if r.subject != subject or (roles and r.role not in roles)),
        version=people.version + 1,
    )
    return after, () if roles == held else (_changed(people, after, person, actor, at),)


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


def ask_for_role(people: CentrePeople, role: Role, actor: Actor, at: datetime) -> Change:
    """Ask the administrators for a role. Raises `NobodyToAsk`, `AskedToday`, `RolesRefused`."""
    people.person(actor.id)
    _must_be_given_here(frozenset({role}))
    if role in people.roles_of(actor.id):
        raise RolesRefused(f"You have the role {role} already. Load the page again to use it.")
    if not people.administrators:
        raise NobodyToAsk(
            "Your centre has no administrator who could give you a role. Contact the exam board and ask it to name one."
        )
    mine = (r for r in people.requests if (r.subject, r.role) == (actor.id, role))
    if any(at - request.at < ASK_AGAIN for request in mine):
        raise AskedToday(
            f"You asked for the role {role} less than a day ago. Ask again tomorrow, or speak to {_any(people)}."
        )
    kept = (r for r in people.requests if (r.subject, r.role) != (actor.id, role) and not _is_over(r, at))
    after = replace(people, requests=(*kept, RoleRequest(actor.id, role, at)), version=people.version + 1)
    return after, (RoleRequested(office=people.centre, at=at, by=actor.by(people.centre), role=role),)


def decline_role(people: CentrePeople, subject: str, role: Role, actor: Actor, at: datetime) -> Change:
    """Answer a request with no; one that is answered already stays as it is. Raises `NotFound`."""
    person = people.person(subject)
    asked = [r for r in people.open_requests if (r.subject, r.role) == (subject, role)]
    if not asked:
        return people, ()
    after = replace(
        people,
        requests=tuple(replace(r, declined=True) if r in asked else r for r in people.requests),
        version=people.version + 1,
    )
    fact = RoleDeclined(
        office=people.centre, at=at, by=actor.by(people.centre), member=subject, name=person.name, role=role
    )
    return after, (fact,)


def _is_over(request: RoleRequest, at: datetime) -> bool:
    return request.declined and at - request.at >= ASK_AGAIN


def _any(people: CentrePeople) -> str:
    return " or ".join(member.name for member in people.administrators[:3])


def _must_be_given_here(roles: frozenset[Role]) -> None:
    if others := roles - CENTRE_ROLES:
        raise RolesRefused(
            f"Only the exam board gives the role {', '.join(sorted(others))}, and only to its own people."
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
    )
