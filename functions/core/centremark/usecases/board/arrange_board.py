"""What the board's operators arrange: the catalogue, and who may do what. Each act is in a ledger with who did it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, MemberChanged, MembershipChanged
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.ports import Member, Members
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, By, Permission, Role
from centremark.domain.shared.ports import Clock
from centremark.usecases.shared.retry import retry_on_conflict

NO_ROLES = frozenset[Role]()


@dataclass(frozen=True, slots=True)
class PutCatalogue:
    """Put a series, an assessment or a centre into the catalogue; what is so already changes nothing.

    Raises `Forbidden`, `Busy`.
    """

    catalogue: Catalogue
    clock: Clock

    def __call__(self, item: Series | Assessment | Centre, actor: Actor) -> None:
        """Keep it in place of the one with the same code."""
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
    """Say who a person or a machine client is and what they may do; the ledger of each centre of theirs says so.

    Who belongs to very many centres is changed at some of them after others. What broke off is gone on with by giving
    the same roles again. Raises `Forbidden`, `Busy`.
    """

    members: Members
    clock: Clock

    def __call__(self, member: Member, actor: Actor) -> None:
        """Keep the member in place of the one before; what is as it was gives no fact."""
        actor.must_on_board(Permission.OPERATE)
        retry_on_conflict(lambda: self._attempt(member, actor.by_board))

    def _attempt(self, member: Member, by: By) -> None:
        before, now = self.members.get(member.subject), self.clock()
        facts = *_roles_changed(before, member, by, now), *_details_changed(before, member, by, now)
        self.members.put(member, *facts, over=before)


def _roles_changed(before: Member, after: Member, by: By, now: datetime) -> Iterator[MembershipChanged]:
    """A fact at each office where the member has other roles than before."""
    for office in sorted(before.memberships.keys() | after.memberships.keys()):
        had, has = before.memberships.get(office, NO_ROLES), after.memberships.get(office, NO_ROLES)
        if had != has:
            yield MembershipChanged(
                office=office, at=now, by=by, member=after.subject, name=after.name, before=had, after=has
            )


def _details_changed(before: Member, after: Member, by: By, now: datetime) -> Iterator[MemberChanged]:
    """A fact at each office where the member was and is, when they are called or mailed otherwise."""
    if (before.name, before.email, before.machine) == (after.name, after.email, after.machine):
        return
    for office in sorted(before.memberships.keys() & after.memberships.keys()):
        yield MemberChanged(
            office=office,
            at=now,
            by=by,
            member=after.subject,
            before=before.name,
            after=after.name,
            was_machine=before.machine,
            is_machine=after.machine,
            mailed_elsewhere=before.email != after.email,
        )
