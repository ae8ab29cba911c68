"""Retrying a decision when someone else saved first."""

import random
import time
from collections.abc import Callable

from centremark.domain.shared.errors import Busy
from centremark.domain.shared.ports import WriteConflict

ATTEMPTS = 8
FIRST_PAUSE_SECONDS = 0.02


def retry_on_conflict[T](attempt: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    """Load, decide and save again for as long as someone else saves first.

    Pauses double each time, with random variation, five seconds in all at most. Then raises `Busy`; nothing was
    changed.
    """
    for turn in range(ATTEMPTS):
        try:
            return attempt()
        except WriteConflict:
            pause(random.uniform(0, FIRST_PAUSE_SECONDS * 2**turn))  # noqa: S311  # jitter, not a secret
    raise Busy("Others are saving here at the same moment. Nothing was saved. Send the same request again.")
