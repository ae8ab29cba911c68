"""Shapes of the routes of amendments to centre marks."""

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.sheet.amendment import (
    AmendedMark,
    Amendment,
    AmendmentState,
    Reason,
    Wanted,
    WorkAsked,
    WorkWanted,
)
from centremark.handlers.api.fields import CandidateIn, DayIn, NotBlank, OneLine, SomeLines, not_above
from centremark.handlers.api.schemas.shared import (
    AttributionOut,
    In,
    Note,
    NoteOnDecision,
    Out,
    OutcomeModel,
    SubmissionOut,
    outcome_in,
    outcome_out,
    why_declined,
)
from centremark.usecases.amendments.amend_marks import Decision
from centremark.usecases.sheet.read_sheets import SheetView

AMENDED_AT_ONCE = 1000


class WorkOut(Out):
    """Work the board wants to see: whose, where to send it, and the last day in London; `sent` once it was sent."""

    candidates: list[str]
    send_to: str
    due: date
    asked: AttributionOut
    sent: AttributionOut | None

    @classmethod
    def of(cls, work: WorkAsked) -> "WorkOut":
        return cls(
            candidates=list(work.wanted.candidates),
            send_to=work.wanted.send_to,
            due=work.wanted.due,
            asked=AttributionOut.of(work.asked),
            sent=AttributionOut.of(work.sent) if work.sent else None,
        )


class AmendedMarkOut(Out):
    """A candidate's outcome before and after."""

    candidate: str
    name: str
    before: OutcomeModel | None
    after: OutcomeModel | None


class AmendmentOut(Out):
    """One amendment; only a *pending* one can still change."""

    number: int
    state: AmendmentState
    marks: list[AmendedMarkOut]
    reason: str
    reason_words: str
    explanation: str
    approved_by: str
    asked: AttributionOut
    work: WorkOut | None
    decided: AttributionOut | None

    @classmethod
    def of(cls, amendment: Amendment, view: SheetView) -> "AmendmentOut":
        wanted = amendment.wanted
        return cls(
            number=amendment.number,
            state=amendment.state,
            marks=[
                AmendedMarkOut(
                    candidate=mark.candidate,
                    name=view.roster[mark.candidate].name,
                    before=outcome_out(mark.before),
                    after=outcome_out(mark.after),
                )
                for mark in wanted.marks
            ],
            reason=wanted.reason.slug,
            reason_words=wanted.reason.value,
            explanation=wanted.explanation,
            approved_by=wanted.approved_by,
            asked=AttributionOut.of(amendment.asked),
            work=WorkOut.of(amendment.work) if amendment.work else None,
            decided=AttributionOut.of(amendment.decided) if amendment.decided else None,
        )


class ReasonOut(Out):
    """A reason to choose, in words that complete 'the marks are amended because …'."""

    code: str
    words: str


class AmendmentsOut(Out):
    """Every amendment of a sheet, latest first, and what happens to a new one.

    With `at_once` a new one is applied when it is requested; otherwise moderation has started and the board decides.
    """

    sheet: str
    version: int
    may: bool
    at_once: bool
    reasons: list[ReasonOut]
    submission: SubmissionOut | None
    amendments: list[AmendmentOut]

    @classmethod
    def of(cls, view: SheetView, actor: Actor) -> "AmendmentsOut":
        sheet = view.sheet
        return cls(
            sheet=str(sheet.id),
            version=sheet.version,
            may=sheet.submission is not None and actor.may(Permission.AMEND, sheet.id),
            at_once=sheet.moderation is None,
            reasons=[ReasonOut(code=reason.slug, words=reason.value) for reason in Reason],
            submission=SubmissionOut.latest(sheet),
            amendments=[AmendmentOut.of(amendment, view) for amendment in reversed(sheet.amendments)],
        )


class AmendedMarkIn(In):
    """A candidate, the outcome the caller saw, and the one it should be."""

    candidate: CandidateIn
    before: OutcomeModel
    after: OutcomeModel

    def to_domain(self) -> AmendedMark:
        return AmendedMark(CandidateNumber(self.candidate), outcome_in(self.before), outcome_in(self.after))


class AmendIn(In):
    """What a centre asks for, and the name of the person there who approved it."""

    marks: Annotated[list[AmendedMarkIn], Field(min_length=1, max_length=AMENDED_AT_ONCE)]
    reason: Annotated[str, Field(pattern=f"^({'|'.join(reason.slug for reason in Reason)})$")]
    explanation: Annotated[str, Field(min_length=1, max_length=1000), SomeLines, NotBlank]
    approved_by: Annotated[str, Field(min_length=1, max_length=100), OneLine, not_above(100), NotBlank]

    def to_domain(self) -> Wanted:
        marks = tuple(mark.to_domain() for mark in self.marks)
        return Wanted(marks, Reason.from_slug(self.reason), self.explanation, self.approved_by)


class NoteIn(In):
    """A short note; it may be empty."""

    note: Note = ""


class DecisionIn(In):
    """The board's decision on an amendment, and a note to the centre."""

    decision: Decision
    note: NoteOnDecision = ""

    @field_validator("note")
    @classmethod
    def _says_why(cls, note: str, info: ValidationInfo) -> str:
        return why_declined(note) if info.data.get("decision") is Decision.DECLINE else note


class AskWorkIn(In):
    """Whose work the board wants, where to send it, and the last day in London."""

    candidates: Annotated[list[CandidateIn], Field(min_length=1, max_length=AMENDED_AT_ONCE)]
    send_to: Annotated[str, Field(min_length=1, max_length=500), SomeLines, NotBlank]
    due: DayIn

    def to_domain(self) -> WorkWanted:
        return WorkWanted(tuple(dict.fromkeys(map(CandidateNumber, self.candidates))), self.send_to, self.due)
