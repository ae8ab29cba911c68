"""Where prints are made and found."""

from datetime import datetime
from typing import Protocol

from centremark.domain.prints.kinds import Print
from centremark.domain.prints.progress import Failure, Link


class Prints(Protocol):
    """Printed reports and mark slips."""

    def find(self, wanted: Print, *, now: datetime) -> Link | Failure | None:
        """Link to the print; while there is none, give the last failure to make it, if any."""
        ...

    def print(self, wanted: Print, model: dict[str, object]) -> None:
        """Send a model to be printed; the same model again makes the same print."""
        ...
