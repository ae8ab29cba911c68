from dataclasses import replace
from typing import Final

import pytest

from centremark.domain.catalogue.catalogue import Series
from centremark.domain.checks.sheet_patterns import AllEqual, OrderUnlike, ScoredSheet, sheet_patterns
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import NotFound
from centremark.domain.shared.identifiers import CandidateNumber, CentreNumber, SeriesId, Uci
from centremark.domain.shared.outcomes import ABSENT, Mark
from centremark.domain.sheet.row import Carried
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import NOON, SHEET, a_candidate, a_change, a_key, an_actor, an_assessment
from tests.support.entering import enter_candidates
from tests.support.world import World

OFFICER: Final = an_actor(Role.SUBMIT, name="Owen Reid")
UCIS: Final = [a_candidate(number).uci for number in range(1001, 1013)]
OTHERS: Final = [a_candidate(number).uci for number in range(2001, 2013)]
BEFORE: Final = replace(SHEET, series=SeriesId("2026-06"))
JUNE_2026: Final = Series(BEFORE.series, "June 2026", NOON, None)


def marked(*marks: int, maximum: int = 100, ucis: list[Uci] = UCIS) -> ScoredSheet:
    return ScoredSheet(JUNE_2026, dict(zip(ucis, marks, strict=False)), maximum)


def sentences(now: ScoredSheet, earlier: ScoredSheet | None = None) -> list[str]:
    return [oddity.sentence for oddity in sheet_patterns(now, earlier)]


def test_eight_equal_marks_are_odd_and_seven_are_not() -> None:
    assert sheet_patterns(marked(*[40] * 8), None) == [AllEqual(8, 40)]
    assert sentences(marked(*[40] * 8)) == ["All 8 marks are 40."]
    assert sheet_patterns(marked(*[40] * 7), None) == []
    assert sheet_patterns(marked(*[40] * 7, 41), None) == []


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (61, ["The mean is 11.0 % of the maximum mark higher than in June 2026."]),
        (39, ["The mean is 11.0 % of the maximum mark lower than in June 2026."]),
        (60, []),
        (40, []),
    ],
)
def test_a_mean_that_moved_by_more_than_a_tenth_of_the_maximum_is_odd(now: int, told: list[str]) -> None:
    assert sentences(marked(*[now - 1, now + 1] * 4), marked(*[49, 51] * 4, ucis=OTHERS)) == told


def test_a_mean_of_a_small_class_that_spreads_moves_by_a_tenth_without_being_odd() -> None:
    assert sheet_patterns(marked(*range(10, 90, 10)), marked(*range(22, 102, 10), ucis=OTHERS)) == []
    assert sheet_patterns(marked(*range(10, 90, 10)), marked(*range(12, 20), ucis=OTHERS)) != []


def test_means_are_compared_as_shares_of_each_series_maximum() -> None:
    assert sheet_patterns(marked(*range(60, 80, 2)), marked(*range(30, 40), maximum=50)) == []


def test_an_order_that_hardly_agrees_with_the_earlier_series_is_odd() -> None:
    up, down = marked(*range(40, 50)), marked(*range(50, 40, -1))

    assert sheet_patterns(up, down) == [OrderUnlike(10, -1.0, JUNE_2026)]
    assert sheet_patterns(up, up) == []
    assert sentences(up, down) == [
        "10 candidates also have a mark in June 2026, and their order there is very different (rank correlation -1.0)."
    ]


def test_an_order_strays_further_in_a_small_class_before_it_is_odd() -> None:
    now, before = [40, 41, 42, 43, 44, 45, 46, 47], [44, 41, 46, 40, 47, 42, 45, 43]
    ucis = [a_candidate(1001 + place).uci for place in range(40)]

    assert sheet_patterns(marked(*now), marked(*before)) == []
    assert sheet_patterns(marked(*now * 5, ucis=ucis), marked(*before * 5, ucis=ucis)) == [
        OrderUnlike(40, 0.1, JUNE_2026)
    ]


def test_orders_are_compared_of_the_same_people_alone_and_not_of_ties() -> None:
    up = marked(*range(40, 50))

    assert sheet_patterns(up, marked(*range(50, 40, -1), ucis=OTHERS)) == []
    assert sheet_patterns(up, marked(*[45] * 10)) == []


def test_a_sheet_is_compared_with_the_centres_own_a_year_before() -> None:
    world = World()
    world.services.catalogue.put(JUNE_2026)
    world.services.catalogue.put(replace(an_assessment(), series=BEFORE.series))
    for sheet, marks in ((BEFORE, range(10, 20)), (SHEET, range(60, 50, -1))):
        enter_candidates(world.services, sheet, [a_candidate(1001 + place) for place in range(10)])
        changes = [a_change(1001 + place, Mark(mark)) for place, mark in enumerate(marks)]
        world.services.enter_marks(EnterMarksCommand(sheet, tuple(changes), a_key(f"key-of-{sheet}")), OFFICER)

    codes = [oddity.code for oddity in world.services.read_sheet_patterns(SHEET, OFFICER)]

    assert codes == ["outside-earlier-series", "order-unlike-earlier-series"]
    assert world.services.read_sheet_patterns(BEFORE, OFFICER) == []


def test_marks_carried_forward_are_not_the_centres_to_answer_for() -> None:
    world = World()
    twelves = {CandidateNumber(str(1001 + place)): Carried(Mark(12), BEFORE.series) for place in range(8)}

    enter_candidates(world.services, SHEET, [a_candidate(1001 + place) for place in range(8)], twelves)

    assert world.services.read_sheet_patterns(SHEET, OFFICER) == []


def test_absences_are_no_marks_and_a_stranger_is_told_nothing() -> None:
    world = World()
    change = (a_change(1001, ABSENT),)
    world.services.enter_marks(EnterMarksCommand(SHEET, change, a_key()), OFFICER)

    assert world.services.read_sheet_patterns(SHEET, OFFICER) == []
    with pytest.raises(NotFound):
        world.services.read_sheet_patterns(SHEET, an_actor(Role.SUBMIT, centre=CentreNumber("11111")))
