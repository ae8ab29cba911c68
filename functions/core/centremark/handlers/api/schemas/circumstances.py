"""Shapes of what is recorded of a candidate beside the mark."""

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
    """A circumstance one may record for this assessment; the work of one that is not `sampled` is never asked for."""

    code: str
    title: str
    sampled: bool

    @classmethod
    def all_of(cls, assessment: Assessment) -> "list[CircumstanceKindOut]":
        """Write those of an assessment."""
        kinds = assessment.circumstances.items()
        return [cls(code=code, title=kind.title, sampled=kind.sampled) for code, kind in kinds]


class CircumstanceOut(Out):
    """What is recorded of a candidate, and why."""

    code: str
    title: str
    reason: str

    @classmethod
    def on(cls, row: Row, assessment: Assessment) -> "CircumstanceOut | None":
        """Write a row's circumstance, if there is one; the code is its title where the catalogue no longer has it."""
        if row.circumstance is None:
            return None
        code, kind = row.circumstance.code, assessment.circumstances.get(row.circumstance.code)
        return cls(code=code, title=kind.title if kind else code, reason=row.circumstance.reason)


class GivenCircumstanceIn(In):
    """A circumstance by its code, and in a few words what happened."""

    code: Annotated[str, Field(min_length=1, max_length=10)]
    reason: Annotated[str, Field(min_length=1, max_length=500), SomeLines, NotBlank]


class CircumstanceIn(In):
    """What to record; null takes it back.

    With the candidate's `uci` it is refused when the number has come to stand for another candidate.
    """

    circumstance: GivenCircumstanceIn | None
    uci: UciIn | None = None

    def to_domain(self) -> Circumstance | None:
        """Read it."""
        given = self.circumstance
        return Circumstance(given.code, given.reason) if given else None


class RecordedOut(Out):
    """What is recorded of the candidate now."""

    candidate: str
    circumstance: CircumstanceOut | None
    version: int

    @classmethod
    def of(cls, sheet: MarkSheet, candidate: CandidateNumber) -> "RecordedOut":
        """Write a candidate's circumstance."""
        given = CircumstanceOut.on(sheet.rows[candidate], sheet.assessment)
        return cls(candidate=candidate, circumstance=given, version=sheet.version)
