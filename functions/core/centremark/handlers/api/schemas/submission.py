"""Shapes of the review before a submission, and of the submission."""

from typing import Literal

from centremark.domain.checks.candidate_queries import queries
from centremark.domain.checks.summary import Summary
from centremark.domain.shared.actor import Actor
from centremark.domain.sheet.declaration import DECLARATION
from centremark.domain.sheet.row import ZeroReason
from centremark.handlers.api.schemas.shared import AgreementIn, In, Out, OutcomeModel, outcome_out
from centremark.handlers.api.schemas.sheet import PAGE_ROWS, FlagOut, QueryOut, SheetHead
from centremark.usecases.sheet.read_sheets import SheetView


class MissingOut(Out):
    """A candidate who still lacks something, the page of their row, and the flag that prevents the tick, if any."""

    candidate: str
    name: str
    page: int
    missing: Literal["mark", "check"]
    flag: FlagOut | None


class QueriedOut(QueryOut):
    """A candidate with a question about their mark, and the page of their row."""

    candidate: str
    name: str
    page: int


class CircumstanceCountOut(Out):
    """How many candidates have a circumstance recorded."""

    code: str
    title: str
    count: int


class ZeroReasonCountOut(Out):
    """How many marks of 0 have a reason."""

    reason: ZeroReason
    count: int


class CountsOut(Out):
    """Figures about the marks; highest, lowest and mean leave absences and grades out."""

    candidates: int
    entered: int
    checked: int
    absent: int
    carried_forward: int
    circumstances: list[CircumstanceCountOut]
    zero: int
    zero_reasons: list[ZeroReasonCountOut]
    highest: int | None
    lowest: int | None
    mean: float | None


class BandOut(Out):
    """How many candidates are in a band of marks, or have a grade."""

    label: str
    count: int


class LateEntryOut(Out):
    """A candidate entered after a submission, whose outcome the next one sends."""

    candidate: str
    name: str
    page: int
    outcome: OutcomeModel | None


class StatementOut(Out):
    """One statement of the declaration."""

    key: str
    text: str


class DeclarationOut(Out):
    """The wording to agree to."""

    version: str
    statements: list[StatementOut]


class ReviewOut(Out):
    """Everything to look at before submitting.

    With `late_entries` the submission is a supplementary one with only their marks; counts and distribution are of all
    marks.
    """

    sheet: SheetHead
    counts: CountsOut
    distribution: list[BandOut]
    missing: list[MissingOut]
    queries: list[QueriedOut]
    late_entries: list[LateEntryOut]
    declaration: DeclarationOut
    late: bool

    @classmethod
    def of(cls, view: SheetView, actor: Actor) -> "ReviewOut":
        sheet, summary = view.sheet, Summary.of(view.sheet)
        places = {number: place // PAGE_ROWS + 1 for place, number in enumerate(sorted(sheet.rows))}
        statements = [StatementOut(key=key, text=text) for key, text in DECLARATION.statements.items()]
        return cls(
            sheet=SheetHead.of(view, actor),
            counts=CountsOut(
                candidates=len(sheet.rows),
                entered=sheet.entered,
                checked=sheet.checked,
                absent=summary.absent,
                carried_forward=summary.carried,
                circumstances=[
                    CircumstanceCountOut(code=code, title=sheet.assessment.circumstances[code].title, count=count)
                    for code, count in summary.circumstances.items()
                ],
                zero=summary.zero,
                zero_reasons=[
                    ZeroReasonCountOut(reason=reason, count=count) for reason, count in summary.zeros.items()
                ],
                highest=summary.highest,
                lowest=summary.lowest,
                mean=summary.mean,
            ),
            distribution=[BandOut(label=label, count=count) for label, count in summary.distribution],
            missing=[
                MissingOut(
                    candidate=n,
                    name=view.roster[n].name,
                    page=places[n],
                    missing=lack.value,
                    flag=FlagOut.on(sheet.rows[n], sheet.people, actor),
                )
                for n, lack in sheet.missing().items()
            ],
            queries=[
                QueriedOut(candidate=n, name=view.roster[n].name, page=places[n], code=query.code, figure=query.figure)
                for n, query in queries(sheet.rows).items()
                if n in sheet.late or not sheet.submission
            ],
            late_entries=[
                LateEntryOut(
                    candidate=n, name=view.roster[n].name, page=places[n], outcome=outcome_out(sheet.rows[n].outcome)
                )
                for n in sorted(sheet.late)
            ],
            declaration=DeclarationOut(version=DECLARATION.version, statements=statements),
            late=sheet.window.is_late(view.at),
        )


class SubmitIn(In):
    """The declaration of the person who submits."""

    declaration: AgreementIn
