"""Extensions: more time for one centre's marks, requested by the centre and decided by the board."""

from dataclasses import dataclass
from datetime import datetime

from centremark.domain.catalogue.catalogue import Window
from centremark.domain.shared.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Extension:
    """The latest extension a centre requested: `until` is the last instant it wants, or the one the board granted.

    `granted` is None while the board has yet to decide. `allowed` is what the board granted, now or before: a new
    request that is open or declined takes none of it away.
    """

    until: datetime
    asked: Attribution
    granted: bool | None = None
    decided: Attribution | None = None
    allowed: datetime | None = None

    def extend(self, window: Window) -> Window:
        """Extend the window by what the board granted; it never gets shorter."""
        return window.until(self.allowed) if self.allowed else window
