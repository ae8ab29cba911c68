from datetime import date
from typing import Any

import pytest

from centremark.domain.mark_sheet import MarkSheet
from centremark.domain.outcomes import ABSENT, Grade, GradeScale, Mark
from centremark.domain.slips import Slips
from centremark.usecases.read_sheets import SheetView
from centremark.usecases.slips_model import slips_model
from tests.support.builders import NOON, SHEET, a_candidate, a_centre, a_series, a_sheet, an_assessment

REVIEW_BY = date(2027, 5, 3)


def the_slips_of(sheet: MarkSheet, group: str | None = None) -> dict[str, Any]:
    """Slips of a sheet whose odd candidates are in group 13B and whose even ones are in 13A."""
    roster = {n: a_candidate(int(n), group="13B" if int(n) % 2 else "13A") for n in sheet.rows}
    return slips_model(SheetView(sheet, a_centre(), a_series(), roster, NOON), group, REVIEW_BY)


def test_marks_and_absences_are_told_in_words() -> None:
    slips = the_slips_of(a_sheet({1002: Mark(45), 1004: Mark(0), 1006: ABSENT}))

    assert slips["outcome"] == "Mark"
    assert [slip["outcome"] for slip in slips["slips"]] == [
        "45 out of 70",
        "0 out of 70",
        "Absent: no work was submitted",
    ]


def test_grades_are_told_by_title() -> None:
    sheet = a_sheet({1002: Grade("D"), 1004: ABSENT}, assessment=an_assessment(GradeScale({"D": "Distinction"})))
    slips = the_slips_of(sheet)

    assert slips["outcome"] == "Grade"
    assert [slip["outcome"] for slip in slips["slips"]] == ["Distinction", "Absent: no work was submitted"]


@pytest.mark.parametrize(
    ("group", "told"),
    [(None, ["1002", "1004", "1001", "1003"]), ("13A", ["1002", "1004"]), ("13B", ["1001", "1003"]), ("13C", [])],
)
def test_whoever_has_an_outcome_is_told_group_by_group_and_nobody_else(group: str | None, told: list[str]) -> None:
    sheet = a_sheet({1001: Mark(1), 1002: ABSENT, 1003: Mark(3), 1004: Mark(4), 1005: None, 1006: None})

    assert [slip["number"] for slip in the_slips_of(sheet, group)["slips"]] == told


def test_a_slip_says_until_when_a_review_may_be_asked_for() -> None:
    assert the_slips_of(a_sheet())["review_by"] == "3 May 2027"


def test_slips_of_other_groups_dates_and_the_whole_sheet_are_told_apart_in_letters_any_address_takes() -> None:
    slugs = {
        Slips(SHEET, 1, group, review_by).slug
        for group in (None, "all", "13A", "13/A", "أ")
        for review_by in (REVIEW_BY, date(2027, 5, 4))
    }

    assert len(slugs) == 10
    assert all(slug.isascii() and slug.replace("-", "").isalnum() for slug in slugs)
