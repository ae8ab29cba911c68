"""Shapes of a sheet's submissions, those that were replaced too."""

from datetime import datetime

from centremark.domain.catalogue.catalogue import Assessment
from centremark.domain.sheet.row import ZeroReason
from centremark.domain.sheet.sealing import SentRow
from centremark.handlers.api.schemas.candidate_flags import NoteOut
from centremark.handlers.api.schemas.circumstances import CircumstanceOut
from centremark.handlers.api.schemas.shared import Out, OutcomeModel, SubmissionOut, outcome_given
from centremark.usecases.submission.read_submissions import SubmissionsView, SubmissionView


class SheetSubmissionsOut(Out):
    """The receipts of a sheet's submissions, latest first; empty while it is not submitted."""

    submissions: list[SubmissionOut]

    @classmethod
    def of(cls, view: SubmissionsView) -> "SheetSubmissionsOut":
        return cls(submissions=[SubmissionOut.one_of(view.sheet, one) for one in view.submissions])


class SubmittedMarkOut(Out):
    """What a submission said about one candidate; the name is the one on the list of candidates now."""

    candidate: str
    name: str
    outcome: OutcomeModel
    criteria: list[int | None]
    zero_reason: ZeroReason | None
    note: NoteOut | None

    @classmethod
    def of(cls, candidate: str, name: str, sent: SentRow, assessment: Assessment) -> "SubmittedMarkOut":
        return cls(
            candidate=candidate,
            name=name,
            outcome=outcome_given(sent.outcome),
            criteria=list(sent.criteria),
            zero_reason=sent.zero,
            note=_note(sent, assessment),
        )


class PrintedOut(Out):
    """A link to a printed report, which lasts a quarter of an hour."""

    link: str
    expires_at: datetime


class SubmittedMarksOut(SubmissionOut):
    """One submission of a sheet as it was sent: who declared which wording, and every mark in it.

    `submissions` is how many the sheet has; `report` is null where no report was printed of this one.
    """

    submissions: int
    declaration: str
    marks: list[SubmittedMarkOut]
    report: PrintedOut | None

    @classmethod
    def seen(cls, view: SubmissionView) -> "SubmittedMarksOut":
        sheet, names = view.sheet, {number: candidate.name for number, candidate in view.roster.items()}
        return cls(
            **dict(SubmissionOut.one_of(sheet, view.submission)),
            submissions=sheet.submission.number if sheet.submission else view.submission.number,
            declaration=view.sent.declaration,
            marks=[
                SubmittedMarkOut.of(number, names.get(number, ""), row, sheet.assessment)
                for number, row in view.sent.rows.items()
            ],
            report=PrintedOut(link=view.report.url, expires_at=view.report.expires_at) if view.report else None,
        )


def _note(sent: SentRow, assessment: Assessment) -> NoteOut | None:
    """What was sent beside the mark; the title of a circumstance is today's."""
    code, kind = sent.circumstance, assessment.circumstances.get(sent.circumstance)
    if not (sent.carried or code):
        return None
    circumstance = CircumstanceOut(code=code, title=kind.title if kind else code, reason="") if code else None
    return NoteOut(former=None, moved_from=None, carried_from=sent.carried, circumstance=circumstance)
