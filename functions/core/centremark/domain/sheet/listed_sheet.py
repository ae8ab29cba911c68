"""A mark sheet together with its list of names, which never sit on the sheet itself."""

from dataclasses import dataclass

from centremark.domain.catalogue.catalogue import Roster
from centremark.domain.sheet.mark_sheet import MarkSheet


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A mark sheet and the names on its list."""

    sheet: MarkSheet
    roster: Roster
