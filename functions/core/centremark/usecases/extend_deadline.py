"""More time: the centre asks for it, the board decides."""

from dataclasses import dataclass
from datetime import date

from centremark.domain.actor import Actor, Permission
from centremark.domain.amendments import Told
from centremark.domain.extending import ask_for_extension, decide_extension
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.ports import Clock, Sheets
from centremark.domain.values import SheetId
from centremark.usecases.london import end_of
from centremark.usecases.racing import until_won


@dataclass(frozen=True, slots=True)
class AskForExtension:
    """Request an extension for one sheet, until the end of a day in London.

    Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `ExtensionOpen`, `ExtensionNotLater`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, until: date, reason: str, actor: Actor) -> MarkSheet:
        """Permit, decide, save."""
        actor.must(Permission.SUBMIT, sheet.centre)
        told = Told(actor.by, self.clock(), reason)

        def attempt() -> MarkSheet:
            changed, fact = ask_for_extension(self.sheets.get(sheet), end_of(until), told)
            self.sheets.save(changed, fact)
            return changed

        return until_won(attempt)


@dataclass(frozen=True, slots=True)
class DecideExtension:
    """Grant an extension until the end of a day in London, or (None) decline it.

    Raises `NotFound`, `Forbidden`, `ExtensionNotLater`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, until: date | None, note: str, actor: Actor) -> MarkSheet:
        """Permit, decide, save."""
        actor.must(Permission.OPERATE, sheet.centre)
        told = Told(actor.by_board, self.clock(), note)

        def attempt() -> MarkSheet:
            changed, fact = decide_extension(self.sheets.get(sheet), end_of(until) if until else None, told)
            if fact:
                self.sheets.save(changed, fact)
            return changed

        return until_won(attempt)
