"""A candidate who moves between centres: both sheets change or neither, and the mark stays where it was given."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.amendments.decisions import request_amendment
from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.moderation.decisions import begin, record_outcome, request_sample
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.errors import CentremarkError, Forbidden
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.facts import EntriesChanged, Fact
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.ports import Saving
from centremark.domain.sheet.row import Carried, Row
from centremark.usecases.entries.move_candidate import MoveCommand
from tests.support.builders import (
    CENTRE,
    MODERATOR,
    NOON,
    OFFICER,
    SHEET,
    a_candidate,
    a_moderation,
    a_submitted_sheet,
    an_actor,
    an_amendment,
)
from tests.support.entering import enter_candidates
from tests.support.trail import latest
from tests.support.world import World

THERE: Final = CentreNumber("58410")
THEIRS: Final = replace(SHEET, centre=THERE)
ONE, NEW = CandidateNumber("1001"), CandidateNumber("2001")
MOVE: Final = MoveCommand(SHEET, ONE, THERE, NEW, "Changed schools")
OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
TOLD: Final = Attribution(MODERATOR, NOON)


def two_centres() -> World:
    world = World()
    world.services.catalogue.put(Centre(THERE, "Llys Derwen School"))
    return world


def put(world: World, sheet: MarkSheet) -> None:
    """Have a sheet as it is, with the names of its candidates."""
    world.memory.sheets[sheet.id] = sheet
    world.memory.rosters[sheet.id] = {c: a_candidate(int(c)) for c in sheet.rows}


def moderated(sheet: MarkSheet) -> MarkSheet:
    """The sheet at the end of its moderation."""
    asked, _ = request_sample(begin(sheet, a_moderation())[0], {}, 1, NOON.date(), TOLD)
    return record_outcome(asked, {}, NOON, TOLD)[0]


def test_a_candidate_who_moves_leaves_one_sheet_and_is_on_the_other_and_both_histories_say_so() -> None:
    world = two_centres()

    left, joined = world.services.move_candidate(MOVE, OPERATOR)

    assert (ONE in left.rows, joined.rows) == (False, {NEW: Row()})
    arrived = world.memory.rosters[THEIRS][NEW]
    assert (arrived.uci, arrived.name, arrived.moved_from) == (a_candidate(1001).uci, "JONES Amelia", CENTRE)
    gone, came = (latest(EntriesChanged, world.ledger, sheet) for sheet in (SHEET, THEIRS))
    assert (gone.withdrawn[0].candidate, gone.other_centre, gone.reason) == ("1001", THERE, "Changed schools")
    assert (came.entered, came.other_centre, came.reason) == (("2001",), CENTRE, "Changed schools")
    assert gone.by == came.by == OPERATOR.by_board


def test_a_mark_does_not_move_and_what_was_submitted_stays_submitted() -> None:
    world = two_centres()
    put(world, a_submitted_sheet())

    left, joined = world.services.move_candidate(MOVE, OPERATOR)

    assert joined.rows[NEW].outcome is None
    assert left.submission == a_submitted_sheet().submission
    assert latest(EntriesChanged, world.ledger, SHEET).withdrawn[0].before.outcome == Mark(45)


def test_a_mark_carried_forward_is_the_candidates_and_moves_along() -> None:
    world = two_centres()
    carried = {ONE: Carried(Mark(41), SeriesId("2026-06"))}
    world.services.change_entries.enter(SHEET, [a_candidate(1001)], "Entered late", OPERATOR, carried)

    _, joined = world.services.move_candidate(MOVE, OPERATOR)

    assert (joined.rows[NEW].outcome, joined.rows[NEW].carried) == (Mark(41), "2026-06")


def test_who_moves_to_a_centre_that_has_submitted_is_a_late_entry_there() -> None:
    world = two_centres()
    put(world, replace(a_submitted_sheet({5001: Mark(45)}), id=THEIRS))

    _, joined = world.services.move_candidate(MOVE, OPERATOR)

    assert joined.late == {NEW}


def test_moving_again_changes_nothing() -> None:
    world = two_centres()
    first = world.services.move_candidate(MOVE, OPERATOR)

    assert world.services.move_candidate(MOVE, OPERATOR) == first
    assert len(world.ledger.history(SHEET, None, 9)) == 2


def test_who_moved_can_move_back() -> None:
    world = two_centres()
    world.services.move_candidate(MOVE, OPERATOR)

    world.services.move_candidate(MoveCommand(THEIRS, NEW, CENTRE, ONE, "Came back"), OPERATOR)

    assert world.memory.rosters[SHEET][ONE].moved_from == THERE
    assert (ONE in world.sheets.get(SHEET).rows, NEW in world.sheets.get(THEIRS).rows) == (True, False)


def waiting_for_the_board() -> MarkSheet:
    """A sheet whose first candidate is in an amendment that the board has yet to decide."""
    return request_amendment(replace(a_submitted_sheet(), moderation=a_moderation()), an_amendment(), OFFICER, NOON)[0]


@pytest.mark.parametrize(
    ("sheets", "changes", "code"),
    [
        ([], {"to": CENTRE}, "same-centre"),
        ([], {"to": CentreNumber("99999")}, "not-found"),
        ([], {"candidate": CandidateNumber("7777")}, "not-found"),
        ([replace(a_submitted_sheet({2001: Mark(3)}), id=THEIRS)], {}, "number-taken"),
        ([replace(a_submitted_sheet({1001: Mark(3)}), id=THEIRS)], {}, "already-entered"),
        ([waiting_for_the_board()], {}, "amendment-open"),
        ([moderated(a_submitted_sheet())], {}, "moderation-finished"),
        ([replace(moderated(a_submitted_sheet({5001: Mark(3)})), id=THEIRS)], {}, "moderation-finished"),
    ],
)
def test_a_move_that_cannot_be_made_says_why_and_changes_neither_sheet(
    sheets: Sequence[MarkSheet], changes: dict[str, CentreNumber], code: str
) -> None:
    world = two_centres()
    for sheet in sheets:
        put(world, sheet)
    before = dict(world.memory.sheets)

    with pytest.raises(CentremarkError) as refusal:
        world.services.move_candidate(replace(MOVE, **changes), OPERATOR)

    assert (refusal.value.code, world.memory.sheets) == (code, before)


def test_who_loses_a_race_on_either_sheet_decides_again_on_both(monkeypatch: pytest.MonkeyPatch) -> None:
    world = two_centres()
    save, races = world.sheets.save_together, [THEIRS, SHEET]

    def raced(savings: Sequence[Saving]) -> None:
        if races:
            enter_candidates(world.services, races.pop(), [a_candidate(3000 + len(races))])
        save(savings)

    monkeypatch.setattr(world.sheets, "save_together", raced)
    left, joined = world.services.move_candidate(MOVE, OPERATOR)

    assert (ONE in left.rows, NEW in joined.rows) == (False, True)
    facts: list[Fact] = world.memory.facts
    assert [fact.version for fact in facts if fact.sheet == THEIRS] == [1, 2]


def test_the_operators_alone_move_candidates() -> None:
    world = two_centres()
    for actor in (an_actor(Role.SUBMIT), an_actor(Role.MODERATION, centre=BOARD_CENTRE)):
        with pytest.raises(Forbidden):
            world.services.move_candidate(MOVE, actor)
