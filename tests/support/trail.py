"""Facts read from the ledger."""

from centremark.domain.history.ports import Ledger
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.facts import Fact


def facts_of(ledger: Ledger, sheet: SheetId) -> list[Fact]:
    """The facts of a sheet, latest first."""
    return [recorded.fact for recorded in ledger.history(sheet, None, 50)]


def latest[F: Fact](kind: type[F], ledger: Ledger, sheet: SheetId) -> F:
    """The latest of a sheet's facts, which must be of this kind."""
    fact = facts_of(ledger, sheet)[0]
    assert isinstance(fact, kind)
    return fact
