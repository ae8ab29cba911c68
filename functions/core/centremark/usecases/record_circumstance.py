"""Record what the board should know of a candidate's work beside the mark."""

from dataclasses import dataclass

from centremark.domain.actor import Actor, Permission
from centremark.domain.circumstances import Circumstance
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.ports import Clock, Sheets
from centremark.domain.recording import record_circumstance
from centremark.domain.values import CandidateNumber, SheetId
from centremark.usecases.racing import until_won


@dataclass(frozen=True, slots=True)
class RecordCircumstance:
    """Record or take back a circumstance; recording it again changes nothing.

    Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `WindowClosed`, `CarriedForward`, `CircumstanceRefused`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(
        self, sheet: SheetId, candidate: CandidateNumber, wanted: Circumstance | None, actor: Actor
    ) -> MarkSheet:
        """Permit, then decide on the latest version until no one else is quicker."""
        actor.must(Permission.ENTER, sheet.centre)

        def attempt() -> MarkSheet:
            changed, fact = record_circumstance(self.sheets.get(sheet), candidate, wanted, actor.by, self.clock())
            if fact:
                self.sheets.save(changed, fact)
            return changed

        return until_won(attempt)
