from datetime import UTC, datetime
from typing import Any

import pytest

from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.usecases.prints.report_model import report_model
from centremark.usecases.shared.london import day, moment, today
from centremark.usecases.sheet.read_sheets import SheetView
from tests.support.builders import (
    AGREED,
    DEADLINE,
    NOON,
    OFFICER,
    a_candidate,
    a_centre,
    a_series,
    a_sheet,
    an_assessment,
)


def the_report_of(sheet: MarkSheet) -> dict[str, Any]:
    roster = {number: a_candidate(int(number)) for number in sheet.rows}
    return report_model(SheetView(sheet, a_centre(), a_series(), roster, NOON))


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "28 March 2027 at 00:59"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "28 March 2027 at 02:00"),
        (datetime(2027, 10, 31, 0, 59, tzinfo=UTC), "31 October 2027 at 01:59"),
        (datetime(2027, 10, 31, 1, 0, tzinfo=UTC), "31 October 2027 at 01:00"),
    ],
)
def test_times_are_londons_across_both_clock_changes(instant: datetime, words: str) -> None:
    assert moment(instant) == words


def test_a_deadline_at_the_end_of_a_london_day_is_that_day() -> None:
    assert day(today(DEADLINE)) == "15 May 2027"


def test_outcomes_are_printed_in_words() -> None:
    report = the_report_of(a_sheet({1001: Mark(0), 1002: ABSENT, 1003: None}))

    assert [row["outcome"] for row in report["rows"]] == ["0", "Absent", ""]


def test_grades_are_printed_by_title() -> None:
    scale = GradeScale({"D": "Distinction"})
    report = the_report_of(a_sheet({1001: Grade("D")}, assessment=an_assessment(scale)))

    assert (report["columns"], report["rows"][0]["outcome"]) == ("Grade", "Distinction")


def test_a_sheet_that_is_not_submitted_is_a_draft_without_a_reference() -> None:
    report = the_report_of(a_sheet())

    assert (report["draft"], report["reference"], report["submitted"]) == (True, "", "")


def test_a_submitted_sheet_says_who_when_and_whether_late() -> None:
    submitted, _ = a_sheet({1001: Mark(1)}, checked=True).submit(
        AGREED, OFFICER, datetime(2027, 5, 16, 9, 0, tzinfo=UTC)
    )
    report = the_report_of(submitted)

    assert (report["draft"], report["late"]) == (False, True)
    assert report["submitted"] == "16 May 2027 at 10:00 by Owen Reid"
    assert submitted.submission
    assert report["sha256"] == submitted.submission.sha256
