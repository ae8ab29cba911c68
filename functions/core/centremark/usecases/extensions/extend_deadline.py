"""Extensions: the centre requests more time, the board decides."""

from dataclasses import dataclass
from datetime import date

from centremark.domain.extensions.decisions import ask_for_extension, decide_extension
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.london import end_of
from centremark.usecases.sheet.change import change_sheet


@dataclass(frozen=True, slots=True)
class AskForExtension:
    """Request an extension for one sheet, until the end of a day in London.

    Raises `NotFound`, `Forbidden`, `AlreadySubmitted`, `ExtensionOpen`, `ExtensionNotLater`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, until: date, reason: str, actor: Actor) -> MarkSheet:
        actor.must(Permission.SUBMIT, sheet)
        attribution = Attribution(actor.by(sheet.centre), self.clock(), reason)
        return change_sheet(self.sheets, sheet, lambda held: ask_for_extension(held, end_of(until), attribution))


@dataclass(frozen=True, slots=True)
class DecideExtension:
    """Grant an extension until the end of a day in London, or (None) decline it.

    Raises `NotFound`, `Forbidden`, `ExtensionNotLater`, `Busy`.
    """

    sheets: Sheets
    clock: Clock

    def __call__(self, sheet: SheetId, until: date | None, note: str, actor: Actor) -> MarkSheet:
        actor.must(Permission.OPERATE, sheet.centre)
        attribution = Attribution(actor.by_board, self.clock(), note)
        granted_until = end_of(until) if until else None
        return change_sheet(self.sheets, sheet, lambda held: decide_extension(held, granted_until, attribution))
