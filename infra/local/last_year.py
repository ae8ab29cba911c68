"""The year before the demonstration: its grade boundaries, and two sheets that the board holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment, Candidate, Centre, Series, Window
from centremark.domain.shared.identifiers import AssessmentCode, SeriesId, SheetId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.row import Change
from infra.dataset import Sheet

SERIES: Final = Series(
    SeriesId("2026-06"), "June 2026", datetime(2025, 9, 1, tzinfo=UTC), datetime(2026, 7, 31, 22, 59, 59, tzinfo=UTC)
)
SUBMITTED: Final = datetime(2026, 5, 14, 14, 30, tzinfo=UTC)

BOUNDARIES: Final[dict[str, dict[str, int]]] = {
    "H446/03": {"A*": 63, "A": 56, "B": 47, "C": 38, "D": 29, "E": 20},
    "H472/03": {"A*": 36, "A": 33, "B": 28, "C": 23, "D": 18, "E": 13},
    "H601/01": {"A*": 108, "A": 96, "B": 83, "C": 70, "D": 57, "E": 44},
    "J587/04": {"9": 55, "8": 51, "7": 47, "6": 42, "5": 37, "4": 32, "3": 24, "2": 16, "1": 8},
    "R033/02": {"*2": 54, "D2": 48, "M2": 42, "P2": 36, "D1": 30, "M1": 24, "P1": 18},
    "Y100/03": {"A*": 36, "A": 32, "B": 27, "C": 22, "D": 17, "E": 13},
}
"""By assessment; invented."""

SAME_PEOPLE: Final = "R033/02"
"""Taken again this year by the people who took it then; their order is another."""
OTHER_PEOPLE: Final = "Y100/03"
"""Taken by others, whose marks were far lower."""
MARKS: Final = {
    SAME_PEOPLE: (28, 37, 30, 38, 35, 41, 33, 44, 29),
    OTHER_PEOPLE: (21, 15, 24, 18, 12, 20, 17, 26, 14, 19, 22, 16, 11, 23, 18, 20),
}


def a_year_before(assessment: Assessment) -> Assessment:
    """The same assessment in June 2026, which is over."""
    window = Window(SERIES.opens, assessment.window.deadline.replace(year=2026), SERIES.closes)
    return replace(assessment, series=SERIES.id, window=window)


def submitted(centre: Centre, code: str, candidates: Sequence[Candidate], by: str) -> Sheet:
    """A sheet with that year's marks, submitted in time and confirmed."""
    changes = tuple(
        Change(candidate.number, 0, Mark(mark), checked=True)
        for candidate, mark in zip(candidates, MARKS[code], strict=True)
    )
    sheet = SheetId(SERIES.id, centre.number, AssessmentCode(code))
    return Sheet(sheet, tuple(candidates), changes, by, submitted=True, at=SUBMITTED)
