"""What people of a centre do before the part that a test is about."""

from datetime import date
from typing import Final

from centremark.domain.shared.actor import Actor, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.row import Change
from centremark.usecases.marks.enter_marks import EnterMarksCommand, Saved
from centremark.usecases.prints.orders import ReportOrder, SlipsOrder
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import AGREED, SHEET, a_change, a_key, an_actor
from tests.support.world import World

TEACHER: Final = an_actor(Role.ENTER)
OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
HEAD: Final = an_actor(Role.ADMINISTRATOR, name="Helen Head")
REPORT: Final = ReportOrder(SHEET)
SLIPS: Final = SlipsOrder(SHEET, None, date(2027, 5, 3))
STRANGER: Final = an_actor(Role.SUBMIT, centre=CentreNumber("11111"))


def enter(world: World, *changes: Change, key: str = "key-00000001", by: Actor = TEACHER) -> Saved:
    return world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key(key)), by)


def complete(world: World) -> int:
    """Enter and tick every candidate; gives the version to submit."""
    saved = enter(
        world,
        a_change(1001, Mark(45), checked=True),
        a_change(1002, Mark(0), checked=True),
        a_change(1003, ABSENT, checked=True),
    )
    return saved.version


def submit(world: World, version: int, key: str = "key-submit-1", by: Actor = OFFICER) -> None:
    world.services.submit_marks(SubmitMarksCommand(SHEET, frozenset({version}), AGREED, a_key(key)), by)
