"""Put candidates in for an assessment."""

from collections.abc import Iterable
from dataclasses import dataclass

from centremark.domain.catalogue import Candidate, Roster
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.ports import Clock, Rosters, Sheets
from centremark.domain.values import SheetId
from centremark.usecases.racing import until_won


@dataclass(frozen=True, slots=True)
class EnterCandidates:
    """Keep the board's entries for a sheet; those already there keep their marks and their names.

    Raises `NotFound` (no such assessment), `AlreadySubmitted`, `Busy`.
    """

    sheets: Sheets
    rosters: Rosters
    clock: Clock

    def __call__(self, sheet: SheetId, candidates: Iterable[Candidate]) -> MarkSheet:
        """Add the candidates and make the sheet if it is the first time."""
        entered = {candidate.number: candidate for candidate in candidates}
        return until_won(lambda: self._attempt(sheet, entered))

    def _attempt(self, sheet_id: SheetId, entered: Roster) -> MarkSheet:
        sheet = self.sheets.get(sheet_id)
        changed, fact = sheet.add_entries(entered.keys(), at=self.clock())
        if fact:
            self.sheets.save(changed, fact, roster={**entered, **self.rosters.get(sheet_id)})
        return changed
