"""Our own calendar against one that many keep up, and what it is for."""

from datetime import date, timedelta

import holidays
import pytest

from centremark.domain.shared.working_days import bank_holidays, due_after, is_working_day

ONE_YEARS_OWN = {date(2020, 5, 4), date(2020, 5, 8), date(2022, 5, 30), date(2022, 6, 2), date(2022, 6, 3)} | {
    *(date(2022, 9, 19), date(2023, 5, 8)),
}
"""Proclaimed for one year or moved for it, before this service was."""


@pytest.mark.parametrize("year", range(2020, 2061))
def test_bank_holidays_are_those_of_a_calendar_that_is_kept_up(year: int) -> None:
    kept = {day for day in holidays.country_holidays("GB", subdiv="ENG", years=year) if day.weekday() < 5}

    assert bank_holidays(year) - ONE_YEARS_OWN == kept - ONE_YEARS_OWN


@pytest.mark.parametrize(
    ("day", "days", "due"),
    [
        (date(2027, 5, 17), 3, date(2027, 5, 20)),
        (date(2027, 5, 14), 3, date(2027, 5, 19)),
        (date(2027, 5, 15), 1, date(2027, 5, 17)),
        (date(2027, 5, 27), 3, date(2027, 6, 2)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),
        (date(2027, 12, 24), 1, date(2027, 12, 29)),
        (date(2027, 5, 17), 0, date(2027, 5, 17)),
    ],
)
def test_days_to_send_work_leave_out_weekends_and_bank_holidays(day: date, days: int, due: date) -> None:
    assert due_after(day, days) == due


def test_a_week_without_holidays_has_five_working_days() -> None:
    week = [date(2027, 6, 7) + timedelta(days=day) for day in range(7)]

    assert [is_working_day(day) for day in week] == [True] * 5 + [False] * 2
