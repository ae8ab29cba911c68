"""Put candidates in for an assessment."""

from collections.abc import Iterable
from dataclasses import dataclass

from centremark.domain.catalogue import Candidate
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.ports import Clock, Rosters, Sheets
from centremark.domain.values import CandidateNumber, SheetId
from centremark.usecases.racing import until_won


@dataclass(frozen=True, slots=True)
class EnterCandidates:
    """Keep the board's entries for a sheet; those already there keep their marks.

    The names are kept first: a candidate on the sheet always has one. Raises `NotFound` (no such assessment),
    `AlreadySubmitted`, `Busy`.
    """

    sheets: Sheets
    rosters: Rosters
    clock: Clock

    def __call__(self, sheet: SheetId, candidates: Iterable[Candidate]) -> MarkSheet:
        """Add the candidates and make the sheet if it is the first time."""
        entered = {candidate.number: candidate for candidate in candidates}
        self.rosters.put(sheet, {**self.rosters.get(sheet), **entered})
        return until_won(lambda: self._attempt(sheet, entered.keys()))

    def _attempt(self, sheet: SheetId, numbers: Iterable[CandidateNumber]) -> MarkSheet:
        changed, fact = self.sheets.get(sheet).add_entries(numbers, at=self.clock())
        if fact:
            self.sheets.save(changed, fact)
        return changed
