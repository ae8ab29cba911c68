"""Dates and times in London, whose days count for deadlines, and as the field writes them."""

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from centremark.domain.shared.errors import DayPassed, Point

LONDON: Final = ZoneInfo("Europe/London")


def today(at: datetime) -> date:
    """The day in London at an instant."""
    return at.astimezone(LONDON).date()


def must_not_be_over(named: date, at: datetime, place: str) -> None:
    """Raise `DayPassed`, with the pointer, for a day before today."""
    if named < today(at):
        detail = f"{day(named)} has passed. Choose today or a later day."
        raise DayPassed(detail, (Point(place, DayPassed.code, detail),))


def end_of(day: date) -> datetime:
    """The last second of a day in London, which may have 23 or 25 hours."""
    return datetime.combine(day, time(23, 59, 59), LONDON).astimezone(UTC)


def day(of: date) -> str:
    """Write a date: 15 May 2027."""
    return f"{of.day} {of:%B %Y}"


def moment(at: datetime) -> str:
    """Write a date and time: 24 November 2026 at 10:42."""
    return f"{day(today(at))} at {at.astimezone(LONDON):%H:%M}"
