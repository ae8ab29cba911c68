"""Enter candidates for an assessment, and withdraw them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.entries.add import NOTHING_CARRIED
from centremark.domain.entries.enter import enter_candidates
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.row import Carried
from centremark.usecases.shared.retry import retry_on_conflict
from centremark.usecases.sheet.change import change_sheet

CarriedMarks = Mapping[CandidateNumber, Carried]


@dataclass(frozen=True, slots=True)
class ChangeEntries:
    """Changes to entries by the board's operators, each with its reason.

    Raises `Forbidden`, `NotFound` (no such assessment or centre), `Busy`.
    """

    sheets: Sheets
    rosters: Rosters
    catalogue: Catalogue
    clock: Clock

    def enter(
        self,
        sheet: SheetId,
        candidates: Iterable[Candidate],
        reason: str,
        actor: Actor,
        carried: CarriedMarks = NOTHING_CARRIED,
    ) -> MarkSheet:
        """Enter candidates, or correct the entries of those already on the sheet; the first entry makes the sheet.

        Those already there keep their marks and take the name of the new entry. After a submission new candidates are
        late entries, sent in a supplementary submission. A mark can be carried forward with an entry. Raises
        `EntriesRefused`, `NumberTaken`, `AlreadyEntered`, `ModerationFinished`, `AlreadySubmitted`, `OutcomeRefused`,
        `NotEarlier`.
        """
        actor.must(Permission.OPERATE, sheet.centre)
        self.catalogue.centre(sheet.centre)
        entries, attribution = tuple(candidates), Attribution(actor.by_board, self.clock(), reason)

        def attempt() -> MarkSheet:
            listed = ListedSheet(self.sheets.get(sheet), self.rosters.get(sheet))
            changed, fact = enter_candidates(listed, entries, attribution, carried)
            if fact:
                self.sheets.save(changed.sheet, fact, roster=changed.roster)
            return changed.sheet

        return retry_on_conflict(attempt)

    def withdraw(self, sheet: SheetId, candidates: frozenset[CandidateNumber], reason: str, actor: Actor) -> MarkSheet:
        """Withdraw candidates; history and submissions keep all of theirs.

        Raises `AmendmentOpen` (one that a withdrawn candidate is part of), `ModerationFinished`.
        """
        actor.must(Permission.OPERATE, sheet.centre)
        attribution = Attribution(actor.by_board, self.clock(), reason)
        return change_sheet(self.sheets, sheet, lambda held: withdraw_entries(held, candidates, attribution))
