"""A machine client may ask so often in a minute, and is told how long to wait."""

from datetime import timedelta

import pytest

from centremark.domain.people.rate_limits import REQUESTS, must_be_within_limit, window_of
from centremark.domain.shared.errors import TooManyRequests
from tests.support.builders import NOON


def test_the_last_request_of_the_minute_passes_and_the_next_waits_for_the_next_minute() -> None:
    at = NOON + timedelta(seconds=20, milliseconds=500)
    must_be_within_limit(REQUESTS, at)

    with pytest.raises(TooManyRequests) as refused:
        must_be_within_limit(REQUESTS + 1, at)

    assert refused.value.wait == 40
    assert window_of(at + timedelta(seconds=refused.value.wait)) == window_of(at) + timedelta(minutes=1)
