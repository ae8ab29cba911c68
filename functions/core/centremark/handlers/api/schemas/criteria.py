"""Shapes of marks for criteria, and of reasons for a mark of 0."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field, StrictInt

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.criteria import MOST_CRITERIA
from centremark.domain.sheet.row import UNCHANGED, CriteriaMarks, Row, RowChange, Unchanged, ZeroReason
from centremark.handlers.api.schemas.shared import Out, OutcomeModel, outcome_out

CriteriaIn = Annotated[list[StrictInt | None], Field(max_length=MOST_CRITERIA)]
"""A mark for each criterion in the assessment's order, null where there is none yet."""


def criteria_in(given: Sequence[int | None] | None, *, sent: bool) -> CriteriaMarks | Unchanged:
    """Make a value of the domain; null, or a list of nothing, removes the marks of all criteria."""
    return tuple(given or ()) if sent else UNCHANGED


class CriterionOut(Out):
    """A criterion of an assessment; the marks of all criteria add up to the mark."""

    code: str
    title: str
    maximum: int

    @classmethod
    def all_of(cls, assessment: Assessment) -> "list[CriterionOut]":
        return [cls.model_validate(criterion) for criterion in assessment.criteria]


class ZeroReasonOut(Out):
    """Why a mark is 0, and who said so."""

    reason: ZeroReason
    by: str

    @classmethod
    def on(cls, row: Row, people: Mapping[str, str]) -> "ZeroReasonOut | None":
        return row.zero and cls(reason=row.zero.reason, by=people.get(row.zero.by, ""))


class EnteredOut(Out):
    """What was entered for a candidate, in the form in which marks are saved."""

    outcome: OutcomeModel | None
    criteria: list[int | None]
    zero_reason: ZeroReason | None

    @classmethod
    def on(cls, row: Row) -> "EnteredOut":
        zero = row.zero.reason if row.zero else None
        return cls(outcome=outcome_out(row.outcome), criteria=list(row.criteria), zero_reason=zero)


class CriterionChange(Out):
    """The mark of one criterion before and after; null where there was none."""

    code: str
    before: int | None
    after: int | None

    @classmethod
    def all_in(cls, change: RowChange, assessment: Assessment) -> "list[CriterionChange]":
        nothing = (None,) * len(assessment.criteria)
        before, after = change.before.criteria or nothing, change.after.criteria or nothing
        return [
            cls(code=criterion.code, before=was, after=is_now)
            for criterion, was, is_now in zip(assessment.criteria, before, after, strict=False)
            if was != is_now
        ]
