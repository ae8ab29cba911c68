"""Who signed in, and what they may do where."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.people.ports import Members
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel


@dataclass(frozen=True, slots=True)
class Recognise:
    """Turn the subject of a token into an actor with the memberships stored now."""

    members: Members

    def __call__(self, subject: str, channel: Channel) -> Actor:
        """Give an actor; a stranger is one without memberships."""
        return self.members.get(subject).through(channel)


@dataclass(frozen=True, slots=True)
class ReadMemberships:
    """The centres an actor belongs to, by number."""

    catalogue: Catalogue

    def __call__(self, actor: Actor) -> Sequence[Centre]:
        """Read them with their names."""
        found = self.catalogue.centres(actor.memberships.keys() - {BOARD_CENTRE})
        return [found[number] for number in sorted(found)]
