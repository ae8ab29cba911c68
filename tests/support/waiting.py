"""Waiting for a condition, never for a time."""

import time
from collections.abc import Callable


def until[T](look: Callable[[], T], *, within: float = 60) -> T:
    """Call again and again until the result is true, and give it; fails after so many seconds."""
    deadline = time.monotonic() + within
    while not (seen := look()):
        assert time.monotonic() < deadline, f"still {seen!r} after {within} s"
        time.sleep(0.05)
    return seen
