"""The row after a change, and why it cannot be so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.criteria import Criterion
from centremark.domain.shared.actor import By
from centremark.domain.shared.outcomes import ABSENT, Mark, Outcome
from centremark.domain.sheet.row import UNCHANGED, Change, CheckerNote, CriteriaMarks, ExplainedZero, Flag, Row

Objection = tuple[str, str]
"""A code and a sentence."""


def total_of(marks: CriteriaMarks) -> Mark | None:
    """What the marks of all criteria add up to; None when one is missing, or without criteria."""
    given = [mark for mark in marks if mark is not None]
    return Mark(sum(given)) if given and len(given) == len(marks) else None


def lacking_in(marks: CriteriaMarks, criteria: Sequence[Criterion]) -> str:
    """Which criteria have no mark, in words: "A01, A03 are missing"."""
    codes = [criterion.code for mark, criterion in zip(marks, criteria, strict=True) if mark is None]
    return f"{', '.join(codes)} {'is' if len(codes) == 1 else 'are'} missing"


def row_wanted(change: Change, row: Row, by: By, at: datetime) -> Row:
    """The row after a change; what belongs to an outcome goes with it, unless the change brings its own."""
    after = replace(row, revision=row.revision + 1, note=_note_wanted(change, row, by, at))
    outcome, criteria = _marks_wanted(change, row)
    if (outcome, criteria) != (row.outcome, row.criteria):
        entered_by = by.id if outcome or criteria else ""
        after = replace(
            after, outcome=outcome, criteria=criteria, checked=False, entered_by=entered_by, flag=None, zero=None
        )
    if change.zero is not UNCHANGED and change.zero != (after.zero and after.zero.reason):
        after = replace(after, zero=ExplainedZero(change.zero, by.id) if change.zero else None)
    if change.flagged:
        return replace(after, checked=False, flag=after.flag or Flag(by.id, at.replace(microsecond=0)))
    checked = after.checked if change.checked is None else change.checked
    return replace(after, checked=checked, flag=None if checked or change.flagged is False else after.flag)


def _note_wanted(change: Change, row: Row, by: By, at: datetime) -> CheckerNote | None:
    if change.note is UNCHANGED or change.note == (row.note.text if row.note else ""):
        return row.note
    return CheckerNote(change.note, by.id, at.replace(microsecond=0)) if change.note else None


def _marks_wanted(change: Change, row: Row) -> tuple[Outcome | None, CriteriaMarks]:
    """The outcome and the marks of the criteria after a change.

    A total that somebody gave stays, to be compared with the marks of all criteria; one that was their sum goes when
    one of them does.
    """
    if change.criteria is UNCHANGED:
        if change.outcome is UNCHANGED or change.outcome == row.outcome:
            return row.outcome, row.criteria
        return change.outcome, row.criteria if isinstance(change.outcome, Mark) else ()
    marks = change.criteria if any(mark is not None for mark in change.criteria) else ()
    if change.outcome is not UNCHANGED and change.outcome is not None:
        return change.outcome, marks
    was_given = change.outcome is UNCHANGED and total_of(row.criteria) is None
    stays = row.outcome if was_given and (isinstance(row.outcome, Mark) or not marks) else None
    return stays or total_of(marks), marks


def objection_to(change: Change, wanted: Row, assessment: Assessment) -> Objection | None:
    """Why a row whose marks can each be cannot have them together, or this tick, flag or reason."""
    return next(_objections(change, wanted, assessment), None)


def _objections(change: Change, wanted: Row, assessment: Assessment) -> Iterator[Objection]:
    whose = f"Candidate {change.candidate}"
    yield from _of_criteria(whose, wanted, assessment)
    if wanted.zero and wanted.outcome != Mark(0):
        yield "not-a-zero", f"{whose}'s mark is not 0, so it needs no reason for 0. Send the reason with a mark of 0."
    if change.checked and change.flagged:
        yield "checked-and-flagged", f"{whose}'s mark cannot be both checked and flagged. Send the tick or the flag."
    if wanted.outcome is None and wanted.flag:
        yield "nothing-to-flag", f"{whose} has no mark to flag. Enter a mark or absent first."
    if wanted.outcome is None and wanted.checked:
        yield "nothing-to-check", f"{whose} has no mark to check. Enter a mark or absent first."


def objection_to_criteria(change: Change, wanted: Row, assessment: Assessment) -> Objection | None:
    """Why a row cannot have these marks for criteria; it is said before what is wrong with their sum."""
    marks, criteria = wanted.criteria, assessment.criteria
    if not marks:
        return None
    if not criteria:
        return "criteria-refused", f"{assessment.code} has no criteria. Leave criteria out."
    if len(marks) != len(criteria):
        named = ", ".join(criterion.code for criterion in criteria)
        return (
            "criteria-refused",
            f"The criteria of {assessment.code} are: {named}. Give each a mark or leave it empty.",
        )
    for mark, criterion in zip(marks, criteria, strict=True):
        if mark is not None and not 0 <= mark <= criterion.maximum:
            whose = f"Candidate {change.candidate}'s mark for {criterion.words}"
            return "criterion-refused", f"{whose} is not from 0 to {criterion.maximum}. Correct it."
    return None


def _of_criteria(whose: str, wanted: Row, assessment: Assessment) -> Iterator[Objection]:
    marks, criteria = wanted.criteria, assessment.criteria
    if not marks:
        return
    if wanted.outcome == ABSENT:
        yield "criteria-and-absent", f"{whose} cannot be absent and have marks for criteria. Send one or the other."
    total = total_of(marks)
    if total and isinstance(wanted.outcome, Mark) and total != wanted.outcome:
        differs = f"{whose}'s criteria add up to {total.value}, but the total is {wanted.outcome.value}."
        yield "total-differs", f"{differs} Correct the total or a criterion."
    if total is None and (wanted.outcome is not None or wanted.checked):
        yield (
            "criteria-incomplete",
            f"{whose}: {lacking_in(marks, criteria)}. Without it there is no total to save or check.",
        )
