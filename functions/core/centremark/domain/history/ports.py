"""The ledger, which keeps everything that ever happened and is never rewritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.notices.facts import NoticeSent
from centremark.domain.prints.facts import PrintRequested
from centremark.domain.prints.kinds import Print
from centremark.domain.shared.identifiers import CentreNumber, SheetId
from centremark.domain.sheet.facts import AmendmentApplied, Fact, MarksConfirmed, MarksSubmitted


@dataclass(frozen=True, slots=True)
class LedgerEntry[F]:
    """A fact as stored in the ledger; `place` gives its order."""

    place: str
    fact: F


OfSubmission = MarksSubmitted | AmendmentApplied | MarksConfirmed
"""A fact that made a submission or confirmed one."""


class Ledger(Protocol):
    """Everything that ever happened; facts are only ever added."""

    def history(self, sheet: SheetId, before: str | None, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The latest `limit` entries below the place `before`, latest first."""
        ...

    def of_office(self, office: CentreNumber, before: str | None, limit: int) -> Sequence[LedgerEntry[CentreFact]]:
        """The latest `limit` facts of a centre, or of the board's office, below the place `before`, latest first."""
        ...

    def since(self, sheet: SheetId, version: int, limit: int) -> Sequence[LedgerEntry[Fact]]:
        """The first `limit` entries after a version, oldest first; facts that made no version are left out."""
        ...

    def of_submissions(self, sheet: SheetId) -> Sequence[OfSubmission]:
        """The facts that made and confirmed a sheet's submissions, latest first, none where there is no submission.

        It reads no further back than the first submission: before it lie all the saves of marks, after it few facts.
        """
        ...

    def document(self, sheet: SheetId, number: int) -> str:
        """The exact text of a numbered submission; raises `NotFound`."""
        ...

    def request_print(self, fact: PrintRequested) -> None:
        """Record a request for a print; the same attempt at the same print on the same day adds nothing."""
        ...

    def print_requests(self, wanted: Print, since: datetime) -> Sequence[datetime]:
        """When this print was requested, from that day on, in no order."""
        ...

    def note_notice(self, fact: NoticeSent) -> None:
        """Record that someone was notified; recording the same notice again adds nothing."""
        ...
