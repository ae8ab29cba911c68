"""The receipt of a submission."""

from dataclasses import dataclass

from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """The sheet whose submission is the receipt. Raises `NotFound`, `Forbidden`."""

    sheets: Sheets

    def __call__(self, sheet_id: SheetId, actor: Actor) -> MarkSheet:
        """Read the sheet; raises `NotFound` while it is not submitted."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        if sheet.submission is None:
            raise NotFound("These marks are not submitted, so there is no receipt yet.")
        return sheet
