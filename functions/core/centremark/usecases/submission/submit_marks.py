"""Submit a sheet's marks to the board."""

from dataclasses import dataclass
from datetime import datetime

from centremark.domain.people.ports import Members
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import Stale
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Key
from centremark.domain.sheet.declaration import Agreement
from centremark.domain.sheet.facts import MarksSubmitted
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.sheet.change import ChangeSheetOnce
from centremark.usecases.sheet.read_sheets import made_by_a_submitter


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

    A repeat with the same key answers with the sheet that was submitted. Raises `NotFound`, `Forbidden`, `Stale`,
    `AlreadySubmitted`, `SheetIncomplete`, `DeclarationIncomplete`, `DeclarantUnknown`, `DeclaredForAnother`,
    `WindowClosed`, `KeyReused`, `Busy`.
    """

    change_once: ChangeSheetOnce
    members: Members

    def __call__(self, command: SubmitMarksCommand, actor: Actor) -> MarkSheet:
        """Give the submitted sheet."""
        actor.must(Permission.SUBMIT, command.sheet)
        command.agreement.must_be_a_persons(actor)
        by = actor.by(command.sheet.centre)

        def submit(sheet: MarkSheet, now: datetime) -> tuple[MarkSheet, MarksSubmitted, str]:
            agreement = made_by_a_submitter(command.agreement, self.members, command.sheet.centre, [command.sheet])
            sheet.must_be_open(now)
            if sheet.version not in command.versions:
                raise Stale("The marks changed after you reviewed them. Review them again, then submit.")
            submitted, fact = sheet.submit(agreement, by, now)
            return submitted, fact, fact.submission.reference

        submitted, _ = self.change_once(command, str, submit)
        return submitted
