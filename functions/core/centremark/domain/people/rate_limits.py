"""How many requests a program or a person may make, so that none slows the others down."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from centremark.domain.shared.actor import Channel
from centremark.domain.shared.errors import TooManyRequests

REQUESTS: Final[Mapping[Channel, int]] = {Channel.API: 600, Channel.WEB: 1200}
"""What a machine client and a person may ask in a minute, in all their tabs together. A page saves 40 times in a minute
of typing and looks for a print or an upload 20 times; docs/adr/0020-people-are-counted-too.md."""
WINDOW: Final = timedelta(minutes=1)


def window_of(at: datetime) -> datetime:
    """The start of the minute that a request counts in."""
    return at.replace(second=0, microsecond=0)


def must_be_within_limit(count: int, channel: Channel, at: datetime) -> None:
    """Let the `count`-th request of its minute pass, or raise `TooManyRequests` with the time to wait."""
    allowed = REQUESTS[channel]
    if count > allowed:
        wait = ceil((window_of(at) + WINDOW - at).total_seconds())
        raise TooManyRequests(
            f"You sent more than {allowed:,} requests in a minute. Wait {wait} s, then send this one again.",
            wait,
        )
