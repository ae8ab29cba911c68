"""Who did or said something, when, and in what words."""

from dataclasses import dataclass
from datetime import datetime

from centremark.domain.shared.actor import By


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who did or said something, when, and a note in their words."""

    by: By
    at: datetime
    note: str = ""
