"""A sheet's history, latest first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.catalogue.ports import Rosters
from centremark.domain.history.ports import Ledger, LedgerEntry
from centremark.domain.shared.actor import Actor, Permission
from centremark.domain.shared.errors import Malformed, Point
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.shared.ports import Clock
from centremark.domain.sheet.facts import Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Sheets
from centremark.domain.sheet.visibility import as_seen_by
from centremark.usecases.history.pages import within_a_page
from centremark.usecases.sheet.visibility import is_for_the_board

HISTORY_PAGE = 50
PLACE: Final = re.compile("([0-9]{8})(#[a-z0-9-]+)?")


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A page of a sheet's history, and the place to continue from with older entries, if there may be more.

    `roster` is the list of candidates as it is now, including those withdrawn: the ledger itself has no names.
    """

    sheet: MarkSheet
    roster: Roster
    facts: Sequence[Fact]
    before: str | None


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """Read who changed what, latest first, up to fifty facts at a time, and fewer where they have many rows.

    Until an outcome of moderation is released, only the board sees that it was recorded, and it takes no place on a
    centre's page. Raises `NotFound`, `Forbidden`, `Malformed` (no place of this history).
    """

    sheets: Sheets
    rosters: Rosters
    ledger: Ledger
    clock: Clock

    def __call__(self, sheet_id: SheetId, before: str | None, actor: Actor) -> HistoryView:
        """Read the entries older than the place `before`, or the latest."""
        actor.must(Permission.READ, sheet_id.centre)
        sheet = self.sheets.get(sheet_id)
        if before is not None:
            _must_be_a_place(before, sheet)
        released = sheet.moderation is not None and sheet.moderation.released(self.clock()) is not None
        older = self._older(sheet_id, before)
        shown = (one for one in older if released or not is_for_the_board(one.fact, sheet_id.centre, actor))
        listed = list(islice(shown, HISTORY_PAGE))
        seen = within_a_page(listed)
        more = len(seen) < len(listed) or len(listed) == HISTORY_PAGE
        facts = [as_seen_by(actor, one.fact) for one in seen]
        return HistoryView(sheet, self.rosters.get(sheet_id), facts, seen[-1].place if more else None)

    def _older(self, sheet_id: SheetId, before: str | None) -> Iterator[LedgerEntry[Fact]]:
        """Every entry older than a place, read only as far as needed; an entry left out does not shorten a page."""
        while found := self.ledger.history(sheet_id, before, HISTORY_PAGE):
            yield from found
            if len(found) < HISTORY_PAGE:
                return
            before = found[-1].place


def _must_be_a_place(before: str, sheet: MarkSheet) -> None:
    found = PLACE.fullmatch(before)
    if not found or int(found[1]) > sheet.version:
        detail = "This is not a place in the history of this mark sheet. Leave before out to see the latest."
        raise Malformed(detail, (Point("/query/before", Malformed.code, detail),))
