"""Limit how often a machine client may send requests."""

from dataclasses import dataclass

from centremark.domain.people.ports import Rates
from centremark.domain.people.rate_limits import must_be_within_limit, window_of
from centremark.domain.shared.actor import Actor, Channel
from centremark.domain.shared.ports import Clock


@dataclass(frozen=True, slots=True)
class LimitRate:
    """Count a machine client's request; people are not counted. Raises `TooManyRequests`."""

    rates: Rates
    clock: Clock

    def __call__(self, actor: Actor) -> None:
        if actor.channel is Channel.API:
            now = self.clock()
            must_be_within_limit(self.rates.count(actor.id, window_of(now)), now)
