"""Shapes that several routes share. `of` makes a shape from a value of the domain, `to_domain` the value from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from centremark.domain.catalogue.catalogue import Assessment, Centre, Series
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Limits, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.outcomes import ABSENT, Absent, Grade, GradeScale, Mark, Outcome, Scale
from centremark.domain.sheet.declaration import Agreement
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.submission import Submission
from centremark.handlers.api.fields import OneLine, SomeLines

Note = Annotated[str, Field(max_length=1000), SomeLines]
NoteOnDecision = Annotated[Note, Field(validate_default=True)]
"""A note that may be left empty when the board agrees, and not when it declines: see `why_declined`."""


def why_declined(note: str) -> str:
    """Require a note from the board when it declines."""
    if not note.strip():
        raise ValueError("Tell the centre why you decline")
    return note


class In(BaseModel):
    """What a caller sends: only the documented fields, with numbers, true and false as JSON has them."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Out(BaseModel):
    """What the API gives."""

    model_config = ConfigDict(from_attributes=True, defer_build=True)


class AttributionOut(Out):
    """Who did or said something, when, and a note in their words."""

    by: str
    at: datetime
    note: str

    @classmethod
    def of(cls, attribution: Attribution) -> "AttributionOut":
        return cls(by=attribution.by.name, at=attribution.at, note=attribution.note)


class FieldProblem(Out):
    """One thing wrong in a request, and where (RFC 6901 pointer)."""

    pointer: str
    code: str
    detail: str


class Problem(Out):
    """A problem body (RFC 9457); `code` is stable."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[FieldProblem] = []


class GatewayProblem(Out):
    """A refusal by the gateway, before a request reaches this service: no token, a missing scope, too many requests."""

    message: str


class MarkModel(In):
    """A whole mark."""

    kind: Literal["mark"]
    mark: StrictInt


class GradeModel(In):
    """An endorsement grade by its code."""

    kind: Literal["grade"]
    grade: Annotated[str, Field(min_length=1, max_length=10)]


class AbsentModel(In):
    """Absent, or no work submitted."""

    kind: Literal["absent"]


OutcomeModel = Annotated[MarkModel | GradeModel | AbsentModel, Field(discriminator="kind")]


def outcome_in(model: MarkModel | GradeModel | AbsentModel) -> Outcome:
    """Make a value of the domain."""
    match model:
        case MarkModel():
            return Mark(model.mark)
        case GradeModel():
            return Grade(model.grade)
        case AbsentModel():
            return ABSENT


def outcome_out(outcome: Outcome | None) -> MarkModel | GradeModel | AbsentModel | None:
    """Make a shape."""
    return None if outcome is None else outcome_given(outcome)


def outcome_given(outcome: Outcome) -> MarkModel | GradeModel | AbsentModel:
    """Make the shape of an outcome that is there."""
    match outcome:
        case Mark(value):
            return MarkModel(kind="mark", mark=value)
        case Grade(letter):
            return GradeModel(kind="grade", grade=letter)
        case Absent():
            return AbsentModel(kind="absent")


class CentreOut(Out):
    """A centre."""

    number: str
    name: str


class LimitOut(Out):
    """A role held for these assessments only, in every series."""

    role: Role
    assessments: list[str]

    @classmethod
    def all_of(cls, limits: Limits) -> "list[LimitOut]":
        return [cls(role=role, assessments=sorted(limits[role])) for role in sorted(limits)]


class MembershipOut(Out):
    """The roles held for the whole of one centre, and those for single assessments."""

    centre: CentreOut
    roles: list[Role]
    limits: list[LimitOut]


class MeOut(Out):
    """Who is signed in; `board` are the roles of the board's own people, which hold at every centre."""

    id: str
    name: str
    memberships: list[MembershipOut]
    board: list[Role]

    @classmethod
    def of(cls, actor: Actor, centres: list[Centre]) -> "MeOut":
        memberships = [
            MembershipOut(
                centre=CentreOut.model_validate(c),
                roles=sorted(actor.memberships[c.number]),
                limits=LimitOut.all_of(actor.limits.get(c.number, {})),
            )
            for c in centres
        ]
        board = sorted(actor.roles_at(BOARD_CENTRE))
        return cls(id=actor.id, name=actor.name, memberships=memberships, board=board)


class SeriesOut(Out):
    """An exam series."""

    id: str
    title: str
    opens: datetime
    closes: datetime | None


class SeriesListOut(Out):
    """Every series, latest first; `first` are the ids of those to open on, in order.

    They are those that take marks now, the first to close before the others; when none does, the one that closed last
    or else the next to open.
    """

    series: list[SeriesOut]
    first: list[str]

    @classmethod
    def of(cls, series: Sequence[Series], first: Sequence[Series]) -> "SeriesListOut":
        return cls(series=[SeriesOut.model_validate(s) for s in series], first=[s.id for s in first])


class QualificationOut(Out):
    """A qualification."""

    code: str
    title: str


class MarkScaleOut(Out):
    """Whole marks from 0 to the maximum."""

    kind: Literal["mark"]
    maximum: int


class GradeOut(Out):
    """One grade of a scale."""

    code: str
    title: str


class GradeScaleOut(Out):
    """Endorsement grades, best first."""

    kind: Literal["grade"]
    grades: list[GradeOut]


ScaleOut = Annotated[MarkScaleOut | GradeScaleOut, Field(discriminator="kind")]


def scale_out(scale: Scale) -> MarkScaleOut | GradeScaleOut:
    """Make a shape."""
    if isinstance(scale, GradeScale):
        grades = [GradeOut(code=code, title=title) for code, title in scale.grades.items()]
        return GradeScaleOut(kind="grade", grades=grades)
    return MarkScaleOut(kind="mark", maximum=scale.maximum)


class AssessmentOut(Out):
    """An assessment the centre marks itself."""

    code: str
    title: str
    qualification: QualificationOut
    scale: ScaleOut

    @classmethod
    def of(cls, assessment: Assessment) -> "AssessmentOut":
        return cls(
            code=assessment.code,
            title=assessment.title,
            qualification=QualificationOut.model_validate(assessment.qualification),
            scale=scale_out(assessment.scale),
        )


class SubmissionOut(Out):
    """The receipt of a submission; *confirmed* means that the board holds the marks.

    An *amended* one holds every mark again, a *supplementary* one only those of late entries. The status is the
    submission's own: the sheet goes on to moderation.
    """

    sheet: str
    assessment: AssessmentOut
    number: int
    kind: Literal["first", "amended", "supplementary"]
    reference: str
    sha256: str
    submitted_at: datetime
    submitted_by: str
    late: bool
    candidates: int
    absent: int
    status: Literal["submitted", "confirmed"]
    confirmed_at: datetime | None

    @classmethod
    def of(cls, sheet: MarkSheet) -> "SubmissionOut":
        """Make the receipt of a submitted sheet; raises ValueError when it is not submitted."""
        if sheet.submission is None:
            raise ValueError("an open sheet has no receipt")
        return cls.one_of(sheet, sheet.submission)

    @classmethod
    def one_of(cls, sheet: MarkSheet, submission: Submission) -> Self:
        """Make the receipt of one of a sheet's submissions."""
        return cls(
            sheet=str(sheet.id),
            assessment=AssessmentOut.of(sheet.assessment),
            number=submission.number,
            kind="amended" if submission.amendment else "supplementary" if submission.number > 1 else "first",
            reference=submission.reference,
            sha256=submission.sha256,
            submitted_at=submission.at,
            submitted_by=submission.by,
            late=submission.late,
            candidates=submission.candidates,
            absent=submission.absent,
            status="confirmed" if submission.confirmed_at else "submitted",
            confirmed_at=submission.confirmed_at,
        )

    @classmethod
    def latest(cls, sheet: MarkSheet) -> "SubmissionOut | None":
        return cls.of(sheet) if sheet.submission else None


class AgreementIn(In):
    """The version of the wording that was shown, and the keys of the statements agreed to.

    A machine client names the person who made the declaration, who must be one who may submit the centre's marks;
    people leave the name out.
    """

    version: str
    agreed: list[str]
    made_by: Annotated[str, Field(max_length=100), OneLine] | None = None

    def to_domain(self) -> Agreement:
        return Agreement(self.version, frozenset(self.agreed), self.made_by or "")
