"""Shapes of the routes that show and change mark sheets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from centremark.domain.catalogue.catalogue import WindowState
from centremark.domain.checks.candidate_queries import Query, QueryCode, queries
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.sheet.after_submission import AfterSubmission
from centremark.domain.sheet.mark_sheet import Answer, MarkSheet, Missing, Result, Status
from centremark.domain.sheet.row import UNCHANGED, Change, Row, ZeroReason
from centremark.handlers.api.fields import CandidateIn, CheckerNoteIn
from centremark.handlers.api.schemas.candidate_flags import NoteOut
from centremark.handlers.api.schemas.circumstances import CircumstanceKindOut
from centremark.handlers.api.schemas.criteria import CriteriaIn, CriterionOut, ZeroReasonOut, criteria_in
from centremark.handlers.api.schemas.extensions import MoreTimeOut
from centremark.handlers.api.schemas.people import DepartmentOut, PeopleOut
from centremark.handlers.api.schemas.requests import RequestOut
from centremark.handlers.api.schemas.shared import (
    AssessmentOut,
    CentreOut,
    In,
    Out,
    OutcomeModel,
    SeriesOut,
    SubmissionOut,
    outcome_in,
    outcome_out,
)
from centremark.usecases.marks.enter_marks import Saved
from centremark.usecases.requests.read_requests import RequestSeen
from centremark.usecases.sheet.read_sheets import CentreView, SheetView, status_seen
from centremark.usecases.sheet.see_colleagues import Now

PAGE_ROWS = 50
SAVE_ROWS = 1000

NextAction = Literal["enter", "check", "submit", "wait", "keep"]


def next_action(sheet: MarkSheet) -> NextAction:
    """The next thing to do with a sheet: *keep* a copy once the board has confirmed; late entries come first."""
    if sheet.late:
        missing = sheet.missing()
        return "submit" if not missing else "enter" if Missing.MARK in missing.values() else "check"
    match sheet.status:
        case Status.SUBMITTED:
            return "wait"
        case Status.CONFIRMED | Status.IN_MODERATION | Status.MODERATED:
            return "keep"
        case Status.READY:
            return "submit"
        case _:
            return "check" if sheet.rows and sheet.entered == len(sheet.rows) else "enter"


class AfterSubmissionOut(Out):
    """How a submitted sheet stands; `send_by` and `work_by` are the last days in London.

    `to_send` counts the work of the sample that is not sent yet, `amendments` those that the board has yet to decide.
    `work_by` is when the first work requested for an amendment is due, and `outcome_at` when the outcome of moderation
    was released; null until then.
    """

    to_send: int
    send_by: date | None
    amendments: int
    work_by: date | None
    outcome_at: datetime | None


class AssessmentSummary(Out):
    """How far a centre is with one assessment; `after` is null while nothing is submitted.

    `requests` are what colleagues are asked for of it.
    """

    sheet: str
    assessment: AssessmentOut
    opens: datetime
    deadline: datetime
    window: WindowState
    overdue: bool
    extension: MoreTimeOut | None
    status: Status
    candidates: int
    entered: int
    checked: int
    late_entries: int
    next: NextAction
    submission: SubmissionOut | None
    after: AfterSubmissionOut | None
    requests: list[RequestOut]


class CentreAssessmentsOut(Out):
    """Every assessment of a centre in a series, nearest deadline first, and the centre's departments."""

    centre: CentreOut
    series: SeriesOut
    people: PeopleOut
    departments: list[DepartmentOut]
    assessments: list[AssessmentSummary]

    @classmethod
    def of(
        cls, view: CentreView, sheets: list[MarkSheet], asked: Mapping[SheetId, Sequence[RequestSeen]], actor: Actor
    ) -> "CentreAssessmentsOut":
        ordered = sorted(sheets, key=lambda sheet: (sheet.window.deadline, sheet.assessment.code))
        summaries = [
            AssessmentSummary(
                sheet=str(sheet.id),
                assessment=AssessmentOut.of(sheet.assessment),
                opens=sheet.window.opens,
                deadline=sheet.window.deadline,
                window=sheet.window.state(view.at),
                overdue=sheet.is_overdue(view.at),
                extension=MoreTimeOut.of(sheet.extension),
                status=status_seen(sheet, actor, view.at),
                candidates=len(sheet.rows),
                entered=sheet.entered,
                checked=sheet.checked,
                late_entries=len(sheet.late),
                next=next_action(sheet),
                submission=SubmissionOut.latest(sheet),
                after=after and AfterSubmissionOut.model_validate(after),
                requests=[RequestOut.of(seen, actor) for seen in asked.get(sheet.id, ())],
            )
            for sheet in ordered
            for after in [AfterSubmission.of(sheet, view.at)]
        ]
        return cls(
            centre=CentreOut.model_validate(view.centre),
            series=SeriesOut.model_validate(view.series),
            people=PeopleOut.of(view.people),
            departments=[DepartmentOut.model_validate(one) for one in view.departments.all],
            assessments=summaries,
        )


class MayOut(Out):
    """What the person signed in may do with this sheet."""

    enter: bool
    submit: bool


class SheetHead(Out):
    """A mark sheet without its rows; `circumstances` are those that can be recorded for its candidates.

    `criteria` are those that the assessment's mark is the sum of, empty where it is marked as a whole.
    """

    id: str
    centre: CentreOut
    series: SeriesOut
    assessment: AssessmentOut
    opens: datetime
    deadline: datetime
    window: WindowState
    overdue: bool
    extension: MoreTimeOut | None
    status: Status
    version: int
    candidates: int
    entered: int
    checked: int
    may: MayOut
    late_entries: int
    circumstances: list[CircumstanceKindOut]
    criteria: list[CriterionOut]
    second_checker: bool
    submitters: list[str]
    submission: SubmissionOut | None

    @classmethod
    def of(cls, view: SheetView, actor: Actor) -> "SheetHead":
        sheet, window = view.sheet, view.sheet.window
        return cls(
            id=str(sheet.id),
            centre=CentreOut.model_validate(view.centre),
            series=SeriesOut.model_validate(view.series),
            assessment=AssessmentOut.of(sheet.assessment),
            opens=window.opens,
            deadline=window.deadline,
            window=window.state(view.at),
            overdue=sheet.is_overdue(view.at),
            extension=MoreTimeOut.of(sheet.extension),
            status=view.status(actor),
            version=sheet.version,
            candidates=len(sheet.rows),
            entered=sheet.entered,
            checked=sheet.checked,
            may=MayOut(
                enter=actor.may(Permission.ENTER, sheet.id),
                submit=actor.may(Permission.SUBMIT, sheet.id),
            ),
            late_entries=len(sheet.late),
            circumstances=CircumstanceKindOut.all_of(sheet.assessment),
            criteria=CriterionOut.all_of(sheet.assessment),
            second_checker=view.second_checker,
            submitters=list(view.people.submit),
            submission=SubmissionOut.latest(sheet),
        )


class NowOut(Out):
    """The version of a mark sheet, and the names of colleagues who have it open on this website."""

    version: int
    colleagues: list[str]

    @classmethod
    def of(cls, now: Now) -> "NowOut":
        return cls(version=now.version, colleagues=list(now.colleagues))


class QueryOut(Out):
    """A question about a mark; it blocks nothing.

    *zero-mark*: the mark is 0 without a `zero_reason`: was the candidate absent instead? *far-from-class*: unusually
    far from the other marks of the sheet (`figure`: their median). *same-as-neighbours*: one of many equal marks in a
    row (`figure`: how many).
    """

    code: QueryCode
    figure: int | float | None

    @classmethod
    def about(cls, candidate: CandidateNumber, asked: Mapping[CandidateNumber, Query]) -> "QueryOut | None":
        return cls.model_validate(asked[candidate]) if candidate in asked else None


class FlagOut(Out):
    """Who doubts a mark, and since when; `own` is true for the person signed in."""

    by: str
    at: datetime
    own: bool

    @classmethod
    def on(cls, row: Row, people: Mapping[str, str], actor: Actor) -> "FlagOut | None":
        return row.flag and cls(by=people.get(row.flag.by, ""), at=row.flag.at, own=row.flag.by == actor.id)


class CheckerNoteOut(Out):
    """A note to the checker: who wrote it and when; `own` is true for the person signed in."""

    text: str
    by: str
    at: datetime
    own: bool

    @classmethod
    def on(cls, row: Row, people: Mapping[str, str], actor: Actor) -> "CheckerNoteOut | None":
        note = row.note
        return note and cls(text=note.text, by=people.get(note.by, ""), at=note.at, own=note.by == actor.id)


class RowOut(Out):
    """One candidate's row; name the revision when changing it.

    `entered_by` is the name of the person who gave the outcome, empty when there is none; `own` is true for the person
    signed in. A `late` candidate was entered after a submission: on a submitted sheet only these rows are open.
    `criteria` are the marks of the assessment's criteria in their order, null where one is missing; empty without any.
    `checker_note` is for the centre alone: the board gets null.
    """

    candidate: str
    name: str
    uci: str
    group: str
    outcome: OutcomeModel | None
    criteria: list[int | None]
    zero_reason: ZeroReasonOut | None
    checked: bool
    revision: int
    entered_by: str
    own: bool
    late: bool
    note: NoteOut | None
    query: QueryOut | None
    flag: FlagOut | None
    checker_note: CheckerNoteOut | None


class SheetOut(SheetHead):
    """A mark sheet, or one page of it (`page` null is the whole)."""

    page: int | None
    pages: int
    rows: list[RowOut]

    @classmethod
    def paged(cls, view: SheetView, actor: Actor, page: int | None) -> "SheetOut":
        """Make one page, 50 rows each, or the whole sheet; a page past the end has no rows."""
        numbers = sorted(view.sheet.rows)
        pages = max(1, -(-len(numbers) // PAGE_ROWS))
        shown = numbers if page is None else numbers[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
        head, asked = SheetHead.of(view, actor), queries(view.sheet.rows)
        rows = [cls._row(view, actor, asked, number) for number in shown]
        return cls(**dict(head), page=page, pages=pages, rows=rows)

    @staticmethod
    def _row(view: SheetView, actor: Actor, asked: Mapping[CandidateNumber, Query], number: CandidateNumber) -> RowOut:
        row, candidate = view.sheet.rows[number], view.roster[number]
        return RowOut(
            candidate=number,
            name=candidate.name,
            uci=candidate.uci,
            group=candidate.group,
            outcome=outcome_out(row.outcome),
            criteria=list(row.criteria),
            zero_reason=ZeroReasonOut.on(row, view.sheet.people),
            checked=row.checked,
            revision=row.revision,
            entered_by=view.sheet.people.get(row.entered_by, ""),
            own=row.entered_by == actor.id,
            late=number in view.sheet.late,
            note=NoteOut.about(candidate, row, view.sheet.assessment),
            query=QueryOut.about(number, asked),
            flag=FlagOut.on(row, view.sheet.people, actor),
            checker_note=CheckerNoteOut.on(row, view.sheet.people, actor),
        )


class ChangeIn(In):
    """A change of one row: a field left out stays as it is; outcome null clears it.

    `flagged` true says that the mark is in doubt and removes its tick; false removes the flag, and so does a tick.
    `criteria` are marks in the order of the assessment's criteria, null for one that is missing; with them an outcome
    left out, or null, is their sum, and one that differs from it is refused. null removes them all. `zero_reason` says
    why a mark is 0; null removes it. `checker_note` is a note to whoever checks the mark, which the board never sees:
    it stays until null removes it, and a sheet has 100 at most.
    """

    candidate: CandidateIn
    revision: Annotated[StrictInt, Field(ge=0)]
    outcome: OutcomeModel | None = None
    checked: StrictBool | None = None
    flagged: StrictBool | None = None
    criteria: CriteriaIn | None = None
    zero_reason: ZeroReason | None = None
    checker_note: CheckerNoteIn | None = None

    def to_domain(self) -> Change:
        outcome, sent = outcome_in(self.outcome) if self.outcome else None, self.model_fields_set
        return Change(
            CandidateNumber(self.candidate),
            self.revision,
            outcome if "outcome" in sent else UNCHANGED,
            checked=self.checked,
            flagged=self.flagged,
            criteria=criteria_in(self.criteria, sent="criteria" in sent),
            zero=self.zero_reason if "zero_reason" in sent else UNCHANGED,
            note=self.checker_note or "" if "checker_note" in sent else UNCHANGED,
        )


class SaveIn(In):
    """Changes to rows of one sheet."""

    rows: Annotated[list[ChangeIn], Field(min_length=1, max_length=SAVE_ROWS)]


class RowProblem(Out):
    """Why a row was not saved."""

    code: str
    detail: str


class AnswerOut(Out):
    """The result of one row, and the row as it is now: after a conflict, what was saved meanwhile, and by whom."""

    candidate: str
    result: Result
    outcome: OutcomeModel | None
    criteria: list[int | None]
    zero_reason: ZeroReasonOut | None
    checked: bool
    revision: int
    entered_by: str
    own: bool
    query: QueryOut | None
    flag: FlagOut | None
    checker_note: CheckerNoteOut | None
    problem: RowProblem | None

    @classmethod
    def of(cls, answer: Answer, saved: Saved, actor: Actor) -> "AnswerOut":
        row = answer.row or Row()
        return cls(
            candidate=answer.candidate,
            result=answer.result,
            outcome=outcome_out(row.outcome),
            criteria=list(row.criteria),
            zero_reason=ZeroReasonOut.on(row, saved.people),
            checked=row.checked,
            revision=row.revision,
            entered_by=saved.people.get(row.entered_by, ""),
            own=row.entered_by == actor.id,
            query=QueryOut.about(answer.candidate, saved.queries),
            flag=FlagOut.on(row, saved.people, actor),
            checker_note=CheckerNoteOut.on(row, saved.people, actor),
            problem=RowProblem(code=answer.code, detail=answer.detail) if answer.code else None,
        )


class SavedOut(Out):
    """The result of a save, row by row."""

    version: int
    status: Status
    candidates: int
    entered: int
    checked: int
    rows: list[AnswerOut]

    @classmethod
    def of(cls, saved: Saved, actor: Actor) -> "SavedOut":
        return cls(
            version=saved.version,
            status=saved.status,
            candidates=saved.candidates,
            entered=saved.entered,
            checked=saved.checked,
            rows=[AnswerOut.of(answer, saved, actor) for answer in saved.answers],
        )
