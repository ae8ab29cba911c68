"""The ledger: everything that ever happened, append-only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.prints.facts import ReportRequested, SlipsRequested
from centremark.domain.prints.slips import Slips
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.facts import Fact


@dataclass(frozen=True, slots=True)
class LedgerEntry[F]:
    """A fact as the ledger has it; `place` orders it among the others."""

    place: str
    fact: F


class Ledger(Protocol):
    """Everything that ever happened, append-only."""

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The latest `limit` entries below the place `before`, latest first."""
        ...

    def of_office(self, office: CentreNumber, before: str | None, limit: int) -> Sequence[LedgerEntry[CentreFact]]:
        """The latest `limit` facts of a centre, or of the board's office, below the place `before`, latest first."""
        ...

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The first `limit` entries after a version, oldest first; what made no version is left out."""
        ...

    def document(self, sheet: SheetId, number: int) -> str:
        """The exact text of a numbered submission; raises `NotFound`."""
        ...

    def request_report(self, fact: ReportRequested) -> None:
        """Note that a print was asked for; the same attempt at the same version on the same day adds nothing."""
        ...

    def report_requests(self, sheet: SheetId, version: int, since: datetime) -> Sequence[datetime]:
        """When a print of this version was asked for, on that day or later, in no order."""
        ...

    def request_slips(self, fact: SlipsRequested) -> None:
        """Note that slips were asked for; the same attempt at the same ones on the same day adds nothing."""
        ...

    def slips_requests(self, slips: Slips, since: datetime) -> Sequence[datetime]:
        """When these slips were asked for, on that day or later, in no order."""
        ...

    def note_notice(self, fact: NoticeSent) -> None:
        """Note that someone was told; noting the same again adds nothing."""
        ...
