"""Odd patterns across a whole sheet's marks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.checks.sheet_patterns import ScoredSheet, SheetPattern, sheet_patterns
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import SeriesId, SheetId
from centremark.domain.shared.outcomes import Mark, MarkScale
from centremark.domain.sheet.ports import Sheets


@dataclass(frozen=True, slots=True)
class ReadSheetPatterns:
    """Find odd patterns in a sheet's marks, alone and compared with the centre's own a year before.

    Grades have none. Raises `NotFound`, `Forbidden`.
    """

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue

    def __call__(self, sheet: SheetId, actor: Actor) -> Sequence[SheetPattern]:
        actor.must(Permission.READ, sheet.centre)
        now = self._marked(sheet)
        return sheet_patterns(now, self._a_year_before(sheet)) if now else ()

    def _a_year_before(self, sheet: SheetId) -> ScoredSheet | None:
        year, _, month = sheet.series.partition("-")
        try:
            return self._marked(replace(sheet, series=SeriesId(f"{int(year) - 1}-{month}")))
        except NotFound:
            return None

    def _marked(self, sheet_id: SheetId) -> ScoredSheet | None:
        sheet = self.sheets.get(sheet_id)
        assessment = sheet.assessment
        if not isinstance(assessment.scale, MarkScale):
            return None
        roster = self.rosters.get(sheet_id)
        given = ((candidate, row.outcome) for candidate, row in sheet.rows.items() if not row.carried)
        marks = {roster[candidate].uci: mark.value for candidate, mark in given if isinstance(mark, Mark)}
        series = self.catalogue.a_series(sheet_id.series)
        return ScoredSheet(series, marks, assessment.scale.maximum, assessment.boundaries)
