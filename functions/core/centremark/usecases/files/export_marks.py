"""A centre's marks as a file, and mark sheets to fill in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from centremark.domain.catalogue.ports import Rosters
from centremark.domain.files.marks_file import ABSENT_WORDS, SheetLine, Written
from centremark.domain.files.ports import Formats
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CentreNumber, SeriesId, SheetId
from centremark.domain.shared.outcomes import ABSENT, Grade, Mark, Scale
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.row import Row


@dataclass(frozen=True, slots=True)
class ExportMarks:
    """Write marks in a format that an upload reads; unchanged it changes nothing. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets
    rosters: Rosters
    formats: Formats

    def of_centre(self, centre: CentreNumber, series: SeriesId, file_format: str, actor: Actor) -> bytes:
        """Every sheet of a centre in a series."""
        actor.must(Permission.READ, centre)
        return self.formats.write(list(self._lines(self.sheets.of_centre(centre, series))), file_format)

    def of_sheet(self, sheet: SheetId, file_format: str, actor: Actor) -> bytes:
        """One sheet with all its candidates; those without a mark have empty cells, as in a template."""
        actor.must(Permission.READ, sheet.centre)
        held = self.sheets.get(sheet)
        return self.formats.write(list(self._lines([held])), file_format, criteria=held.assessment.criteria)

    def _lines(self, sheets: Iterable[MarkSheet]) -> Iterator[SheetLine]:
        for sheet in sheets:
            roster = self.rosters.get(sheet.id)
            for number, row in sorted(sheet.rows.items()):
                candidate = roster[number]
                yield SheetLine(
                    sheet.id.centre,
                    sheet.id.series,
                    sheet.id.assessment,
                    number,
                    candidate.name,
                    candidate.uci,
                    _written(row, sheet.assessment.scale),
                    row.revision,
                    _criteria(row, len(sheet.assessment.criteria)),
                    row.zero.reason.words if row.zero else "",
                )


def _criteria(row: Row, count: int) -> tuple[str, ...]:
    """A text for each criterion, empty where it has no mark."""
    return tuple("" if mark is None else str(mark) for mark in row.criteria or (None,) * count)


def _written(row: Row, scale: Scale) -> Written:
    """Write an outcome as files have it; a grade whose code also means absent is written by its title."""
    match row.outcome:
        case Mark(value):
            return Written(str(value))
        case Grade(letter) if letter.casefold() in ABSENT_WORDS:
            return Written(scale.words(Grade(letter)))
        case Grade(letter):
            return Written(letter)
        case None:
            return Written()
        case outcome:
            return Written("", absent=outcome == ABSENT)
