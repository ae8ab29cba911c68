"""A sheet's marks are put back as they were, as a new version that says who did it and why."""

from dataclasses import replace

import pytest

from centremark.domain.board.board_line import BoardLine
from centremark.domain.moderation.decisions import Arrangement
from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Channel, Role
from centremark.domain.shared.errors import Conflict
from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import SheetRestored
from centremark.domain.sheet.mark_sheet import MarkSheet, Status
from centremark.domain.sheet.moderation import Method, Moderator
from centremark.usecases.moderation.moderate import OutcomeFound
from tests.support.builders import LOST, SHEET, a_candidate, a_change, an_actor
from tests.support.doing import OFFICER, REPORT, TEACHER, complete, enter, submit
from tests.support.world import World

OPERATOR = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
MODERATES = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
ONE, TWO = CandidateNumber("1001"), CandidateNumber("1002")
WHY = "A faulty release cleared marks"


def restore(world: World, then: MarkSheet) -> MarkSheet:
    return world.services.restore_sheet(then, world.ports.rosters.get(SHEET), WHY, OPERATOR)


def test_marks_changed_since_are_put_back_and_the_others_stay() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45), checked=True), a_change(1002, Mark(30)))
    then = world.sheets.get(SHEET)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")

    restored = restore(world, then)

    assert world.sheets.get(SHEET) == restored
    assert (restored.rows[ONE].outcome, restored.rows[ONE].checked) == (Mark(45), True)
    assert restored.rows[TWO] == then.rows[TWO]
    fact = world.memory.facts[-1]
    assert isinstance(fact, SheetRestored)
    assert (fact.by.name, fact.by.channel, fact.reason) == ("Olu Perator", Channel.BOARD, WHY)
    assert (fact.restored, fact.version) == (then.version, 4)
    assert [(c.candidate, c.before.outcome, c.after.outcome) for c in fact.changes] == [(ONE, Mark(3), Mark(45))]


def test_a_restored_sheet_takes_marks_and_whoever_saw_the_row_before_looks_again() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    then = world.sheets.get(SHEET)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")
    restored = restore(world, then)

    stale, fresh = (
        enter(world, a_change(1001, Mark(50), revision=revision), key=f"key-after-{revision}")
        for revision in (2, restored.rows[ONE].revision)
    )

    assert [answer.code for answer in stale.answers] == ["revision-conflict"]
    assert world.sheets.get(SHEET).rows[ONE].outcome == Mark(50)
    assert fresh.version == restored.version + 1


def test_a_sheet_that_was_copied_back_by_hand_and_is_older_than_its_ledger_can_be_saved_again() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    then = world.sheets.get(SHEET)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")
    world.memory.sheets[SHEET] = then

    restored = restore(world, then)

    assert restored.version == 4
    assert restored.rows[ONE].outcome == Mark(45)
    enter(world, a_change(1001, Mark(46), revision=restored.rows[ONE].revision), key="key-after-1")
    assert [fact.version for fact in world.memory.facts] == [1, 2, 3, 4, 5]


def test_a_sheet_that_was_lost_comes_back_whole() -> None:
    world = World()
    world.services.record_circumstance(SHEET, TWO, LOST, TEACHER)
    then = world.sheets.get(SHEET)
    del world.memory.sheets[SHEET]

    restored = restore(world, then)

    assert world.sheets.get(SHEET).rows.keys() == then.rows.keys()
    assert restored.rows[TWO].circumstance == LOST
    assert BoardLine.of(restored) == BoardLine.of(then)


def test_a_sheet_that_is_as_it_was_then_gets_no_version() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    before = list(world.memory.facts)

    restore(world, world.sheets.get(SHEET))

    assert world.memory.facts == before


@pytest.mark.parametrize("again", [1, 2])
def test_restoring_again_changes_nothing_more(again: int) -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    then = world.sheets.get(SHEET)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")

    versions = {restore(world, then).version for _ in range(again)}

    assert versions == {4}


def test_a_restore_does_not_go_back_behind_a_submission() -> None:
    world = World()
    version = complete(world)
    then = world.sheets.get(SHEET)
    submit(world, version, by=OFFICER)

    with pytest.raises(Conflict, match=r"MarksSubmitted.v1 \(version 3,"):
        restore(world, then)

    assert world.sheets.get(SHEET).status is Status.SUBMITTED


def test_a_restore_does_not_go_back_behind_a_change_of_entries() -> None:
    world = World()
    then = world.sheets.get(SHEET)
    world.services.change_entries.enter(SHEET, [a_candidate(1009)], "Late entry", OPERATOR)

    with pytest.raises(Conflict, match="EntriesChanged"):
        restore(world, then)


def test_a_restore_does_not_go_back_behind_an_outcome_of_moderation() -> None:
    world = World()
    submit(world, complete(world))
    world.services.confirm_submission(SHEET, 1)
    arranged = Arrangement(Moderator("Mo Derator", ("1 Exam Street",)), Method.POST, 3)
    world.services.start_moderation(SHEET, arranged, MODERATES)
    then = world.sheets.get(SHEET)
    world.services.record_outcome(SHEET, OutcomeFound({}, world.now, ""), MODERATES)

    with pytest.raises(Conflict, match="ModerationOutcomeRecorded"):
        restore(world, then)


def test_a_print_asked_for_since_is_nothing_that_a_restore_undoes() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    then = world.sheets.get(SHEET)
    world.services.request_print(REPORT, TEACHER)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")
    world.services.request_print(REPORT, TEACHER)

    restored = restore(world, then)

    assert restored.rows[ONE].outcome == Mark(45)


def test_a_centre_reads_in_its_history_that_the_board_restored_its_marks() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    then = world.sheets.get(SHEET)
    enter(world, a_change(1001, Mark(3), revision=1), key="key-damage-1")
    restore(world, then)

    latest, *_ = world.services.read_history(SHEET, None, TEACHER).facts

    assert isinstance(latest, SheetRestored)
    assert latest == replace(latest, by=BOARD_ACTOR, reason=WHY)
