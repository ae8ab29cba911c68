"""A caller may ask so often in a minute, and is told how long to wait."""

from datetime import timedelta

import pytest

from centremark.domain.people.rate_limits import REQUESTS, must_be_within_limit, window_of
from centremark.domain.shared.actor import Channel
from centremark.domain.shared.errors import TooManyRequests
from tests.support.builders import NOON


@pytest.mark.parametrize("channel", [Channel.API, Channel.WEB])
def test_the_last_request_of_the_minute_passes_and_the_next_waits_for_the_next_minute(channel: Channel) -> None:
    at = NOON + timedelta(seconds=20, milliseconds=500)
    must_be_within_limit(REQUESTS[channel], channel, at)

    with pytest.raises(TooManyRequests) as refused:
        must_be_within_limit(REQUESTS[channel] + 1, channel, at)

    assert refused.value.wait == 40
    assert window_of(at + timedelta(seconds=refused.value.wait)) == window_of(at) + timedelta(minutes=1)


def test_typing_without_a_pause_in_five_tabs_stays_within_a_persons_limit() -> None:
    saves, looks = (
        60 / 1.5,
        10 + 50 / 5,
    )  # SaveQueue saves after 1.5 s of quiet; pollUntil looks each second, then each 5

    assert 5 * (saves + looks) * 2 <= REQUESTS[Channel.WEB]
