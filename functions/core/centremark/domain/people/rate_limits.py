"""How many requests a program may make, so that none slows the others down."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final

from centremark.domain.shared.errors import TooManyRequests

REQUESTS: Final = 600
"""What one machine client may ask in a minute; people are not counted."""
WINDOW: Final = timedelta(minutes=1)


def window_of(at: datetime) -> datetime:
    """The start of the minute that a request counts in."""
    return at.replace(second=0, microsecond=0)


def must_be_within_limit(count: int, at: datetime) -> None:
    """Let the `count`-th request of its minute pass, or raise `TooManyRequests` with the time to wait."""
    if count > REQUESTS:
        wait = ceil((window_of(at) + WINDOW - at).total_seconds())
        raise TooManyRequests(
            f"You sent more than {REQUESTS} requests in a minute. Wait {wait} s, then send this one again.",
            wait,
        )
