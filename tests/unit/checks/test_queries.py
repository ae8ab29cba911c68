"""What a careful colleague would ask about a sheet's marks."""

import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.checks.candidate_queries import QueryCode, queries
from centremark.domain.shared.outcomes import ABSENT, Absent, Grade, GradeScale, Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from tests.support.builders import a_sheet, an_assessment

SPREAD = [30, 31, 33, 34, 35, 36, 38, 39]


def of(*marks: int | Absent | None) -> MarkSheet:
    """A sheet of candidates from 1001 on with these outcomes."""
    outcomes = (Mark(mark) if isinstance(mark, int) else mark for mark in marks)
    return a_sheet(dict(enumerate(outcomes, start=1001)))


def asked(sheet: MarkSheet) -> dict[str, tuple[str, float | None]]:
    return {candidate: (query.code.value, query.figure) for candidate, query in queries(sheet.rows).items()}


def test_ordinary_marks_raise_none() -> None:
    assert asked(of(*SPREAD)) == {}


def test_a_zero_is_asked_about_for_the_candidate_may_have_been_absent() -> None:
    assert asked(of(41, 0, ABSENT, None)) == {"1002": ("zero-mark", None)}


@pytest.mark.parametrize(("mark", "far"), [(45, False), (46, True), (24, False), (23, True)])
def test_far_is_more_than_one_and_a_half_interquartile_ranges_beyond_a_quartile(
    mark: int,
    far: bool,
) -> None:
    # With a high mark the quartiles are 33 and 38, so far is above 45.5; with a low one 31 and 36, below 23.5.
    assert ("1009" in asked(of(*SPREAD, mark))) is far


@pytest.mark.parametrize(("marks", "figure"), [([*SPREAD, 70], 35), ([*SPREAD, 35, 70], 35), ([*SPREAD, 36, 70], 35.5)])
def test_a_mark_far_from_the_others_is_asked_about_beside_their_median(marks: list[int], figure: float) -> None:
    assert list(asked(of(*marks)).values()) == [("far-from-class", figure)]


def test_fewer_than_eight_marks_are_no_class_to_be_far_from() -> None:
    assert asked(of(*SPREAD[:6], 70)) == {}
    assert asked(of(*SPREAD[:7], 70)) == {"1008": ("far-from-class", 34.5)}


def test_a_class_of_one_mark_has_no_spread_to_be_far_from() -> None:
    assert asked(of(40, 40, 40, 40, 41, 40, 40, 40, 40, 70, 40, 40)) == {}


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ([7, 7, 7, 7], []),
        ([7, 7, 7, 7, 7], [1001, 1002, 1003, 1004, 1005]),
        ([8, 7, 7, 7, 7, 7, 9], [1002, 1003, 1004, 1005, 1006]),
        ([7, 7, 7, None, 7, 7], []),
        ([7, 7, 7, ABSENT, 7, 7], []),
        ([ABSENT] * 6, []),
        ([None] * 6, []),
    ],
)
def test_five_or_more_neighbours_with_the_same_mark_are_asked_about_and_how_many_they_are(
    marks: list[int | Absent | None], run: list[int]
) -> None:
    assert asked(of(*marks)) == {f"{candidate}": ("same-as-neighbours", len(run)) for candidate in run}


def test_neighbours_are_so_by_candidate_number_and_not_by_when_they_were_entered() -> None:
    sheet = a_sheet(dict.fromkeys((1009, 1001, 1007, 1003, 1005), Mark(7)) | {1004: Mark(8)})

    assert asked(sheet) == {}


def test_a_candidate_is_asked_about_once_a_zero_first_and_a_run_last() -> None:
    zeros, fives = [0] * 5, [5] * 5

    found = asked(of(*SPREAD * 6, *fives, *zeros))

    assert [code for code, _ in found.values()] == ["far-from-class"] * 5 + ["zero-mark"] * 5


def test_grades_and_absences_raise_none() -> None:
    scale = GradeScale({"D": "Distinction", "P": "Pass"})
    sheet = a_sheet({1000 + n: Grade("P") if n else ABSENT for n in range(12)}, assessment=an_assessment(scale))

    assert asked(sheet) == {}


@given(st.lists(st.one_of(st.none(), st.just(ABSENT), st.integers(0, 70)), max_size=40))
def test_the_fences_are_those_of_pythons_own_inclusive_quartiles(marks: list[int | Absent | None]) -> None:
    given_marks = [mark for mark in marks if isinstance(mark, int)]
    far: set[str] = set()
    if len(given_marks) >= 8:
        low, _, high = statistics.quantiles(given_marks, n=4, method="inclusive")
        reach = 1.5 * (high - low)
        far = {f"{1001 + place}" for place, mark in enumerate(marks) if reach and is_beyond(mark, low, high, reach)}

    zero = {f"{1001 + place}" for place, mark in enumerate(marks) if mark == 0}

    found = queries(of(*marks).rows).values()

    assert {query.candidate for query in found if query.code is QueryCode.ZERO} == zero
    assert {query.candidate for query in found if query.code is QueryCode.FAR} == far - zero


def is_beyond(mark: int | Absent | None, low: float, high: float, reach: float) -> bool:
    return isinstance(mark, int) and not low - reach <= mark <= high + reach


def test_a_thousand_rows_are_looked_at_in_a_moment() -> None:
    sheet = of(*(20 + place * 7 % 45 for place in range(1000)))

    start = time.process_time()
    for _ in range(10):
        queries(sheet.rows)

    assert (time.process_time() - start) / 10 < 0.05
