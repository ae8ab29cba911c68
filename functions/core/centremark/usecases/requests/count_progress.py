"""How far the marks are that colleagues were asked for."""

from dataclasses import dataclass, field

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.catalogue.ports import Rosters
from centremark.domain.requests.request import Progress, Request
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet


@dataclass(frozen=True, slots=True)
class CountProgress:
    """Counts for several requests; a sheet's names are read once, and only where teaching groups were asked for."""

    rosters: Rosters
    read: dict[SheetId, Roster] = field(default_factory=dict[SheetId, Roster])

    def __call__(self, request: Request, sheet: MarkSheet) -> Progress:
        """Count for one request of a sheet."""
        if request.wanted.groups and sheet.id not in self.read:
            self.read[sheet.id] = self.rosters.get(sheet.id)
        return Progress.of(request, sheet, self.read.get(sheet.id, {}))
