from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.actor import Role
from centremark.domain.catalogue import Series
from centremark.domain.errors import NotFound
from centremark.domain.outcomes import ABSENT, Mark
from centremark.domain.sense import Marked, SenseCode, sense
from centremark.domain.values import CentreNumber, SeriesId, Uci
from centremark.usecases.enter_marks import EnterMarksCommand
from tests.support.builders import NOON, SHEET, a_candidate, a_change, a_key, an_actor, an_assessment
from tests.support.world import World

OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
UCIS: Final = [a_candidate(number).uci for number in range(1001, 1013)]
BEFORE: Final = replace(SHEET, series=SeriesId("2026-06"))


def marked(*marks: int, maximum: int = 100, ucis: list[Uci] = UCIS) -> Marked:
    return Marked("June 2026", dict(zip(ucis, marks, strict=False)), maximum)


def found(now: Marked, earlier: Marked | None = None) -> list[tuple[SenseCode, float]]:
    return [(oddity.code, oddity.figure) for oddity in sense(now, earlier)]


def test_eight_equal_marks_are_odd_and_seven_are_not() -> None:
    assert found(marked(*[40] * 8)) == [(SenseCode.EQUAL, 40)]
    assert sense(marked(*[40] * 8), None)[0].sentence == "All 8 marks are 40."
    assert found(marked(*[40] * 7)) == []
    assert found(marked(*[40] * 7, 41)) == []


@pytest.mark.parametrize(("now", "figure"), [(61, 11.0), (39, -11.0), (60, None), (40, None)])
def test_a_mean_that_moved_by_more_than_a_tenth_of_the_maximum_is_odd(now: int, figure: float | None) -> None:
    ups = marked(*[now - 1, now + 1] * 4)
    earlier = marked(*[49, 51] * 4)

    assert [figure for code, figure in found(ups, earlier) if code is SenseCode.EARLIER] == (
        [] if figure is None else [figure]
    )


def test_means_are_compared_as_shares_of_each_series_maximum() -> None:
    assert found(marked(*range(60, 80, 2)), marked(*range(30, 40), maximum=50)) == []


def test_an_order_that_hardly_agrees_with_the_earlier_series_is_odd() -> None:
    up, down = marked(*range(40, 50)), marked(*range(50, 40, -1))

    assert found(up, down) == [(SenseCode.ORDER, -1.0)]
    assert found(up, up) == []
    assert "10 candidates" in sense(up, down)[0].sentence


def test_orders_are_compared_of_the_same_people_alone_and_not_of_ties() -> None:
    up = marked(*range(40, 50))

    assert found(up, marked(*range(50, 40, -1), ucis=[a_candidate(n).uci for n in range(2001, 2011)])) == []
    assert found(up, marked(*[45] * 10)) == []


def test_a_sheet_is_compared_with_the_centres_own_a_year_before() -> None:
    world = World()
    world.services.catalogue.put(Series(BEFORE.series, "June 2026", NOON, None))
    world.services.catalogue.put(replace(an_assessment(), series=BEFORE.series))
    for sheet, marks in ((BEFORE, range(10, 20)), (SHEET, range(60, 50, -1))):
        world.services.enter_candidates(sheet, [a_candidate(1001 + place) for place in range(10)])
        changes = [a_change(1001 + place, Mark(mark)) for place, mark in enumerate(marks)]
        world.services.enter_marks(EnterMarksCommand(sheet, tuple(changes), a_key(f"key-of-{sheet}")), OFFICER)

    codes = [oddity.code for oddity in world.services.read_sense(SHEET, OFFICER)]

    assert codes == [SenseCode.EARLIER, SenseCode.ORDER]
    assert world.services.read_sense(BEFORE, OFFICER) == []


def test_absences_are_no_marks_and_a_stranger_is_told_nothing() -> None:
    world = World()
    change = (a_change(1001, ABSENT),)
    world.services.enter_marks(EnterMarksCommand(SHEET, change, a_key()), OFFICER)

    assert world.services.read_sense(SHEET, OFFICER) == []
    with pytest.raises(NotFound):
        world.services.read_sense(SHEET, an_actor(Role.SUBMIT, centre=CentreNumber("11111")))
