"""Waiting for a condition, never for a time."""

import time
from collections.abc import Callable
from typing import Final

A_BUSY_MACHINE: Final = 300
"""How long, in seconds, what has to come may take where others use the machine too."""


def until[T](look: Callable[[], T], *, within: float = A_BUSY_MACHINE) -> T:
    """Call again and again until the result is true, and give it; fails after so many seconds."""
    deadline = time.monotonic() + within
    while not (seen := look()):
        assert time.monotonic() < deadline, f"still {seen!r} after {within} s"
        time.sleep(0.05)
    return seen
