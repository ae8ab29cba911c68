"""The history of a centre or of the board's office: what was changed there, and who did it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from centremark.domain.catalogue.centre_facts import CentreFact
from centremark.domain.catalogue.ports import Catalogue
from centremark.domain.history.ports import Ledger, LedgerEntry
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Permission
from centremark.domain.shared.errors import Malformed, Point
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.sheet.visibility import as_seen_by

PAGE: Final = 50
PLACE: Final = re.compile(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9:.]{15}\+00:00#[0-9a-f]{16}")
AFTER: Final = "~"
"""Behind a place it makes one that sorts next above it."""


@dataclass(frozen=True, slots=True)
class OfficeHistoryView:
    """A page of facts, and the place to continue from with older ones, if there may be more."""

    facts: Sequence[CentreFact]
    before: str | None


@dataclass(frozen=True, slots=True)
class ReadOfficeHistory:
    """Read who changed what at an office, latest first, up to fifty facts at a time.

    A centre's history is for its administrator and the board, the board's own for the board. Raises `NotFound`,
    `Forbidden`, `Malformed` (no place of such a history).
    """

    ledger: Ledger
    catalogue: Catalogue

    def of_centre(self, centre: CentreNumber, before: str | None, actor: Actor) -> OfficeHistoryView:
        """Read a centre's history."""
        actor.must(Permission.HISTORY, centre)
        return self._read(self.catalogue.centre(centre).number, before, actor)

    def of_board(self, before: str | None, actor: Actor) -> OfficeHistoryView:
        """Read the board's own history: its catalogue, its consortia and its people."""
        actor.must_on_board(Permission.MODERATE)
        return self._read(BOARD_CENTRE, before, actor)

    def _read(self, office: CentreNumber, before: str | None, actor: Actor) -> OfficeHistoryView:
        found = self.ledger.of_office(office, None, PAGE) if before is None else self._older(office, before)
        facts = [as_seen_by(actor, recorded.fact) for recorded in found]
        return OfficeHistoryView(facts, found[-1].place if len(found) == PAGE else None)

    def _older(self, office: CentreNumber, before: str) -> Sequence[LedgerEntry[CentreFact]]:
        """Read the facts below a place; raises `Malformed` when no fact is at it, as no answer can have given it."""
        if PLACE.fullmatch(before):
            found = self.ledger.of_office(office, f"{before}{AFTER}", PAGE + 1)
            if found and found[0].place == before:
                return found[1:]
        detail = "This is not a place in this history. Leave before out to see the latest."
        raise Malformed(detail, (Point("/query/before", Malformed.code, detail),))
