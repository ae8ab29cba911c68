"""The board's operator, who enters candidates."""

from collections.abc import Iterable
from typing import Final

from centremark.bootstrap import Services
from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.entries.add import NOTHING_CARRIED
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import SheetId
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.entries.enter_candidates import CarriedMarks
from tests.support.builders import NOON, an_actor

ENTERING: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
ENTERED: Final = Attribution(ENTERING.by_board, NOON, "Entered")


def enter_candidates(
    services: Services, sheet: SheetId, candidates: Iterable[Candidate], carried: CarriedMarks = NOTHING_CARRIED
) -> MarkSheet:
    """Enter candidates as the board's operator does."""
    return services.change_entries.enter(sheet, candidates, ENTERED.note, ENTERING, carried)
