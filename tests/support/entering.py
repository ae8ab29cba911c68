"""The board's operator, who enters candidates."""

from collections.abc import Iterable
from typing import Final

from centremark.bootstrap import Services
from centremark.domain.actor import BOARD_OFFICE, Role
from centremark.domain.amendments import Told
from centremark.domain.catalogue import Candidate
from centremark.domain.mark_sheet import NOTHING_CARRIED, MarkSheet
from centremark.domain.values import SheetId
from centremark.usecases.enter_candidates import CarriedMarks
from tests.support.builders import NOON, an_actor

ENTERING: Final = an_actor(Role.OPERATOR, centre=BOARD_OFFICE, name="Olu Perator")
ENTERED: Final = Told(ENTERING.by_board, NOON, "Entered")


def enter_candidates(
    services: Services, sheet: SheetId, candidates: Iterable[Candidate], carried: CarriedMarks = NOTHING_CARRIED
) -> MarkSheet:
    """Enter candidates as the board's operator does."""
    return services.change_entries.enter(sheet, candidates, ENTERED.note, ENTERING, carried)
