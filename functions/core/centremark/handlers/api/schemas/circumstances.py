"""Shapes of the circumstances recorded for a candidate."""

from typing import Annotated

from pydantic import Field

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Row
from centremark.handlers.api.fields import NotBlank, SomeLines, UciIn
from centremark.handlers.api.schemas.shared import In, Out


class CircumstanceKindOut(Out):
    """A circumstance that can be recorded for this assessment; work that cannot be `sampled` is never requested."""

    code: str
    title: str
    sampled: bool

    @classmethod
    def all_of(cls, assessment: Assessment) -> "list[CircumstanceKindOut]":
        kinds = assessment.circumstances.items()
        return [cls(code=code, title=kind.title, sampled=kind.sampled) for code, kind in kinds]


class CircumstanceOut(Out):
    """The circumstance of a candidate, and why it was recorded."""

    code: str
    title: str
    reason: str

    @classmethod
    def on(cls, row: Row, assessment: Assessment) -> "CircumstanceOut | None":
        if row.circumstance is None:
            return None
        code, kind = row.circumstance.code, assessment.circumstances.get(row.circumstance.code)
        return cls(code=code, title=kind.title if kind else code, reason=row.circumstance.reason)


class GivenCircumstanceIn(In):
    """A circumstance by its code, and what happened in a few words."""

    code: Annotated[str, Field(min_length=1, max_length=10)]
    reason: Annotated[str, Field(min_length=1, max_length=500), SomeLines, NotBlank]


class CircumstanceIn(In):
    """The circumstance to record; null removes it.

    With the candidate's `uci` it is refused if the number now belongs to another person.
    """

    circumstance: GivenCircumstanceIn | None
    uci: UciIn | None = None

    def to_domain(self) -> Circumstance | None:
        given = self.circumstance
        return Circumstance(given.code, given.reason) if given else None


class RecordedOut(Out):
    """What is now recorded for the candidate."""

    candidate: str
    circumstance: CircumstanceOut | None
    version: int

    @classmethod
    def of(cls, sheet: MarkSheet, candidate: CandidateNumber) -> "RecordedOut":
        given = CircumstanceOut.on(sheet.rows[candidate], sheet.assessment)
        return cls(candidate=candidate, circumstance=given, version=sheet.version)
