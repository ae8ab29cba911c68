"""What is odd about a sheet's marks as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from centremark.domain.actor import Actor, Permission
from centremark.domain.errors import NotFound
from centremark.domain.outcomes import Mark, MarkScale
from centremark.domain.ports import Catalogue, Rosters, Sheets
from centremark.domain.sense import Marked, Sense, sense
from centremark.domain.values import SeriesId, SheetId


@dataclass(frozen=True, slots=True)
class ReadSense:
    """What is odd about a sheet's marks, by themselves and beside the centre's own a year before.

    Grades raise nothing. Raises `NotFound`, `Forbidden`.
    """

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue

    def __call__(self, sheet: SheetId, actor: Actor) -> Sequence[Sense]:
        """Permit, read both series, compare."""
        actor.must(Permission.READ, sheet.centre)
        now = self._marked(sheet)
        return sense(now, self._a_year_before(sheet)) if now else ()

    def _a_year_before(self, sheet: SheetId) -> Marked | None:
        year, _, month = sheet.series.partition("-")
        try:
            return self._marked(replace(sheet, series=SeriesId(f"{int(year) - 1}-{month}")))
        except NotFound:
            return None

    def _marked(self, sheet_id: SheetId) -> Marked | None:
        sheet = self.sheets.get(sheet_id)
        assessment = sheet.assessment
        if not isinstance(assessment.scale, MarkScale):
            return None
        roster = self.rosters.get(sheet_id)
        given = ((candidate, row.outcome) for candidate, row in sheet.rows.items() if not row.carried)
        marks = {roster[candidate].uci: mark.value for candidate, mark in given if isinstance(mark, Mark)}
        series = self.catalogue.a_series(sheet_id.series)
        return Marked(series, marks, assessment.scale.maximum, assessment.boundaries)
