"""Note that a person signed in, for the administrators of their centres."""

from dataclasses import dataclass

from centremark.domain.people.ports import Sightings
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel
from centremark.domain.shared.ports import Clock


@dataclass(frozen=True, slots=True)
class NoteSighting:
    """Note the day at each of a person's centres; a program does not sign in."""

    sightings: Sightings
    clock: Clock

    def __call__(self, actor: Actor) -> None:
        centres = actor.memberships.keys() - {BOARD_CENTRE}
        if centres and actor.channel is Channel.WEB:
            self.sightings.note(actor.id, centres, self.clock())
