"""Shapes of the routes of moderation."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from centremark.domain.board.board_line import BoardLine
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import Malformed, Point
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber
from centremark.domain.sheet.mark_sheet import Status
from centremark.domain.sheet.moderation import (
    Method,
    Moderation,
    ModerationOutcome,
    Moderator,
    SampledWork,
    Why,
    WorkState,
)
from centremark.handlers.api.fields import CandidateIn, InstantIn, NameIn, ReasonIn
from centremark.handlers.api.schemas.shared import (
    AttributionOut,
    CentreOut,
    In,
    Note,
    Out,
    OutcomeModel,
    outcome_in,
    outcome_out,
)
from centremark.usecases.moderation.moderate import OutcomeFound
from centremark.usecases.shared.london import today
from centremark.usecases.sheet.read_sheets import SheetView

ModerationState = Literal["not started", "started", "sample requested", "outcome recorded"]


class ModeratorIn(In):
    """Who moderates, and the address to send work to, in lines as on a label."""

    name: NameIn
    address: Annotated[list[NameIn], Field(min_length=1, max_length=8)]


class ModeratorOut(Out):
    """Who moderates, and the lines of the address to send work to."""

    name: str
    address: list[str]


class SampledOut(Out):
    """One candidate's work and why it is requested; `replaces` is the candidate whose lost work it replaces.

    `outcome` is null once the candidate was withdrawn.
    """

    candidate: str
    name: str
    group: str
    outcome: OutcomeModel | None
    why: Why
    replaces: str | None
    state: WorkState
    told: AttributionOut | None

    @classmethod
    def of(cls, work: SampledWork, view: SheetView) -> "SampledOut":
        candidate, row = view.roster[work.candidate], view.sheet.rows.get(work.candidate)
        return cls(
            candidate=work.candidate,
            name=candidate.name,
            group=candidate.group,
            outcome=outcome_out(row.outcome) if row else None,
            why=work.why,
            replaces=work.replaces,
            state=work.state,
            told=AttributionOut.of(work.attribution) if work.attribution else None,
        )


class AdjustedOut(Out):
    """The mark the board gives beside the centre's own, which stays as it is."""

    candidate: str
    name: str
    centre: OutcomeModel | None
    adjusted: OutcomeModel | None


class ModerationOutcomeOut(Out):
    """What moderation found; with nothing adjusted the centre's marks are accepted."""

    result: Literal["accepted", "adjusted"]
    adjusted: list[AdjustedOut]
    note: str
    release_at: datetime

    @classmethod
    def of(cls, outcome: ModerationOutcome, view: SheetView) -> "ModerationOutcomeOut":
        return cls(
            result="adjusted" if outcome.adjusted else "accepted",
            adjusted=[
                AdjustedOut(
                    candidate=candidate,
                    name=view.roster[candidate].name,
                    centre=outcome_out(view.sheet.rows[candidate].outcome),
                    adjusted=outcome_out(adjusted),
                )
                for candidate, adjusted in outcome.adjusted
            ],
            note=outcome.attribution.note,
            release_at=outcome.release_at,
        )


class ModerationOut(Out):
    """The state of moderation.

    `centres` are those moderated together, including the sheet's own; `pool` is how many of their candidates the sample
    was drawn from, `due` the last day in London to send the work. A centre sees `outcome` from its release date, the
    board at once; only the board sees the seed that repeats the draw.
    """

    sheet: str
    version: int
    may: bool
    state: ModerationState
    centres: list[CentreOut]
    moderator: ModeratorOut | None
    method: Method | None
    started_at: datetime | None
    pool: int
    due: date | None
    overdue: bool
    sample: list[SampledOut]
    outcome: ModerationOutcomeOut | None
    seed: str | None

    @classmethod
    def of(cls, view: SheetView, together: Sequence[Centre], actor: Actor) -> "ModerationOut":
        sheet, moderation = view.sheet, view.sheet.moderation
        board = actor.may(Permission.MODERATE, sheet.id.centre)
        outcome = moderation and (moderation.outcome if board else moderation.released(view.at))
        waits = bool(moderation) and any(work.state is WorkState.ASKED for work in moderation.sample)
        return cls(
            sheet=str(sheet.id),
            version=sheet.version,
            may=actor.may(Permission.AMEND, sheet.id),
            state=_state(moderation, seen=outcome is not None),
            centres=[CentreOut(number=centre.number, name=centre.name) for centre in together],
            moderator=ModeratorOut(name=moderation.moderator.name, address=list(moderation.moderator.address))
            if moderation
            else None,
            method=moderation.method if moderation else None,
            started_at=moderation.started.at if moderation else None,
            pool=moderation.pool if moderation else 0,
            due=moderation.due if moderation else None,
            overdue=bool(moderation and not outcome and moderation.due and waits and moderation.due < today(view.at)),
            sample=[SampledOut.of(work, view) for work in moderation.sample] if moderation else [],
            outcome=ModerationOutcomeOut.of(outcome, view) if outcome else None,
            seed=moderation.seed if moderation and board else None,
        )


def _state(moderation: Moderation | None, *, seen: bool) -> ModerationState:
    if moderation is None:
        return "not started"
    if seen:
        return "outcome recorded"
    return "sample requested" if moderation.due else "started"


class CorrectionIn(In):
    """Why what was recorded as sent is corrected; `sent` is false when the work was not sent after all."""

    sent: StrictBool
    reason: ReasonIn


class WorkSentIn(In):
    """Whose work was sent; the note may say how. With `correction` it corrects what was recorded as sent before."""

    candidates: Annotated[list[CandidateIn], Field(min_length=1, max_length=100)]
    note: Note = ""
    correction: CorrectionIn | None = None

    def numbers(self) -> frozenset[CandidateNumber]:
        return frozenset(map(CandidateNumber, self.candidates))


class WorkLostIn(In):
    """Whose work is lost, and how."""

    candidate: CandidateIn
    explanation: ReasonIn


class StartIn(In):
    """How the board moderates, and how many working days (England and Wales) a centre has to send the work."""

    moderator: ModeratorIn
    method: Method
    working_days: Annotated[StrictInt, Field(ge=1, le=60)] = 3

    def to_domain(self) -> Arrangement:
        return Arrangement(
            Moderator(self.moderator.name, tuple(self.moderator.address)), self.method, self.working_days
        )


class AdjustedIn(In):
    """A candidate and the mark the board gives beside the centre's."""

    candidate: CandidateIn
    outcome: OutcomeModel


class OutcomeIn(In):
    """What moderation found; nothing adjusted means accepted. The centre sees it from `release_at`."""

    adjusted: Annotated[list[AdjustedIn], Field(max_length=5000)]
    release_at: InstantIn
    note: Note = ""

    def to_domain(self) -> OutcomeFound:
        seen: set[str] = set()
        for place, candidate in enumerate(mark.candidate for mark in self.adjusted):
            if candidate in seen:
                detail = f"Candidate {candidate} appears twice. Send one mark for each candidate."
                raise Malformed(detail, (Point(f"/adjusted/{place}/candidate", "candidate-repeated", detail),))
            seen.add(candidate)
        adjusted = {CandidateNumber(mark.candidate): outcome_in(mark.outcome) for mark in self.adjusted}
        return OutcomeFound(adjusted, self.release_at, self.note)


class BoardLineOut(Out):
    """One centre's sheet in a line: its status, and what waits for the board or the centre."""

    sheet: str
    centre: CentreOut
    assessment: str
    status: Status
    candidates: int
    submission: int
    late: bool
    submitted_at: datetime | None
    amendments_waiting: int
    due: date | None
    sampled: int
    sent: int
    deadline: datetime
    overdue: bool
    extension_asked: bool

    @classmethod
    def of(cls, line: BoardLine, names: Mapping[CentreNumber, Centre], at: datetime) -> "BoardLineOut":
        number = line.sheet.centre
        return cls(
            sheet=str(line.sheet),
            centre=CentreOut(number=number, name=names[number].name if number in names else ""),
            assessment=line.sheet.assessment,
            status=line.status,
            candidates=line.candidates,
            submission=line.submission,
            late=line.late,
            submitted_at=line.submitted_at,
            amendments_waiting=line.waiting,
            due=line.due,
            sampled=line.sampled,
            sent=line.sent,
            deadline=line.deadline,
            overdue=line.is_overdue(at),
            extension_asked=line.extension_asked,
        )


class BoardSheetsOut(Out):
    """Every centre's sheets of a series, in order of assessment and centre."""

    sheets: list[BoardLineOut]

    @classmethod
    def of(cls, lines: Sequence[BoardLine], names: Mapping[CentreNumber, Centre], at: datetime) -> "BoardSheetsOut":
        return cls(sheets=[BoardLineOut.of(line, names, at) for line in lines])
