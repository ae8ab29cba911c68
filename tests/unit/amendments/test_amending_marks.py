"""Amendments as the centre and the board make them, over memory."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from centremark.domain.prints.progress import ReportStatus
from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.errors import KeyReused
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.amendment import AmendmentState, WorkWanted
from centremark.domain.sheet.facts import AmendmentApplied
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.usecases.amendments.amend_marks import AmendMarksCommand, Decision
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from centremark.usecases.submission.submit_marks import SubmitMarksCommand
from tests.support.builders import AGREED, SHEET, a_change, a_key, a_moderation, an_actor, an_amendment
from tests.support.doing import REPORT
from tests.support.world import World

OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
WORK: Final = WorkWanted((CandidateNumber("1001"),), "1 Exam Street, Leeds", date(2027, 5, 10))


def submitted(*, moderated: bool = False) -> World:
    """A world whose sheet the board has confirmed, and, if so wanted, begun to moderate."""
    world = World()
    changes = tuple(a_change(number, Mark(number - 956), checked=True) for number in (1001, 1002, 1003))
    saved = world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), OFFICER)
    world.services.submit_marks(
        SubmitMarksCommand(SHEET, frozenset({saved.version}), AGREED, a_key("key-submit-1")), OFFICER
    )
    world.services.confirm_submission(SHEET, 1)
    if moderated:
        world.memory.sheets[SHEET] = replace(world.sheets.get(SHEET), moderation=a_moderation())
    return world


def amend(world: World, by: Actor = OFFICER, *, after: int = 54, key: str = "key-amend-01") -> MarkSheet:
    wanted = an_amendment(after=Mark(after))
    return world.services.amend_marks(AmendMarksCommand(SHEET, wanted, a_key(key, str(after))), by)[0]


def test_an_amendment_before_moderation_is_taken_in_confirmed_and_printed_again() -> None:
    world = submitted()
    world.services.make_print(REPORT)

    amended = amend(world)
    assert amended.status is Status.SUBMITTED
    assert world.services.find_print(REPORT, OFFICER).progress.status is ReportStatus.PREPARING

    world.services.confirm_submission(SHEET, 2)
    world.services.make_print(REPORT)

    assert world.sheets.get(SHEET).status is Status.CONFIRMED
    assert world.services.find_print(REPORT, OFFICER).progress.status is ReportStatus.READY
    [*_, model] = world.prints.printed.values()
    assert (model["reference"], model["replaces"]) == ("64235-H446-03-2027-06-2", "64235-H446-03-2027-06-1")
    assert [held.decode() for held in world.intake.held.values()] == [
        world.ledger.document(SHEET, number) for number in (1, 2)
    ]


def test_every_submission_stays_in_the_ledger_to_the_byte() -> None:
    world = submitted()
    first = world.ledger.document(SHEET, 1)

    amend(world)

    assert world.ledger.document(SHEET, 1) == first
    assert world.ledger.document(SHEET, 2) != first
    assert [entry.fact.NAME for entry in world.ledger.history(SHEET, None, 2)] == [
        "AmendmentApplied.v1",
        "MarksConfirmed.v1",
    ]


def test_a_submission_an_amendment_overtook_is_taken_in_late_and_confirms_nothing() -> None:
    world = submitted()
    world.intake.held.clear()
    amend(world)

    sheet = world.services.confirm_submission(SHEET, 1)

    assert sheet.status is Status.SUBMITTED
    assert list(world.intake.held) == [f"{SHEET}/64235-H446-03-2027-06-1"]


def test_the_same_amendment_again_is_answered_with_the_one_that_was_made() -> None:
    world = submitted()

    first, again = amend(world), amend(world)

    assert again == first
    assert sum(isinstance(fact, AmendmentApplied) for fact in world.memory.facts) == 1
    with pytest.raises(KeyReused):
        amend(world, after=55)


def test_asking_for_an_amendment_of_moderated_marks_asks_for_no_new_print() -> None:
    world = submitted(moderated=True)
    world.services.make_print(REPORT)

    amend(world)

    assert world.services.find_print(REPORT, OFFICER).progress.status is ReportStatus.READY


@pytest.mark.parametrize(
    ("decision", "state", "mark"),
    [(Decision.ACCEPT, AmendmentState.APPLIED, Mark(54)), (Decision.DECLINE, AmendmentState.DECLINED, Mark(45))],
)
def test_the_board_decides_on_an_amendment_in_its_own_name(
    decision: Decision, state: AmendmentState, mark: Mark
) -> None:
    world = submitted(moderated=True)
    amend(world)
    world.services.decide_amendment.ask_for_work(SHEET, 1, WORK, MODERATOR)
    world.services.follow_amendment.work_sent(SHEET, 1, "By post", OFFICER)

    decided = world.services.decide_amendment(SHEET, 1, decision, "Seen", MODERATOR)

    assert (decided.amendments[0].state, decided.rows[CandidateNumber("1001")].outcome) == (state, mark)
    assert world.ledger.history(SHEET, None, 1)[0].fact.by.channel is Channel.BOARD
    assert [entry.fact.NAME.partition(".")[0] for entry in world.ledger.history(SHEET, None, 4)][1:] == [
        "AmendmentWorkSent",
        "AmendmentWorkRequested",
        "AmendmentRequested",
    ]


def test_the_centre_takes_back_what_the_board_has_not_decided() -> None:
    world = submitted(moderated=True)
    amend(world)

    taken_back = world.services.follow_amendment.withdraw(SHEET, 1, OFFICER)

    assert taken_back.amendments[0].state is AmendmentState.WITHDRAWN
