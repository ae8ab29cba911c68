"""Working days in England and Wales: Monday to Friday, without bank holidays.

Source: Banking and Financial Dealings Act 1971, Schedule 1, and the days that are proclaimed each year (New Year's Day,
the early May day, days in place of those that fall on a weekend). `PROCLAIMED` is for extra days of a single year.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

MONDAY, SATURDAY = 0, 5
DAY: Final = timedelta(days=1)
PROCLAIMED: Final[Mapping[int, frozenset[date]]] = {}
"""Bank holidays of one year only, as for a coronation: the operator's developer adds them when they are proclaimed."""


def due_after(day: date, working_days: int) -> date:
    """The working day that is this many working days after a day."""
    due = day
    for _ in range(working_days):
        due += DAY
        while not is_working_day(due):
            due += DAY
    return due


def is_working_day(day: date) -> bool:
    """Whether a day is neither a weekend nor a bank holiday."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year that fall on, or were moved to, a weekday."""
    easter = _easter(year)
    fixed = {
        easter - 2 * DAY,
        easter + DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    }
    return frozenset(fixed | _moved(date(year, 1, 1)) | _christmas(year)) | PROCLAIMED.get(year, frozenset())


def _moved(day: date) -> set[date]:
    return {day if day.weekday() < SATURDAY else _monday_from(day)}


def _christmas(year: int) -> set[date]:
    """Christmas and Boxing Day, moved to the next free weekdays when they fall on a weekend."""
    days: list[date] = []
    day = date(year, 12, 25)
    while len(days) < len(("Christmas Day", "Boxing Day")):
        if day.weekday() < SATURDAY:
            days.append(day)
        day += DAY
    return set(days)


def _monday_from(day: date) -> date:
    return day + (MONDAY - day.weekday()) % 7 * DAY


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
