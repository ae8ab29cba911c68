"""Limit how often a person or a machine client may send requests."""

from dataclasses import dataclass

from centremark.domain.people.ports import Rates
from centremark.domain.people.rate_limits import must_be_within_limit, window_of
from centremark.domain.shared.actor import Actor
from centremark.domain.shared.ports import Clock


@dataclass(frozen=True, slots=True)
class LimitRate:
    """Count a caller's request. Raises `TooManyRequests`."""

    rates: Rates
    clock: Clock

    def __call__(self, actor: Actor) -> None:
        now = self.clock()
        must_be_within_limit(self.rates.count(actor.id, window_of(now)), actor.channel, now)
