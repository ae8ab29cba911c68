"""What moderation needs of the world."""

from typing import Protocol


class SeedSource(Protocol):
    """Casts the lots that a sample is drawn by: nobody can tell the next."""

    def __call__(self) -> str:
        """Give a new seed."""
        ...
