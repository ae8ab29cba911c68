"""Reports and mark slips: printed when someone asks, or marks were submitted, and only as the marks were then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from centremark.domain.prints.facts import SlipsRequested
from centremark.domain.prints.progress import KEPT, ReportStatus
from centremark.domain.shared.errors import NothingToPrint, ReviewDatePassed
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.usecases.prints.orders import SlipsOrder
from tests.support.builders import a_change
from tests.support.doing import REPORT, SLIPS, TEACHER, complete, enter, submit
from tests.support.world import World


def test_a_draft_is_printed_when_someone_asks_and_only_for_the_marks_as_they_were_then() -> None:
    world = World()
    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.NONE

    world.services.request_print(REPORT, TEACHER)
    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.PREPARING

    world.services.make_print(REPORT)
    ready = world.services.find_print(REPORT, TEACHER)
    assert (ready.progress.status, ready.wanted.draft) == (ReportStatus.READY, True)

    enter(world, a_change(1001, Mark(1)))
    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.NONE


def test_a_draft_that_was_deleted_can_be_requested_again() -> None:
    world = World()
    world.services.request_print(REPORT, TEACHER)
    world.now += KEPT + timedelta(days=1)
    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.NONE

    world.services.request_print(REPORT, TEACHER)
    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.PREPARING


def test_asking_twice_for_a_print_of_the_same_marks_is_noted_once() -> None:
    world = World()
    before = len(world.memory.facts)

    world.services.request_print(REPORT, TEACHER)
    world.services.request_print(REPORT, TEACHER)

    assert len(world.memory.facts) == before + 1


def test_a_submitted_sheets_report_comes_without_being_asked_for() -> None:
    world = World()
    submit(world, complete(world))

    assert world.services.find_print(REPORT, TEACHER).progress.status is ReportStatus.PREPARING


def test_slips_are_printed_when_someone_asks_and_only_for_the_marks_as_they_were_then() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)), a_change(1002, ABSENT))
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.NONE

    world.services.request_print(SLIPS, TEACHER)
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.PREPARING

    world.services.make_print(SLIPS)
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.READY
    assert len(world.prints.printed) == 1

    enter(world, a_change(1003, Mark(1)), key="key-00000002")
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.NONE


def test_slips_of_one_group_and_date_say_nothing_of_anothers() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    group, later = replace(SLIPS, group="13A"), replace(SLIPS, review_by=date(2027, 5, 4))

    for order in (group, SLIPS, group, SLIPS):
        world.services.request_print(order, TEACHER)

    asked = [fact.slips for fact in world.memory.facts if isinstance(fact, SlipsRequested)]
    assert [slips.group for slips in asked] == ["13A", None]
    assert world.services.find_print(later, TEACHER).progress.status is ReportStatus.NONE


def test_slips_that_were_deleted_can_be_requested_again() -> None:
    world = World()
    enter(world, a_change(1001, Mark(1)))
    world.services.request_print(SLIPS, TEACHER)
    world.services.make_print(SLIPS)

    world.now += timedelta(days=7)
    world.services.request_print(SLIPS, TEACHER)
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.READY

    world.now += timedelta(days=1)
    world.prints.printed.clear()
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.NONE
    world.services.request_print(SLIPS, TEACHER)
    assert world.services.find_print(SLIPS, TEACHER).progress.status is ReportStatus.PREPARING
    assert [fact.at.day for fact in world.memory.facts if isinstance(fact, SlipsRequested)] == [20, 28]


@pytest.mark.parametrize(("order", "who"), [(SLIPS, "No candidate"), (replace(SLIPS, group="13Z"), "group 13Z")])
def test_slips_are_refused_when_there_is_nothing_to_tell(order: SlipsOrder, who: str) -> None:
    world = World()
    if order.group:
        enter(world, a_change(1001, Mark(45)))

    with pytest.raises(NothingToPrint, match=who):
        world.services.request_print(order, TEACHER)


def test_a_review_cannot_be_asked_for_by_a_day_that_is_over_in_london() -> None:
    world = World(now=datetime(2027, 5, 3, 22, 59, tzinfo=UTC))
    enter(world, a_change(1001, Mark(45)))
    world.services.request_print(SLIPS, TEACHER)

    world.now += timedelta(minutes=1)
    with pytest.raises(ReviewDatePassed, match="3 May 2027"):
        world.services.request_print(SLIPS, TEACHER)


def test_a_late_order_for_slips_of_marks_since_cleared_prints_nothing() -> None:
    world = World()
    enter(world, a_change(1001, Mark(45)))
    world.services.request_print(SLIPS, TEACHER)
    enter(world, a_change(1001, None, revision=1), key="key-00000002")

    world.services.make_print(SLIPS)

    assert world.prints.printed == {}
