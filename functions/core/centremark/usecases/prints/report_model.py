"""The content of a printed report: every value is already in words, so that the renderer only does the layout."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.checks.summary import Summary
from centremark.domain.shared.outcomes import GradeScale
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Row, Rows
from centremark.domain.sheet.sealing import reference
from centremark.usecases.prints.candidate_notes import note_on
from centremark.usecases.shared.london import day, moment, today
from centremark.usecases.sheet.read_sheets import SheetView

MOST_COLUMNS: Final = 8
"""How many criteria fit beside each other on a page in landscape."""


def report_model(view: SheetView) -> dict[str, object]:
    """The report of a sheet as it is: marks of every candidate, totals, reference and status."""
    sheet, assessment = view.sheet, view.sheet.assessment
    submission = sheet.submission
    return {
        "layout": "mark_report",
        "draft": submission is None,
        "centre": {"number": view.centre.number, "name": view.centre.name},
        "series": view.series.title,
        "assessment": {
            "code": assessment.code,
            "title": assessment.title,
            "qualification": f"{assessment.qualification.code} {assessment.qualification.title}",
            "scale": str(assessment.scale),
        },
        "reference": submission.reference if submission else "",
        "replaces": _replaces(sheet),
        "status": sheet.status_at(view.at).value.capitalize(),
        "late": bool(submission and submission.late),
        "deadline": day(today(sheet.window.deadline)),
        "submitted": f"{moment(submission.at)} by {submission.by}" if submission else "",
        "confirmed": moment(submission.confirmed_at) if submission and submission.confirmed_at else "",
        "printed": moment(view.at),
        "sha256": submission.sha256 if submission else "",
        "criteria": [
            {"code": criterion.code, "words": f"{criterion.words} ({criterion.maximum})"}
            for criterion in _criteria(assessment)
        ],
        "columns": "Grade" if isinstance(assessment.scale, GradeScale) else "Total" if assessment.criteria else "Mark",
        "rows": _rows(view),
        "totals": [
            {"label": label, "value": str(value)} for label, value in _totals(replace(sheet, rows=_shown(sheet)))
        ],
    }


def _criteria(assessment: Assessment) -> Sequence[Criterion]:
    """The criteria that have a column of their own: all, or none where a page has no room for them."""
    return assessment.criteria if len(assessment.criteria) <= MOST_COLUMNS else ()


def _replaces(sheet: MarkSheet) -> str:
    submission = sheet.submission
    return reference(sheet.id, submission.number - 1) if submission and submission.amendment else ""


def _rows(view: SheetView) -> list[dict[str, object]]:
    scale, criteria = view.sheet.assessment.scale, _criteria(view.sheet.assessment)
    rows: list[dict[str, object]] = []
    for number, row in sorted(_shown(view.sheet).items()):
        candidate = view.roster[number]
        rows.append(
            {
                "number": number,
                "name": candidate.name,
                "uci": candidate.uci,
                "group": candidate.group,
                "note": note_on(candidate, row, view.sheet.assessment),
                "criteria": _marks_of(row, len(criteria)),
                "outcome": scale.words(row.outcome) if row.outcome else "",
                "checked": row.checked,
            }
        )
    return rows


def _marks_of(row: Row, columns: int) -> list[str]:
    """The marks of criteria, a text for each column."""
    return ["" if mark is None else str(mark) for mark in row.criteria or (None,) * columns][:columns]


def _shown(sheet: MarkSheet) -> Rows:
    """The rows a print shows: once submitted, without candidates entered late whose marks are still with the centre."""
    return sheet.sent if sheet.submission else sheet.rows


def _totals(sheet: MarkSheet) -> list[tuple[str, object]]:
    summary = Summary.of(sheet)
    totals: list[tuple[str, object]] = [
        ("Candidates", len(sheet.rows)),
        ("Entered", sheet.entered),
        ("Absent", summary.absent),
    ]
    totals += [(f"0: {reason.words.lower()}", count) for reason, count in summary.zeros.items()]
    if summary.carried:
        totals.append(("Carried forward", summary.carried))
    totals += [(sheet.assessment.circumstances[code].title, count) for code, count in summary.circumstances.items()]
    if summary.mean is not None:
        totals += [
            ("Highest mark", summary.highest),
            ("Lowest mark", summary.lowest),
            ("Mean mark", summary.mean),
        ]
    return totals
