"""Change one mark sheet: load it, decide, save what was decided with its fact."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock, IdempotencyRecord, IdempotencyStore, Key
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


class KeyedCommand(Protocol):
    """What a caller wants of one sheet, under a key of theirs."""

    @property
    def sheet(self) -> SheetId:
        """Which sheet."""
        ...

    @property
    def key(self) -> Key:
        """The key, the same for every attempt at one request."""
        ...


@dataclass(frozen=True, slots=True)
class ChangeSheetOnce:
    """Change a sheet once for an idempotency key, and give every time the answer of the first.

    What is decided is saved together with its answer, so that neither is without the other. Raises `NotFound`,
    `KeyReused`, `Busy`, and what `decide` raises; nothing was saved then, and the key is free.
    """

    sheets: Sheets
    idempotency: IdempotencyStore
    clock: Clock

    def __call__[A](
        self,
        command: KeyedCommand,
        answer_type: type[A],
        decide: Callable[[MarkSheet, datetime], tuple[MarkSheet, Fact | None, A]],
    ) -> tuple[MarkSheet, A]:
        """Give the sheet as it now stands, and the answer; without a fact only the answer is saved."""

        def attempt() -> tuple[MarkSheet, A]:
            earlier = self.idempotency.find(command.key, answer_type)
            sheet, now = self.sheets.get(command.sheet), self.clock()
            if earlier is not None:
                return sheet, earlier
            changed, fact, answer = decide(sheet, now)
            record = IdempotencyRecord(command.key, answer)
            if fact:
                self.sheets.save(changed, fact, record)
            else:
                self.idempotency.keep(record, at=now)
            return changed, answer

        return retry_on_conflict(attempt)
