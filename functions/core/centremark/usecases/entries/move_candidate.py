"""Move a candidate from one centre to another."""

from dataclasses import dataclass, replace

from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.entries.move import move_candidate
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving, Sheets
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class MoveCommand:
    """Who moves from which sheet to which centre, the candidate number there, and why."""

    sheet: SheetId
    candidate: CandidateNumber
    to: CentreNumber
    number: CandidateNumber
    reason: str


@dataclass(frozen=True, slots=True)
class MoveCandidate:
    """Withdraw a candidate at one centre and enter them at the other, both or neither; repeating it changes nothing.

    Raises `NotFound` (no such centre, or not on the sheet), `Forbidden`, `SameCentre`, `NumberTaken`, `AlreadyEntered`,
    `TooManyCandidates`, `AmendmentOpen`, `ModerationFinished`, `Busy`.
    """

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue
    clock: Clock

    def __call__(self, command: MoveCommand, actor: Actor) -> tuple[MarkSheet, MarkSheet]:
        """Give the sheet the candidate left and the one they joined."""
        actor.must(Permission.OPERATE, command.sheet.centre)
        self.catalogue.centre(command.to)
        attribution = Attribution(actor.by_board, self.clock(), command.reason)
        return retry_on_conflict(lambda: self._attempt(command, attribution))

    def _attempt(self, command: MoveCommand, attribution: Attribution) -> tuple[MarkSheet, MarkSheet]:
        origin, target = (self._listed(replace(command.sheet, centre=c)) for c in (command.sheet.centre, command.to))
        moved = move_candidate(origin, target, command.candidate, command.number, attribution)
        if moved is None:
            return origin.sheet, target.sheet
        left, joined = moved
        self.sheets.save_together(
            [
                Saving(origin.sheet.turn, left.listed.sheet, (left.fact,)),
                Saving(target.sheet.turn, joined.listed.sheet, (joined.fact,), joined.listed.roster),
            ]
        )
        return left.listed.sheet, joined.listed.sheet

    def _listed(self, sheet: SheetId) -> ListedSheet:
        return ListedSheet(self.sheets.get(sheet), self.rosters.get(sheet))
