"""What moderation needs of the world."""

from typing import Protocol


class SeedSource(Protocol):
    """Gives the random seed that a sample is drawn with; nobody can predict the next."""

    def __call__(self) -> str:
        """Give a new seed."""
        ...
