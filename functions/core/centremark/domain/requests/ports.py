"""Where what colleagues ask of one another is kept.

Every implementation of a port passes the one suite in tests/contract.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from centremark.domain.requests.facts import AboutRequest
from centremark.domain.requests.request import SheetRequests
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord


@dataclass(frozen=True, slots=True)
class RequestsSaving:
    """A sheet's requests after a decision, and the facts that made them."""

    requests: SheetRequests
    facts: Sequence[AboutRequest]


class Requests(Protocol):
    """What is asked of each sheet; what is kept, its facts and the caller's idempotency key are saved all or none."""

    def get(self, sheet: SheetId) -> SheetRequests:
        """What is asked of a sheet; nothing when nobody ever asked."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[SheetRequests]:
        """What is asked of every sheet of a centre in a series, in order of assessment."""
        ...

    def due_on(self, series: SeriesId, days: frozenset[date]) -> Iterable[SheetRequests]:
        """What is asked of the sheets of a series with a date of a centre's own on one of these days."""
        ...

    def save(self, savings: Sequence[RequestsSaving], claim: IdempotencyRecord | None = None) -> None:
        """Save over the versions before; raises `WriteConflict`."""
        ...
