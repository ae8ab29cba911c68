"""Shapes of the routes by which the board enters and withdraws candidates."""

from typing import Annotated

from pydantic import Field

from centremark.domain.catalogue import Candidate
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.values import CandidateNumber, CentreNumber, SheetId, Uci
from centremark.handlers.amendments_schema import CandidateIn
from centremark.handlers.schema import In, Out
from centremark.usecases.move_candidate import MoveCommand

CentreIn = Annotated[str, Field(pattern="^[0-9]{5}$")]


class EntryIn(In):
    """A candidate; the name is written as on the entry: SURNAME Forename."""

    candidate: CandidateIn
    name: Annotated[str, Field(min_length=1, max_length=100)]
    uci: Annotated[str, Field(min_length=13, max_length=13)]
    group: Annotated[str, Field(max_length=50)] = ""


class EntriesIn(In):
    """Candidates to enter; of those already there the name, UCI and group are corrected, and their marks stay."""

    entries: Annotated[list[EntryIn], Field(min_length=1, max_length=1000)]

    def to_domain(self) -> list[Candidate]:
        """Read them; raises `Malformed`."""
        return [Candidate(CandidateNumber(e.candidate), e.name, Uci(e.uci), e.group) for e in self.entries]


class WithdrawIn(In):
    """Candidates to withdraw, and why."""

    candidates: Annotated[list[CandidateIn], Field(min_length=1, max_length=1000)]
    reason: Annotated[str, Field(min_length=1, max_length=1000)]

    def numbers(self) -> frozenset[CandidateNumber]:
        """The candidates."""
        return frozenset(map(CandidateNumber, self.candidates))


class MoveIn(In):
    """A candidate who moves, the centre they move to, and their number there."""

    candidate: CandidateIn
    centre: CentreIn
    number: CandidateIn

    def to_domain(self, sheet: SheetId) -> MoveCommand:
        """Read a move; raises `Malformed`."""
        candidate, number = CandidateNumber(self.candidate), CandidateNumber(self.number)
        return MoveCommand(sheet, candidate, CentreNumber(self.centre), number)


class EntriesOut(Out):
    """Who is entered now, and who of them was entered after a submission and is in none yet."""

    sheet: str
    version: int
    candidates: list[str]
    late: list[str]

    @classmethod
    def of(cls, sheet: MarkSheet) -> "EntriesOut":
        """Write a sheet's entries."""
        return cls(sheet=str(sheet.id), version=sheet.version, candidates=sorted(sheet.rows), late=sorted(sheet.late))


class MovedOut(Out):
    """Who is entered now where the candidate `left` and where they `joined`."""

    left: EntriesOut
    joined: EntriesOut
