"""Colleagues see who else has a sheet open, and that it changed, without anything being kept for long."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from centremark.domain.shared.actor import BOARD_CENTRE, Actor, Channel, Role
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import AssessmentCode
from centremark.domain.shared.outcomes import Mark
from centremark.domain.sheet.presence import NOTED_EVERY, SEEN_FOR
from tests.support.builders import SHEET, a_change, an_actor
from tests.support.doing import OFFICER, STRANGER, TEACHER, enter
from tests.support.world import World

BOARD: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
MIS: Final = replace(an_actor(Role.ENTER, name="The MIS"), channel=Channel.API)


def test_two_people_with_a_sheet_open_see_one_another_and_nobody_sees_themselves() -> None:
    world = World()

    first = world.services.see_colleagues(SHEET, TEACHER)
    second = world.services.see_colleagues(SHEET, OFFICER)
    again = world.services.see_colleagues(SHEET, TEACHER)

    assert [list(seen.colleagues) for seen in (first, second, again)] == [[], ["Asha Patel"], ["Owen Reid"]]


def test_colleagues_see_the_name_by_which_their_own_centre_calls_someone() -> None:
    world = World()
    of_several = replace(TEACHER, name="Asha Patel-Jones", names={SHEET.centre: "Asha P"})

    world.services.see_colleagues(SHEET, of_several)

    assert list(world.services.see_colleagues(SHEET, OFFICER).colleagues) == ["Asha P"]


def test_who_has_not_asked_for_a_while_is_gone() -> None:
    world = World()
    world.services.see_colleagues(SHEET, TEACHER)

    world.now += SEEN_FOR
    there = world.services.see_colleagues(SHEET, OFFICER).colleagues
    world.now += timedelta(seconds=1)
    gone = world.services.see_colleagues(SHEET, OFFICER).colleagues

    assert (list(there), list(gone)) == (["Asha Patel"], [])


def test_a_page_that_asks_often_is_written_down_now_and_then() -> None:
    world = World()
    began = world.now
    for _ in range(5):
        world.services.see_colleagues(SHEET, TEACHER)
        world.now += NOTED_EVERY / 4

    [noted] = world.services.ports.presences.on(SHEET)

    assert noted.at - began == NOTED_EVERY


def test_the_version_tells_a_page_that_a_colleague_saved() -> None:
    world = World()
    before = world.services.see_colleagues(SHEET, OFFICER).version

    enter(world, a_change(1001, Mark(45)))

    assert world.services.see_colleagues(SHEET, OFFICER).version == before + 1


@pytest.mark.parametrize("actor", [BOARD, MIS], ids=["the board", "a machine"])
def test_the_board_and_machines_are_not_seen_and_see_nobody(actor: Actor) -> None:
    world = World()

    world.services.see_colleagues(SHEET, actor)

    assert list(world.services.see_colleagues(SHEET, TEACHER).colleagues) == []
    assert list(world.services.see_colleagues(SHEET, actor).colleagues) == []


def test_nobody_is_at_a_sheet_of_an_assessment_that_does_not_exist() -> None:
    world = World()
    nowhere = replace(SHEET, assessment=AssessmentCode("ZZZ/03"))

    with pytest.raises(NotFound):
        world.services.see_colleagues(nowhere, TEACHER)

    assert world.services.ports.presences.on(nowhere) == []


def test_a_stranger_sees_nobody() -> None:
    with pytest.raises(NotFound):
        World().services.see_colleagues(SHEET, STRANGER)
