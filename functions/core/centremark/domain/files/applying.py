"""Entering on a sheet exactly what the preview of a file said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from centremark.domain.files.preview import GOOD, PlannedLine
from centremark.domain.shared.actor import By
from centremark.domain.shared.errors import ChangedSince, Point, SecondCheckerNeeded
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.facts import MarksSaved
from centremark.domain.sheet.mark_sheet import MarkSheet, Result
from centremark.domain.sheet.row import Change


@dataclass(frozen=True, slots=True)
class Accepting:
    """Who accepts a file and when; with `checked` they say that they checked it, so its marks are ticked."""

    by: By
    at: datetime
    checked: bool
    second_checker: bool
    """Whether the centre has another person tick."""


def put_on_sheet(sheet: MarkSheet, lines: Sequence[PlannedLine], how: Accepting) -> tuple[MarkSheet, MarksSaved | None]:
    """Enter exactly what was previewed; a tick for the whole file does not clear a colleague's flag on a mark in it.

    Raises `ChangedSince` with every line that someone changed since the preview, `SecondCheckerNeeded` when someone
    else has to tick, and what `MarkSheet.enter` raises.
    """
    good = [line for line in lines if line.result in GOOD]
    if not how.checked and all(line.is_on(sheet) for line in good):
        return sheet, None
    changes = [_change(sheet, line, checked=how.checked) for line in good]
    entered, fact, answers = sheet.enter(changes, how.by, how.at, second_checker=how.second_checker)
    numbers = {line.candidate: line.number for line in good}
    points = tuple(
        Point(f"/lines/{numbers[answer.candidate]}", answer.code, answer.detail)
        for answer in answers
        if answer.result in {Result.CONFLICT, Result.REFUSED}
    )
    if any(point.code == SecondCheckerNeeded.code for point in points):
        raise SecondCheckerNeeded(
            "At your centre a second person checks each mark, so you cannot tick the marks of a file that you apply. "
            "Apply them without ticks, and ask a colleague to check them.",
            points,
        )
    if points:
        raise ChangedSince(points)
    return entered, fact


def _change(sheet: MarkSheet, line: PlannedLine, *, checked: bool) -> Change:
    row = sheet.rows.get(CandidateNumber(line.candidate))
    doubted = row and row.flag and line.is_on(sheet)
    return replace(line.change, checked=True if checked and not doubted else None)
