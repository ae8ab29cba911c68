"""What a test in process begins with."""

from collections.abc import Callable
from typing import Protocol

from centremark.bootstrap import Services


class BeginWith(Protocol):
    """Furnish the tables and buckets, and give what furnishing gave: done once, and put back for each test after."""

    def __call__[T](self, furnish: Callable[[Services], T]) -> T:
        """Begin with what `furnish` adds to a board, a centre, an assessment and three candidates."""
        ...
