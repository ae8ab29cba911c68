"""Put a sheet's marks back as a backup has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from centremark.domain.board.restoring import restore_marks
from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.history.ports import Ledger
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving, Sheets
from centremark.usecases.shared.retry import retry_on_conflict

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class RestoreSheet:
    """Put back the marks of one sheet as they were, as a new version with its fact; nobody has to stop working.

    Raises `NotFound`, `Forbidden`, `Conflict` (more than marks changed since), `NoRoom`, `Busy`.
    """

    sheets: Sheets
    ledger: Ledger
    clock: Clock

    def __call__(self, then: MarkSheet, names: Roster, reason: str, actor: Actor) -> MarkSheet:
        """Save the sheet as it was `then`, with the names it had; if nothing differs, nothing is saved."""
        actor.must(Permission.OPERATE, then.id.centre)

        def attempt() -> MarkSheet:
            held = self.sheets.get(then.id)
            attribution = Attribution(actor.by_board, self.clock(), reason)
            restored, fact = restore_marks(held, then, list(self._since(then)), attribution)
            if fact:
                self.sheets.save_together([Saving(held.turn, restored, (fact,), names)])
            return restored

        return retry_on_conflict(attempt)

    def _since(self, then: MarkSheet) -> Iterator[Fact]:
        """The facts after the version, latest first, and what stands beside that version."""
        before: str | None = None
        while found := self.ledger.history(then.id, before, PAGE):
            for entry in found:
                if entry.fact.version < then.version:
                    return
                if entry.fact.version > then.version or entry.fact.beside:
                    yield entry.fact
            before = found[-1].place
