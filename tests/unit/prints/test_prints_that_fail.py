"""A print that failed is told as that, and asking again prints again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import pytest

from centremark.domain.prints.facts import ReportRequested, SlipsRequested
from centremark.domain.prints.progress import PATIENCE, Progress, ReportStatus
from centremark.domain.shared.outcomes import Mark
from tests.support.builders import NOON, SHEET, a_change
from tests.support.doing import REPORT, SLIPS, TEACHER, complete, enter, submit
from tests.support.world import World

MINUTE: Final = timedelta(minutes=1)


@dataclass
class Kind:
    """Something printed: how it is asked for, found and printed."""

    ask: Callable[[World], None]
    find: Callable[[World], Progress]
    print: Callable[[World], None]


KINDS: Final = {
    "a report": Kind(
        ask=lambda world: world.services.request_print(REPORT, TEACHER),
        find=lambda world: world.services.find_print(REPORT, TEACHER).progress,
        print=lambda world: world.services.make_print(REPORT),
    ),
    "slips": Kind(
        ask=lambda world: world.services.request_print(SLIPS, TEACHER),
        find=lambda world: world.services.find_print(SLIPS, TEACHER).progress,
        print=lambda world: world.services.make_print(SLIPS),
    ),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    return KINDS[request.param]


@pytest.fixture
def world() -> World:
    world = World()
    enter(world, a_change(1001, Mark(1)))
    return world


def fail(world: World, kind: Kind) -> None:
    """Print a minute later, in vain."""
    world.now += MINUTE
    world.prints.broken_at = world.now
    kind.print(world)
    world.prints.broken_at = None


def requests(world: World) -> list[datetime]:
    return [fact.at for fact in world.memory.facts if isinstance(fact, ReportRequested | SlipsRequested)]


def test_a_print_that_failed_says_when(world: World, kind: Kind) -> None:
    kind.ask(world)
    fail(world, kind)

    world.now += MINUTE
    found = kind.find(world)
    assert (found.status, found.failed_at) == (ReportStatus.FAILED, NOON + MINUTE)


def test_asking_after_a_failure_is_a_new_request_and_while_it_is_on_its_way_nothing_new(
    world: World, kind: Kind
) -> None:
    for _ in range(3):
        kind.ask(world)
        kind.ask(world)
        assert kind.find(world).status is ReportStatus.PREPARING
        fail(world, kind)

    assert requests(world) == [NOON, NOON + MINUTE, NOON + 2 * MINUTE]


def test_a_print_that_came_after_a_failure_is_shown_and_not_asked_for_again(world: World, kind: Kind) -> None:
    kind.ask(world)
    fail(world, kind)
    kind.print(world)

    assert kind.find(world).status is ReportStatus.READY
    kind.ask(world)
    assert requests(world) == [NOON]


def test_a_print_that_was_lost_without_a_word_has_failed_after_an_hour(world: World, kind: Kind) -> None:
    kind.ask(world)
    world.now += PATIENCE - MINUTE
    assert kind.find(world).status is ReportStatus.PREPARING

    world.now += 2 * MINUTE
    found = kind.find(world)
    assert (found.status, found.failed_at) == (ReportStatus.FAILED, NOON + PATIENCE)
    kind.ask(world)
    assert kind.find(world).status is ReportStatus.PREPARING


def test_the_failure_of_marks_since_changed_says_nothing_of_the_new_ones(world: World, kind: Kind) -> None:
    kind.ask(world)
    fail(world, kind)

    enter(world, a_change(1002, Mark(2)), key="key-00000002")

    assert kind.find(world).status is ReportStatus.NONE


def test_a_submitted_sheets_report_that_failed_can_be_asked_for() -> None:
    world, kind = World(), KINDS["a report"]
    submit(world, complete(world))
    kind.ask(world)
    assert requests(world) == []

    fail(world, kind)
    assert kind.find(world).failed_at == world.now
    world.now += MINUTE
    kind.ask(world)

    assert requests(world) == [world.now]
    assert kind.find(world).status is ReportStatus.PREPARING


def test_a_confirmed_report_is_waited_for_from_when_it_was_confirmed() -> None:
    world, kind = World(), KINDS["a report"]
    submit(world, complete(world))
    world.now += timedelta(days=1)
    assert kind.find(world).status is ReportStatus.FAILED

    world.services.confirm_submission(SHEET, 1)

    assert kind.find(world).status is ReportStatus.PREPARING
