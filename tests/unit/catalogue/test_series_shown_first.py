"""Which series a person lands on: the one that takes marks now, open or not the one whose work is there."""

from datetime import UTC, datetime

import pytest

from centremark.domain.catalogue.catalogue import Series, shown_first
from centremark.domain.shared.identifiers import SeriesId


def a_series(id_: str, opens: str, closes: str | None) -> Series:
    return Series(SeriesId(id_), id_, instant(opens), instant(closes) if closes else None)


def instant(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


JUNE_26 = a_series("2026-06", "2025-09-01", "2026-07-31")
NOVEMBER_26 = a_series("2026-11", "2026-09-15", "2026-12-15")
JUNE_27 = a_series("2027-06", "2026-12-01", "2027-07-31")
JUNE_28 = a_series("2028-06", "2027-09-01", "2028-07-31")
ENDLESS = a_series("2025-06", "2024-09-01", None)


@pytest.mark.parametrize(
    ("series", "at", "first"),
    [
        ([JUNE_28, JUNE_27], "2027-05-01", ["2027-06"]),
        ([JUNE_28, JUNE_27], "2027-08-15", ["2027-06"]),
        ([JUNE_28, JUNE_27], "2027-09-01", ["2028-06"]),
        ([JUNE_28, JUNE_27, JUNE_26], "2026-08-15", ["2026-06"]),
        ([JUNE_28, JUNE_27], "2026-08-15", ["2027-06"]),
        ([JUNE_27, NOVEMBER_26], "2026-12-10", ["2026-11", "2027-06"]),
        ([JUNE_27, ENDLESS], "2027-05-01", ["2027-06", "2025-06"]),
        ([], "2027-05-01", []),
    ],
)
def test_a_person_lands_on_the_series_that_takes_marks_or_whose_marks_are_with_the_board(
    series: list[Series], at: str, first: list[str]
) -> None:
    assert [one.id for one in shown_first(series, instant(at))] == first
