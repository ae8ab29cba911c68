"""Which events are news to the people of the centre they happened at."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from centremark.domain.actor import Channel
from centremark.domain.facts import (
    AmendmentApplied,
    AmendmentDeclined,
    AmendmentWorkRequested,
    EntriesChanged,
    ExtensionDecided,
    MarksConfirmed,
    SampleRequested,
)
from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.notices import Kind

ALWAYS: Final[Mapping[str, Kind]] = {
    SampleRequested.NAME: Kind.SAMPLE,
    AmendmentDeclined.NAME: Kind.DECLINED,
    AmendmentWorkRequested.NAME: Kind.WORK,
}
"""Events that are news whatever the sheet is like."""
NEWS: Final = ALWAYS.keys() | {MarksConfirmed.NAME, AmendmentApplied.NAME, EntriesChanged.NAME, ExtensionDecided.NAME}
"""The events that can be news."""


def news_of(name: str, sheet: MarkSheet, at: datetime, amendment: int = 0) -> Kind | None:
    """What an event says to people, or None; `amendment` is the number of the one it is about.

    An amendment that the centre made by itself is no news to it, nor is what it did before it submitted. One that the
    board accepted is told once: the confirmation that follows is not.
    """
    match name:
        case MarksConfirmed.NAME:
            made_by = sheet.submission.amendment if sheet.submission else None
            return None if made_by and _decided_by_board(sheet, made_by) else Kind.CONFIRMED
        case AmendmentApplied.NAME:
            return Kind.ACCEPTED if _decided_by_board(sheet, amendment) else None
        case EntriesChanged.NAME:
            return Kind.ENTRIES if sheet.submission and sheet.submission.at < at else None
        case ExtensionDecided.NAME:
            return Kind.EXTENDED if sheet.extension and sheet.extension.granted else Kind.NOT_EXTENDED
        case _:
            return ALWAYS.get(name)


def _decided_by_board(sheet: MarkSheet, number: int) -> bool:
    decided = next((a.decided for a in sheet.amendments if a.number == number), None)
    return decided is not None and decided.by.channel is Channel.BOARD
