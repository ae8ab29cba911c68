"""Where prints are requested and found."""

from datetime import datetime
from typing import Protocol

from centremark.domain.prints.progress import Failure, Link
from centremark.domain.prints.slips import Slips
from centremark.domain.shared.identifiers import SheetId


class Reports(Protocol):
    """Printed reports, by the sheet and the version they show, and candidates' mark slips."""

    def find(self, sheet: SheetId, version: int, *, draft: bool, now: datetime) -> Link | Failure | None:
        """Link to the report; while there is none, give the last failure to print it, if any."""
        ...

    def print(self, sheet: SheetId, version: int, *, draft: bool, model: dict[str, object]) -> None:
        """Send a report model to be printed; the same model again prints the same report."""
        ...

    def find_slips(self, slips: Slips, *, now: datetime) -> Link | Failure | None:
        """Link to the slips; while there are none, give the last failure to print them, if any."""
        ...

    def print_slips(self, slips: Slips, model: dict[str, object]) -> None:
        """Send a model of slips to be printed; the same model again prints the same slips."""
        ...
