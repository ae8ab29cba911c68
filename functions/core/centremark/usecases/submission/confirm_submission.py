"""Confirm to a centre that the board holds its marks."""

from dataclasses import dataclass
from hashlib import sha256

from centremark.domain.history.ports import Ledger
from centremark.domain.shared.errors import Conflict
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.sealing import reference
from centremark.domain.submission.ports import Intake
from centremark.usecases.shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class ConfirmSubmission:
    """Put a submission into the board's intake, read it back, compare, and only then confirm.

    A repeated call changes nothing. A submission that an amendment has since replaced is still put into the intake,
    which holds them all, but is not confirmed. Raises `NotFound`, `Conflict` (what was read back differs), `Busy`.
    """

    sheets: Sheets
    ledger: Ledger
    intake: Intake
    clock: Clock

    def __call__(self, sheet: SheetId, number: int) -> MarkSheet:
        return retry_on_conflict(lambda: self._attempt(sheet, number))

    def _attempt(self, sheet_id: SheetId, number: int) -> MarkSheet:
        sheet = self.sheets.get(sheet_id)
        confirmed, fact = sheet.confirm(number, at=self.clock())
        if fact is None and sheet.submission and sheet.submission.number == number:
            return sheet
        document, kept_as = self.ledger.document(sheet_id, number).encode(), reference(sheet_id, number)
        held = self.intake.keep(kept_as, sheet_id, document)
        if sha256(held).digest() != sha256(document).digest():
            raise Conflict(f"The intake holds something other than submission {kept_as}.")
        if fact:
            self.sheets.save(confirmed, fact)
        return confirmed
