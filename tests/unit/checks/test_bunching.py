"""Bunching at grade boundaries is told of where chance does not explain it, and seldom where it does."""

import random
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.checks.bunching import Boundary, Bunched, bunches
from centremark.domain.shared.actor import Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.outcomes import GradeScale, Mark, MarkScale
from centremark.usecases.marks.enter_marks import EnterMarksCommand
from tests.support.builders import SHEET, a_candidate, a_change, a_key, an_actor, an_assessment
from tests.support.entering import enter_candidates
from tests.support.world import World

SPREAD: Final = (16, 20, 25, 31, 36, 50, 55, 60)
"""Marks that are near no boundary of these tests."""
GRADES: Final = {"A": 58, "B": 51, "C": 44, "D": 37, "E": 30}


def test_many_at_or_just_above_a_boundary_and_hardly_any_just_below_are_told_with_the_figures() -> None:
    [told] = bunches([*SPREAD, *[42] * 7, *[43] * 5, 41], 70, {"C": 42})

    assert told == Bunched((Boundary("C", 42),), above=12, below=1, once_in=585)
    assert told.sentence == (
        "12 marks of 42 or 43, but only 1 of 40 or 41. In an earlier series 42 was the lowest mark for grade C. "
        "A split like this happens by chance at most once in 585 times."
    )


def test_as_many_just_below_as_above_are_not_bunched_nor_are_more_below() -> None:
    assert bunches([*SPREAD, *[42] * 9, *[41] * 9], 70, {"C": 42}) == []
    assert bunches([*SPREAD, *[42, 40, 40, 41], *[41] * 12], 70, {"C": 42}) == []


def test_seven_marks_near_a_boundary_are_too_few_to_tell() -> None:
    assert bunches([*SPREAD, *[42] * 7], 70, {"C": 42}) == []


def test_a_class_too_small_for_any_one_boundary_is_looked_at_over_all_of_them() -> None:
    [told] = bunches([*[58, 59, 51, 51, 52, 44, 45, 44, 37, 38, 30, 31, 30], 36, 66, 22], 70, GRADES)

    assert [boundary.grade for boundary in told.boundaries] == ["A", "B", "C", "D", "E"]
    assert told.sentence.startswith(
        "13 marks are at, or 1 above, the lowest mark for a grade in an earlier series, but only 1 within 2 marks below"
    )


def test_a_boundary_at_the_end_of_the_scale_has_no_two_sides() -> None:
    assert bunches([*SPREAD, *[70] * 20], 70, {"A": 70, "U": 1}) == []


def test_marks_that_are_all_equal_are_told_as_that_alone() -> None:
    assert bunches([42] * 20, 70, {"C": 42}) == []


def test_bunching_is_found_in_a_cohort_whose_coefficients_overflow_a_float() -> None:
    [told] = bunches([*range(71), *[42] * 2000], 70, {"C": 42})

    assert told.once_in == 1_000_000


def test_classes_marked_without_looking_at_boundaries_are_seldom_reported() -> None:
    chance = random.Random(42)  # noqa: S311  # the same classes every time, not a secret
    classes = [[min(40, max(0, round(chance.gauss(25, 7)))) for _ in range(300)] for _ in range(60)]

    told = [marks for marks in classes if bunches(marks, 40, {"A": 34, "B": 30, "C": 26, "D": 22, "E": 18})]

    assert len(told) <= 2


@given(st.lists(st.integers(0, 40), max_size=80), st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 40)))
def test_whatever_the_marks_what_is_told_is_counted_right_and_rarer_than_one_in_a_hundred(
    marks: list[int], boundaries: dict[str, int]
) -> None:
    for told in bunches(marks, 40, boundaries):
        lows = [boundary.lowest for boundary in told.boundaries]
        assert told.above == sum(any(low <= mark <= low + 1 for low in lows) for mark in marks)
        assert told.above > told.below
        assert told.once_in >= 100


def test_boundaries_are_marks_of_the_assessment() -> None:
    replace(an_assessment(), boundaries={"A": 70, "U": 0})
    with pytest.raises(Malformed, match="71 for grade A is not a mark of H446/03"):
        replace(an_assessment(), boundaries={"A": 71})
    with pytest.raises(Malformed):
        replace(an_assessment(GradeScale({"A": "Ace"})), boundaries={"A": 10})


def test_a_sheet_is_looked_at_by_the_boundaries_of_its_assessment() -> None:
    world = World()
    world.services.catalogue.put(replace(an_assessment(MarkScale(70)), boundaries={"C": 42}))
    marks = [*SPREAD, *[42] * 12]
    enter_candidates(world.services, SHEET, [a_candidate(1001 + place) for place in range(len(marks))])
    changes = tuple(a_change(1001 + place, Mark(mark)) for place, mark in enumerate(marks))
    officer = an_actor(Role.SUBMIT, name="Owen Reid")
    world.services.enter_marks(EnterMarksCommand(SHEET, changes, a_key()), officer)

    [told] = world.services.read_sheet_patterns(SHEET, officer)

    assert told == Bunched((Boundary("C", 42),), above=12, below=0, once_in=4096)
