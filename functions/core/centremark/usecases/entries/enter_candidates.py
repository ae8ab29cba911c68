"""Put candidates in for an assessment, and take them out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.entries.enter import enter_candidates
from centremark.domain.entries.withdraw import withdraw_entries
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.listed_sheet import ListedSheet
from centremark.domain.sheet.mark_sheet import NOTHING_CARRIED, MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.row import Carried
from centremark.usecases.shared.retry import retry_on_conflict

CarriedMarks = Mapping[CandidateNumber, Carried]


@dataclass(frozen=True, slots=True)
class ChangeEntries:
    """What the board's operators do about entries; each says why.

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
        """Enter candidates and make the sheet if it is the first time; correct the entries of those who are on it.

        Those already there keep their marks, and take the name of their new entry. After a submission new ones are late
        entries, of a supplementary one. A mark may be carried forward with an entry. Raises `EntriesRefused`,
        `NumberTaken`, `AlreadyEntered`, `ModerationFinished`, `AlreadySubmitted`, `OutcomeRefused`, `NotEarlier`.
        """
        actor.must(Permission.OPERATE, sheet.centre)
        self.catalogue.centre(sheet.centre)
        entries, told = tuple(candidates), Attribution(actor.by_board, self.clock(), reason)

        def attempt() -> MarkSheet:
            listed = ListedSheet(self.sheets.get(sheet), self.rosters.get(sheet))
            changed, fact = enter_candidates(listed, entries, told, carried)
            if fact:
                self.sheets.save(changed.sheet, fact, roster=changed.roster)
            return changed.sheet

        return retry_on_conflict(attempt)

    def withdraw(self, sheet: SheetId, candidates: frozenset[CandidateNumber], reason: str, actor: Actor) -> MarkSheet:
        """Withdraw candidates: nothing of theirs leaves the history or a submission.

        Raises `AmendmentOpen` (who is withdrawn waits in one), `ModerationFinished`.
        """
        actor.must(Permission.OPERATE, sheet.centre)
        told = Attribution(actor.by_board, self.clock(), reason)

        def attempt() -> MarkSheet:
            changed, fact = withdraw_entries(self.sheets.get(sheet), candidates, told)
            if fact:
                self.sheets.save(changed, fact)
            return changed

        return retry_on_conflict(attempt)
