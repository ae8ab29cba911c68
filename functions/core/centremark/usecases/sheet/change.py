"""Change one mark sheet: load it, decide, save what was decided with its fact."""

from collections.abc import Callable

from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.usecases.shared.retry import retry_on_conflict


def change_sheet(
    sheets: Sheets, sheet: SheetId, decide: Callable[[MarkSheet], tuple[MarkSheet, Fact | None]]
) -> MarkSheet:
    """Decide on the latest version of a sheet until no one else is quicker; without a fact nothing is saved.

    Raises `NotFound`, `Busy`, and what `decide` raises; nothing was saved then.
    """

    def attempt() -> MarkSheet:
        changed, fact = decide(sheets.get(sheet))
        if fact:
            sheets.save(changed, fact)
        return changed

    return retry_on_conflict(attempt)
