from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from centremark.domain.catalogue.circumstances import Circumstance
from centremark.domain.entries.add import add_entries
from centremark.domain.prints.kinds import Slips
from centremark.domain.shared.attribution import Attribution
from centremark.domain.shared.identifiers import CandidateNumber, SeriesId
from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.moderation import ModerationOutcome
from centremark.domain.sheet.row import Carried, ExplainedZero, Row, ZeroReason
from centremark.usecases.prints.slips_model import slips_model
from centremark.usecases.sheet.read_sheets import SheetView
from tests.support.builders import (
    MODERATOR,
    NOON,
    SHEET,
    a_candidate,
    a_centre,
    a_moderation,
    a_series,
    a_sheet,
    a_submitted_sheet,
    an_assessment,
    by_criteria,
)
from tests.support.entering import ENTERED

REVIEW_BY = date(2027, 5, 3)
ONE = CandidateNumber("1001")


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


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(ABSENT, circumstance=Circumstance("L", "flood")), "Lost work: your centre has told the exam board"),
        (Row(ABSENT, circumstance=Circumstance("S", "ill")), "Absent: no work was submitted"),
        (
            Row(Mark(0), zero=ExplainedZero(ZeroReason.NOT_AUTHENTICATED, "u1")),
            "0 out of 70: the work could not be confirmed as your own",
        ),
        (Row(Mark(0), zero=ExplainedZero(ZeroReason.WORTH_NOTHING, "u1")), "0 out of 70: the work earned no marks"),
    ],
)
def test_a_slip_says_why_there_is_no_mark_and_not_absent_where_work_was_lost(row: Row, said: str) -> None:
    sheet = a_sheet({1002: Mark(45)})

    [slip] = the_slips_of(replace(sheet, rows={CandidateNumber("1002"): row}))["slips"]

    assert slip["outcome"] == said


def test_a_slip_has_the_marks_of_criteria_that_the_mark_is_the_sum_of() -> None:
    sheet = a_sheet({1002: Mark(45), 1004: Mark(9)}, assessment=by_criteria())
    rows = {**sheet.rows, CandidateNumber("1002"): replace(sheet.rows[CandidateNumber("1002")], criteria=(8, 12, 25))}

    slips = the_slips_of(replace(sheet, rows=rows))

    assert [slip["criteria"] for slip in slips["slips"]] == [
        "A01\u00a08\u00a0of\u00a010, A02\u00a012\u00a0of\u00a015, A03\u00a025\u00a0of\u00a045",
        "",
    ]


def test_grades_are_told_by_title() -> None:
    sheet = a_sheet({1002: Grade("D"), 1004: ABSENT}, assessment=an_assessment(GradeScale({"D": "Distinction"})))
    slips = the_slips_of(sheet)

    assert slips["outcome"] == "Grade"
    assert slips["afterwards"].startswith("This is the grade your centre gave.")
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


SENT = "The centre sent this to the exam board by 20 April 2027. It is too late to request a review of marking."
CARRIED = "The exam board carried this forward from an earlier series, so the centre does not review it."


@pytest.mark.parametrize(
    ("sheet", "settled"),
    [
        (a_sheet({1001: Mark(1)}), [""]),
        (a_submitted_sheet({1001: Mark(1)}), [SENT]),
        (
            replace(
                a_sheet({1002: Mark(1), 1004: Mark(2)}),
                submission=a_submitted_sheet().submission,
                late=frozenset({CandidateNumber("1004")}),
            ),
            [SENT, ""],
        ),
        (
            add_entries(
                a_sheet({}), [CandidateNumber("1001")], ENTERED, carried={ONE: Carried(Mark(9), SeriesId("2026-06"))}
            )[0],
            [CARRIED],
        ),
    ],
)
def test_a_slip_offers_a_review_only_before_its_mark_is_sent(sheet: MarkSheet, settled: list[str]) -> None:
    assert [slip["settled"] for slip in the_slips_of(sheet)["slips"]] == settled


def test_a_slip_says_that_the_board_may_change_a_mark_until_the_outcome_is_released() -> None:
    outcome = ModerationOutcome((), Attribution(MODERATOR, NOON), NOON)
    released = replace(a_submitted_sheet(), moderation=a_moderation(outcome=outcome))
    kept_back = replace(
        released, moderation=a_moderation(outcome=replace(outcome, release_at=NOON + timedelta(days=1)))
    )

    assert the_slips_of(released)["afterwards"].endswith(
        "has moderated the work of your centre and may have changed it."
    )
    for sheet in (a_sheet(), a_submitted_sheet(), kept_back):
        assert the_slips_of(sheet)["afterwards"].endswith("moderates the work of every centre and may change it.")


def test_slips_of_other_groups_dates_and_the_whole_sheet_are_told_apart_in_letters_any_address_takes() -> None:
    slugs = {
        Slips(SHEET, 1, group, review_by).slug
        for group in (None, "all", "13A", "13/A", "أ")
        for review_by in (REVIEW_BY, date(2027, 5, 4))
    }

    assert len(slugs) == 10
    assert all(slug.isascii() and slug.replace("-", "").isalnum() for slug in slugs)
