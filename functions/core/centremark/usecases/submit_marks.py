"""Submit a sheet's marks to the board."""

from dataclasses import dataclass

from centremark.domain.actor import Actor, Permission
from centremark.domain.declaration import Agreement
from centremark.domain.errors import Stale
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.ports import Claim, Claims, Clock, Key, Members, Sheets
from centremark.domain.values import SheetId
from centremark.usecases.racing import until_won
from centremark.usecases.read_sheets import made_by_a_submitter


@dataclass(frozen=True, slots=True)
class SubmitMarksCommand:
    """The sheet, the version (or one of those) that the person reviewed, and what they declared."""

    sheet: SheetId
    versions: frozenset[int]
    agreement: Agreement
    key: Key


@dataclass(frozen=True, slots=True)
class SubmitMarks:
    """Submit exactly the marks that were reviewed, once.

    Asked again with the same key it answers with the sheet that was submitted. Raises `NotFound`, `Forbidden`,
    `Stale`, `AlreadySubmitted`, `SheetIncomplete`, `DeclarationIncomplete`, `DeclarantUnknown`, `WindowClosed`,
    `KeyReused`, `Busy`.
    """

    sheets: Sheets
    claims: Claims
    members: Members
    clock: Clock

    def __call__(self, command: SubmitMarksCommand, actor: Actor) -> MarkSheet:
        """Permit, then submit the version that was reviewed or say that it is stale."""
        actor.must(Permission.SUBMIT, command.sheet.centre)
        command.agreement.must_be_a_persons(actor)
        return until_won(lambda: self._attempt(command, actor))

    def _attempt(self, command: SubmitMarksCommand, actor: Actor) -> MarkSheet:
        earlier = self.claims.find(command.key)
        sheet = self.sheets.get(command.sheet)
        if earlier is not None:
            return sheet
        agreement = made_by_a_submitter(command.agreement, self.members, command.sheet.centre)
        submitted, fact = sheet.submit(agreement, by=actor.by, at=self.clock())
        if sheet.version not in command.versions:
            raise Stale("The marks changed after you reviewed them. Review them again, then submit.")
        self.sheets.save(submitted, fact, Claim(command.key, answer=fact.submission.reference))
        return submitted
