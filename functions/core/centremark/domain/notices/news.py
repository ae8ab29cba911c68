"""Which events the people of a centre get an email about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from centremark.domain.notices.notice import Kind
from centremark.domain.shared.actor import Channel
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.facts import (
    AmendmentApplied,
    AmendmentDeclined,
    AmendmentWorkRequested,
    EntriesChanged,
    ExtensionDecided,
    MarksConfirmed,
    SampleRequested,
)
from centremark.domain.sheet.mark_sheet import MarkSheet

ALWAYS: Final[Mapping[str, Kind]] = {
    SampleRequested.NAME: Kind.SAMPLE,
    AmendmentDeclined.NAME: Kind.DECLINED,
    AmendmentWorkRequested.NAME: Kind.WORK,
}
"""Events that are news whatever the sheet is like."""
NEWS: Final = ALWAYS.keys() | {MarksConfirmed.NAME, AmendmentApplied.NAME, EntriesChanged.NAME, ExtensionDecided.NAME}
"""The events that can be news."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the bus.

    `amendment` is the number of the amendment it is about, 0 for none; `entered` and `withdrawn` count candidates.
    """

    id: str
    name: str
    sheet: SheetId
    at: datetime
    amendment: int = 0
    entered: int = 0
    withdrawn: int = 0


def news_of(event: Event, sheet: MarkSheet) -> Kind | None:
    """What to tell a centre's people about an event, or None for nothing.

    A centre gets no email about an amendment it made itself, nor about what it did before it submitted. An amendment
    that the board accepted gives one email: the confirmation that follows gives none. A corrected name asks for nothing
    to be done.
    """
    match event.name:
        case MarksConfirmed.NAME:
            made_by = sheet.submission.amendment if sheet.submission else None
            return None if made_by and _decided_by_board(sheet, made_by) else Kind.CONFIRMED
        case AmendmentApplied.NAME:
            return Kind.ACCEPTED if _decided_by_board(sheet, event.amendment) else None
        case EntriesChanged.NAME:
            return _of_entries(event) if sheet.submission and sheet.submission.at < event.at else None
        case ExtensionDecided.NAME:
            return Kind.EXTENDED if sheet.extension and sheet.extension.granted else Kind.NOT_EXTENDED
        case _:
            return ALWAYS.get(event.name)


def _of_entries(event: Event) -> Kind | None:
    if event.entered:
        return Kind.ENTRIES
    return Kind.WITHDRAWN if event.withdrawn else None


def _decided_by_board(sheet: MarkSheet, number: int) -> bool:
    decided = next((a.decided for a in sheet.amendments if a.number == number), None)
    return decided is not None and decided.by.channel is Channel.BOARD
