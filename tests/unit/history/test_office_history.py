"""What was arranged at a centre and at the board, and who sees it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from centremark.domain.catalogue.centre_facts import (
    CatalogueChanged,
    CentreFact,
    MembershipChanged,
    SecondCheckerChosen,
)
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_ACTOR, BOARD_CENTRE, Actor, By, Role
from centremark.domain.shared.errors import Forbidden, Malformed, NotFound
from centremark.domain.shared.ports import WriteConflict
from tests.support.builders import CENTRE, SERIES, SHEET, an_actor, an_assessment
from tests.support.doing import HEAD, OFFICER, STRANGER, TEACHER
from tests.support.memory import MemoryChoices
from tests.support.world import World

OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
MODERATOR: Final = an_actor(Role.MODERATION, centre=BOARD_CENTRE, name="Mo Derator")
ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})})


def of_centre(world: World, actor: Actor) -> list[CentreFact]:
    return list(world.services.read_office_history.of_centre(CENTRE, None, actor).facts)


def arranged() -> World:
    """Asha may enter marks, and then the head asked for a second checker."""
    world = World()
    world.services.give_roles(ASHA, OPERATOR)
    world.now += timedelta(minutes=1)
    world.services.change_centre_settings(CENTRE, HEAD, second_checker=True)
    return world


def test_a_centre_sees_the_board_where_its_people_acted() -> None:
    world = arranged()

    chosen, given = of_centre(world, HEAD)

    assert isinstance(chosen, SecondCheckerChosen)
    assert isinstance(given, MembershipChanged)
    assert (chosen.by, given.by, given.name, given.after) == (
        HEAD.by(CENTRE),
        BOARD_ACTOR,
        "Asha Patel",
        frozenset({Role.ENTER}),
    )
    assert of_centre(world, MODERATOR)[1].by == OPERATOR.by_board


def test_the_board_gives_nobody_a_name_that_is_an_address_and_keeps_the_roles_of_who_has_one() -> None:
    world = World()
    world.services.members.put(replace(ASHA, name="www.school.example"))

    world.services.give_roles(replace(ASHA, name="www.school.example", memberships={}), OPERATOR)

    assert world.services.members.get("asha").memberships == {}
    with pytest.raises(Malformed, match="address"):
        world.services.give_roles(replace(ASHA, name="www.evil.example"), OPERATOR)
    with pytest.raises(Malformed, match="address"):
        world.services.give_roles(replace(ASHA, names={CENTRE: "www.evil.example"}), OPERATOR)


def test_a_centre_sees_the_board_wherever_its_people_decided() -> None:
    world = World()
    world.services.ask_for_extension(SHEET, date(2027, 5, 22), "Illness", OFFICER)
    world.services.decide_extension(SHEET, date(2027, 5, 22), "", OPERATOR)

    def decided(actor: Actor) -> list[By]:
        sheets = [world.services.read_sheet(SHEET, actor).sheet]
        sheets += world.services.read_centre(CENTRE, SERIES, actor).sheets
        return [sheet.extension.decided.by for sheet in sheets if sheet.extension and sheet.extension.decided]

    assert decided(TEACHER) == [BOARD_ACTOR, BOARD_ACTOR]
    assert decided(MODERATOR) == [OPERATOR.by_board, OPERATOR.by_board]


def test_a_centres_history_is_for_its_administrator_and_the_board() -> None:
    world = arranged()

    with pytest.raises(Forbidden):
        of_centre(world, TEACHER)
    with pytest.raises(NotFound):
        of_centre(world, STRANGER)
    with pytest.raises(Forbidden):
        world.services.read_office_history.of_board(None, HEAD)
    assert of_centre(world, OPERATOR)


def test_a_deadline_that_the_board_moves_is_in_its_history_and_the_same_again_is_not() -> None:
    world, before = World(), an_assessment()
    moved = replace(before, window=replace(before.window, deadline=before.window.deadline + timedelta(days=7)))

    for _ in range(2):
        world.services.put_catalogue(moved, OPERATOR)

    [fact] = world.services.read_office_history.of_board(None, MODERATOR).facts
    assert isinstance(fact, CatalogueChanged)
    assert (fact.by, fact.before, fact.after) == (OPERATOR.by_board, before, moved)


def test_the_history_is_read_a_page_at_a_time_with_nothing_left_out() -> None:
    world = World()
    for place in range(60):
        world.now += timedelta(minutes=1)
        world.services.change_centre_settings(CENTRE, HEAD, second_checker=place % 2 == 0)

    first = world.services.read_office_history.of_centre(CENTRE, None, HEAD)
    rest = world.services.read_office_history.of_centre(CENTRE, first.before, HEAD)

    read = [fact.at for fact in (*first.facts, *rest.facts)]
    assert (len(first.facts), len(set(read)), rest.before) == (50, 60, None)
    assert read == sorted(read, reverse=True)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "00000001",
        "2027-04-20T12:00:00.000000+00:00",
        "x" * 60,
        "2999-99-99T99:99:99.999999+00:00#ffffffffffffffff",
        "2999-01-01T00:00:00.000000+00:00#ffffffffffffffff",
        "2027-04-20T12:00:00.000000+00:00#0123456789abcdef",
    ],
)
def test_a_place_that_no_answer_gave_is_refused(before: str) -> None:
    read = arranged().services.read_office_history

    with pytest.raises(Malformed):
        read.of_centre(CENTRE, before, HEAD)
    with pytest.raises(Malformed):
        read.of_board(before, MODERATOR)


def test_a_place_in_one_offices_history_is_refused_for_another() -> None:
    world = arranged()
    for place in range(60):
        world.services.change_centre_settings(CENTRE, HEAD, second_checker=place % 2 == 0)
        world.now += timedelta(minutes=1)
    given = world.services.read_office_history.of_centre(CENTRE, None, HEAD).before

    with pytest.raises(Malformed):
        world.services.read_office_history.of_board(given, MODERATOR)


def test_only_the_boards_operators_arrange_the_catalogue_and_give_roles() -> None:
    world = World()
    for actor in (HEAD, MODERATOR):
        with pytest.raises(Forbidden):
            world.services.put_catalogue(an_assessment(), actor)
        with pytest.raises(Forbidden):
            world.services.give_roles(ASHA, actor)


def test_a_choice_that_lost_a_race_is_made_again_and_is_one_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    world, put = World(), MemoryChoices.put

    def put_after_someone_else(*_: object, **__: object) -> None:
        monkeypatch.setattr(MemoryChoices, "put", put)
        raise WriteConflict

    monkeypatch.setattr(MemoryChoices, "put", put_after_someone_else)
    world.services.change_centre_settings(CENTRE, HEAD, second_checker=True)

    [fact] = of_centre(world, HEAD)
    assert isinstance(fact, SecondCheckerChosen)
