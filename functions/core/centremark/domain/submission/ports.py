"""Where the board keeps what was submitted."""

from typing import Protocol

from centremark.domain.shared.identifiers import SheetId


class Intake(Protocol):
    """The board's store of submissions, where nothing can be changed or deleted."""

    def keep(self, reference: str, sheet: SheetId, document: bytes) -> bytes:
        """Write a submission's document unless it is there, and give back what is stored now."""
        ...
