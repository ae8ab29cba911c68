"""Where mark sheets are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.ports import IdempotencyRecord
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.presence import Presence


class Sheets(Protocol):
    """The mark sheets; each is saved with its fact, the caller's idempotency key and the names, all or none."""

    def get(self, sheet: SheetId) -> MarkSheet:
        """Load a sheet; raises `NotFound`."""
        ...

    def version_of(self, sheet: SheetId) -> int:
        """The version of a sheet, which may be that of some seconds ago; 0 when nothing is kept of it."""
        ...

    def of_centre(self, centre: CentreNumber, series: SeriesId) -> Sequence[MarkSheet]:
        """Load every sheet of a centre in a series, in order of assessment."""
        ...

    def save(
        self, sheet: MarkSheet, fact: Fact, claim: IdempotencyRecord | None = None, roster: Roster | None = None
    ) -> None:
        """Save the version the fact made, with the names when entries changed them; raises `WriteConflict`."""
        ...

    def save_together(self, savings: "Sequence[Saving]") -> None:
        """Save several sheets, all or none; raises `WriteConflict`."""
        ...


class Presences(Protocol):
    """Who has a sheet open; what is not noted again is forgotten after some minutes."""

    def on(self, sheet: SheetId) -> Sequence[Presence]:
        """Those noted on a sheet, as many as are looked for, some of whom may have left."""
        ...

    def note(self, sheet: SheetId, presence: Presence) -> None:
        """Note that someone is there, in place of when they were noted before."""
        ...


@dataclass(frozen=True, slots=True)
class Saving:
    """A sheet after a decision and the facts that made it, in order; `before` is the turn it was decided on.

    `roster` are its names, when entries changed them.
    """

    before: int
    sheet: MarkSheet
    facts: tuple[Fact, ...]
    roster: Roster | None = None
