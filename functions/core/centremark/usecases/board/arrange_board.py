"""What the board's operators change: the catalogue, and roles. Each change is in a ledger with who made it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, MemberChanged, MembershipChanged
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.names import PersonName
from centremark.domain.people.ports import Member, Members
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, By, Limits, Permission, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.ports import Clock
from centremark.usecases.shared.retry import retry_on_conflict

NO_ROLES = frozenset[Role]()


@dataclass(frozen=True, slots=True)
class PutCatalogue:
    """Put a series, an assessment or a centre into the catalogue; one that is equal already changes nothing.

    Raises `Forbidden`, `Busy`.
    """

    catalogue: Catalogue
    clock: Clock

    def __call__(self, item: Series | Assessment | Centre, actor: Actor) -> None:
        """Save it in place of the one with the same code."""
        actor.must_on_board(Permission.OPERATE)

        def attempt() -> None:
            before = self._held(item)
            if before != item:
                office = item.number if isinstance(item, Centre) else BOARD_CENTRE
                now, by = self.clock(), actor.by_board
                self.catalogue.put(item, CatalogueChanged(office=office, at=now, by=by, before=before, after=item))

        retry_on_conflict(attempt)

    def _held(self, item: Series | Assessment | Centre) -> Series | Assessment | Centre | None:
        match item:
            case Series():
                return next((held for held in self.catalogue.series() if held.id == item.id), None)
            case Assessment():
                return next((held for held in self.catalogue.assessments(item.series) if held.code == item.code), None)
            case Centre():
                return self.catalogue.centres([item.number]).get(item.number)


@dataclass(frozen=True, slots=True)
class GiveRoles:
    """Set who a person or machine client is and what they may do, and record it in the ledger of each centre.

    With very many centres the change is saved in several steps. If it breaks off, giving the same roles again completes
    it. Raises `Forbidden`, `Malformed` (a new name that is none), `Busy`.
    """

    members: Members
    clock: Clock

    def __call__(self, member: Member, actor: Actor) -> None:
        """Save the member in place of the one before; only what differs gives a fact."""
        actor.must_on_board(Permission.OPERATE)
        retry_on_conflict(lambda: self._attempt(member, actor.by_board))

    def _attempt(self, member: Member, by: By) -> None:
        before, now = self.members.get(member.subject), self.clock()
        for name in {member.name, *member.names.values()} - {before.name, *before.names.values()}:
            PersonName(name)
        named = {centre: name for centre, name in before.names.items() if centre in member.memberships}
        member = replace(
            member, names={**named, **member.names}, limits={**_limits_kept(before, member), **member.limits}
        )
        facts = *_roles_changed(before, member, by, now), *_details_changed(before, member, by, now)
        self.members.put(member, *facts, over=before)


def _limits_kept(before: Member, after: Member) -> dict[CentreNumber, Limits]:
    """The roles for single assessments at centres where the board takes no role, except those it gives for all."""
    given = after.memberships
    kept = {
        centre: {role: codes for role, codes in limits.items() if role not in given[centre]}
        for centre, limits in before.limits.items()
        if centre in given and before.memberships.get(centre, NO_ROLES) <= given[centre]
    }
    return {centre: limits for centre, limits in kept.items() if limits}


def _roles_changed(before: Member, after: Member, by: By, now: datetime) -> Iterator[MembershipChanged]:
    """A fact for each office where the member's roles changed."""
    for office in sorted(before.memberships.keys() | after.memberships.keys()):
        had, has = before.memberships.get(office, NO_ROLES), after.memberships.get(office, NO_ROLES)
        limits_before, limits_after = before.limits.get(office, {}), after.limits.get(office, {})
        if (had, limits_before) != (has, limits_after):
            yield MembershipChanged(
                office=office,
                at=now,
                by=by,
                member=after.subject,
                name=after.name_at(office),
                before=had,
                after=has,
                limits_before=limits_before,
                limits_after=limits_after,
            )


def _details_changed(before: Member, after: Member, by: By, now: datetime) -> Iterator[MemberChanged]:
    """A fact for each office of the member when their name, email address or kind changed."""
    for office in sorted(before.memberships.keys() & after.memberships.keys()):
        was, now_called = before.name_at(office), after.name_at(office)
        if (was, before.email, before.machine) == (now_called, after.email, after.machine):
            continue
        yield MemberChanged(
            office=office,
            at=now,
            by=by,
            member=after.subject,
            before=was,
            after=now_called,
            was_machine=before.machine,
            is_machine=after.machine,
            mailed_elsewhere=before.email != after.email,
        )
