"""Who did or said something, when, and in which words."""

from dataclasses import dataclass
from datetime import datetime

from centremark.domain.shared.actor import By


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said something, when, and in which words."""

    by: By
    at: datetime
    note: str = ""
