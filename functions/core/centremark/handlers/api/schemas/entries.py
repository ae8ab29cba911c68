"""Shapes of the routes by which the board enters and withdraws candidates."""

from typing import Annotated

from pydantic import Field

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, SheetId, Uci
from centremark.domain.shared.outcomes import Grade, Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import Carried
from centremark.handlers.api.fields import CandidateIn, CentreIn, NameIn, OneLine, ReasonIn, SeriesIn, UciIn, not_above
from centremark.handlers.api.schemas.shared import GradeModel, In, MarkModel, Out
from centremark.usecases.entries.move_candidate import MoveCommand


class CarriedIn(In):
    """A mark or grade of an earlier series that counts again."""

    series: SeriesIn
    outcome: Annotated[MarkModel | GradeModel, Field(discriminator="kind")]

    def to_domain(self) -> Carried:
        outcome = Mark(self.outcome.mark) if isinstance(self.outcome, MarkModel) else Grade(self.outcome.grade)
        return Carried(outcome, SeriesId(self.series))


class EntryIn(In):
    """A candidate; the name is written as on the entry: SURNAME Forename.

    With `carried_forward` the centre does not mark the candidate; a later entry without it lets the centre mark them
    again.
    """

    candidate: CandidateIn
    name: NameIn
    uci: UciIn
    group: Annotated[str, Field(max_length=50), OneLine, not_above(50)] = ""
    carried_forward: CarriedIn | None = None


class EntriesIn(In):
    """Candidates to enter, and why. Those already there get the new name, UCI and group and keep their marks."""

    entries: Annotated[list[EntryIn], Field(min_length=1, max_length=1000)]
    reason: ReasonIn

    def to_domain(self) -> list[Candidate]:
        return [Candidate(CandidateNumber(e.candidate), e.name, Uci(e.uci), e.group) for e in self.entries]

    def carried(self) -> dict[CandidateNumber, Carried]:
        given = ((CandidateNumber(e.candidate), e.carried_forward) for e in self.entries)
        return {candidate: carried.to_domain() for candidate, carried in given if carried}


class WithdrawIn(In):
    """Candidates to withdraw, and why."""

    candidates: Annotated[list[CandidateIn], Field(min_length=1, max_length=1000)]
    reason: ReasonIn

    def numbers(self) -> frozenset[CandidateNumber]:
        return frozenset(map(CandidateNumber, self.candidates))


class MoveIn(In):
    """A candidate who moves, the centre they move to, their number there, and why."""

    candidate: CandidateIn
    centre: CentreIn
    number: CandidateIn
    reason: ReasonIn

    def to_domain(self, sheet: SheetId) -> MoveCommand:
        candidate, number = CandidateNumber(self.candidate), CandidateNumber(self.number)
        return MoveCommand(sheet, candidate, CentreNumber(self.centre), number, self.reason)


class EntriesOut(Out):
    """Who is entered now, and which of them were entered after a submission that does not have their marks."""

    sheet: str
    version: int
    candidates: list[str]
    late: list[str]

    @classmethod
    def of(cls, sheet: MarkSheet) -> "EntriesOut":
        return cls(sheet=str(sheet.id), version=sheet.version, candidates=sorted(sheet.rows), late=sorted(sheet.late))


class MovedOut(Out):
    """Who is now entered at the centre the candidate `left` and at the one they `joined`."""

    left: EntriesOut
    joined: EntriesOut
