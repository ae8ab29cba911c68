"""What the board's operators arrange: the catalogue, and who may do what. Each act is in a ledger with who did it."""

from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.catalogue.centre_facts import CatalogueChanged, MembershipChanged
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.ports import Member, Members
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Permission, Role
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
    """Say what a person or a machine client may do, at every centre of theirs; each centre's ledger says so.

    Raises `Forbidden`, `LostRace`.
    """

    members: Members
    clock: Clock

    def __call__(self, member: Member, actor: Actor) -> None:
        """Keep the member in place of the one before; whose roles are as they were is kept without a fact."""
        actor.must_on_board(Permission.OPERATE)
        before, now = self.members.get(member.subject).memberships, self.clock()
        facts = (
            MembershipChanged(
                office=office,
                at=now,
                by=actor.by_board,
                member=member.subject,
                name=member.name,
                before=before.get(office, NO_ROLES),
                after=member.memberships.get(office, NO_ROLES),
            )
            for office in sorted(before.keys() | member.memberships.keys())
            if before.get(office, NO_ROLES) != member.memberships.get(office, NO_ROLES)
        )
        self.members.put(member, *facts)
