"""Record a circumstance of a candidate's work that the board should know beside the mark."""

from dataclasses import dataclass

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.catalogue.ports import Rosters
from centremark.domain.marks.circumstances import record_circumstance
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import EntryChanged
from centremark.domain.shared.identifiers import CandidateNumber, SheetId, Uci
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.facts import CircumstanceRecorded
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.sheet.change import change_sheet


@dataclass(frozen=True, slots=True)
class RecordCircumstance:
    """Record or remove a circumstance; repeating it changes nothing.

    With a UCI it is recorded for that person only. Raises `NotFound`, `Forbidden`, `EntryChanged`, `AlreadySubmitted`,
    `WindowClosed`, `CarriedForward`, `CircumstanceRefused`, `Busy`.
    """

    sheets: Sheets
    rosters: Rosters
    clock: Clock

    def __call__(
        self,
        sheet: SheetId,
        candidate: CandidateNumber,
        wanted: Circumstance | None,
        actor: Actor,
        uci: Uci | None = None,
    ) -> MarkSheet:
        actor.must(Permission.ENTER, sheet)

        def decide(held: MarkSheet) -> tuple[MarkSheet, CircumstanceRecorded | None]:
            if uci and candidate in held.rows and self.rosters.get(sheet)[candidate].uci != uci:
                raise EntryChanged(
                    f"The entry of candidate {candidate} has changed. Check the mark sheet, then decide."
                )
            return record_circumstance(held, candidate, wanted, actor.by(sheet.centre), self.clock())

        return change_sheet(self.sheets, sheet, decide)
