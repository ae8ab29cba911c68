"""The content of candidates' mark slips: every value is in words, so that the renderer only does the layout."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from centremark.domain.catalogue.catalogue import Assessment, Candidate
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import ABSENT, GradeScale, MarkScale
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.row import Row, ZeroReason
from centremark.usecases.shared.london import day, today
from centremark.usecases.sheet.read_sheets import SheetView

NO_BREAK: Final = "\u00a0"
"""A space at which no line ends."""


def to_tell(view: SheetView, group: str | None) -> Sequence[Candidate]:
    """The candidates who get a slip: those of a group, or of the whole sheet group by group, who have an outcome."""
    entered = (view.roster[number] for number, row in view.sheet.rows.items() if row.outcome)
    wanted = (candidate for candidate in entered if group is None or candidate.group == group)
    return sorted(wanted, key=lambda candidate: (candidate.group, candidate.number))


def slips_model(view: SheetView, group: str | None, review_by: date) -> dict[str, object]:
    """One slip for each candidate who has an outcome; `review_by` is the last day to ask for a review of marking.

    A candidate who can no longer ask gets the reason instead.
    """
    assessment = view.sheet.assessment
    return {
        "layout": "mark_slips",
        "centre": {"number": view.centre.number, "name": view.centre.name},
        "series": view.series.title,
        "assessment": {"code": assessment.code, "title": assessment.title},
        "outcome": "Grade" if isinstance(assessment.scale, GradeScale) else "Mark",
        "review_by": day(review_by),
        "afterwards": _afterwards(view),
        "slips": [
            {
                "number": candidate.number,
                "name": candidate.name,
                "group": candidate.group,
                "outcome": _words(assessment, view.sheet.rows[candidate.number]),
                "criteria": _criteria(assessment, view.sheet.rows[candidate.number]),
                "settled": _settled(view, candidate.number),
            }
            for candidate in to_tell(view, group)
        ],
    }


def _criteria(assessment: Assessment, row: Row) -> str:
    """The marks that the mark is the sum of; empty without any, as where an amendment changed the total alone."""
    marks = zip(assessment.criteria, row.criteria, strict=False)
    return ", ".join(
        f"{criterion.code} {mark} of {criterion.maximum}".replace(" ", NO_BREAK)
        for criterion, mark in marks
        if mark is not None
    )


def _settled(view: SheetView, number: CandidateNumber) -> str:
    """Why a candidate can no longer ask the centre for a review; empty while they can."""
    sheet = view.sheet
    if sheet.rows[number].carried:
        return "The exam board carried this forward from an earlier series, so the centre does not review it."
    if sheet.submission and number in sheet.sent:
        sent = day(today(sheet.submission.at))
        return f"The centre sent this to the exam board by {sent}. It is too late to request a review of marking."
    return ""


def _afterwards(view: SheetView) -> str:
    """What the exam board does next with the outcome, or has done."""
    outcome = "grade" if isinstance(view.sheet.assessment.scale, GradeScale) else "mark"
    gave = f"This is the {outcome} your centre gave."
    if view.sheet.status_at(view.at) is Status.MODERATED:
        return f"{gave} The exam board has moderated the work of your centre and may have changed it."
    return f"{gave} The exam board moderates the work of every centre and may change it."


WHY_ZERO: Final[Mapping[ZeroReason, str]] = {
    ZeroReason.WORTH_NOTHING: "the work earned no marks",
    ZeroReason.NOT_AUTHENTICATED: "the work could not be confirmed as your own",
}


def _words(assessment: Assessment, row: Row) -> str:
    scale = assessment.scale
    if row.outcome is None:
        return ""
    if row.outcome == ABSENT:
        kind = assessment.circumstances.get(row.circumstance.code) if row.circumstance else None
        if kind and not kind.sampled:
            return f"{kind.title}: your centre has told the exam board"
        return "Absent: no work was submitted"
    words = scale.words(row.outcome)
    said = f"{words} out of {scale.maximum}" if isinstance(scale, MarkScale) else words
    if row.zero:
        return f"{said}: {WHY_ZERO[row.zero.reason]}"
    return f"{said}, carried forward from {row.carried.words}" if row.carried else said
