"""Odd patterns of a whole sheet, for the person who reviews it and for the board; none stops anyone.

Each is a sentence with its figure. Queries about single candidates are in queries.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean
from typing import Final

from centremark.domain.queries import ENOUGH_MARKS
from centremark.domain.values import Uci

FAR_SHARE: Final = 0.1
"""A mean that moved by more than this share of the maximum is worth a look."""
LOW_AGREEMENT: Final = 0.3
"""Below this rank correlation two orders of the same people hardly agree."""


class SenseCode(StrEnum):
    """What is odd."""

    EQUAL = "all-marks-equal"
    EARLIER = "outside-earlier-series"
    ORDER = "order-unlike-earlier-series"


@dataclass(frozen=True, slots=True)
class Sense:
    """One oddity: its code, its figure, and a sentence that says both."""

    code: SenseCode
    figure: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a sheet by candidates' UCIs, which stay the same from series to series, out of a maximum."""

    title: str
    marks: Mapping[Uci, int]
    maximum: int


def sense(now: Marked, earlier: Marked | None) -> Sequence[Sense]:
    """What is odd about a sheet's marks, by themselves and beside the centre's own in an earlier series."""
    return [*_equal(now), *(_beside(now, earlier) if earlier else ())]


def _equal(now: Marked) -> Iterator[Sense]:
    different = set(now.marks.values())
    if len(now.marks) >= ENOUGH_MARKS and len(different) == 1:
        [mark] = different
        yield Sense(SenseCode.EQUAL, mark, f"All {len(now.marks)} marks are {mark}.")


def _beside(now: Marked, earlier: Marked) -> Iterator[Sense]:
    if min(len(now.marks), len(earlier.marks)) >= ENOUGH_MARKS:
        moved = mean(now.marks.values()) / now.maximum - mean(earlier.marks.values()) / earlier.maximum
        if abs(moved) > FAR_SHARE:
            percent = round(100 * moved, 1)
            direction = "higher" if moved > 0 else "lower"
            words = f"The mean is {abs(percent)} % of the maximum {direction} than in {earlier.title}."
            yield Sense(SenseCode.EARLIER, percent, words)
    both = sorted(now.marks.keys() & earlier.marks.keys())
    if len(both) >= ENOUGH_MARKS:
        agreement = _rank_correlation([now.marks[uci] for uci in both], [earlier.marks[uci] for uci in both])
        if agreement is not None and agreement < LOW_AGREEMENT:
            words = (
                f"{len(both)} candidates also have a mark in {earlier.title}, and their order there hardly agrees "
                f"(rank correlation {agreement})."
            )
            yield Sense(SenseCode.ORDER, agreement, words)


def _rank_correlation(ones: Sequence[int], others: Sequence[int]) -> float | None:
    """Spearman's, with ties at the mean of their places; None when one side is all ties."""
    first, second = _ranks(ones), _ranks(others)
    centre = mean(first)
    spread = sum((rank - centre) ** 2 for rank in first) * sum((rank - centre) ** 2 for rank in second)
    if not spread:
        return None
    together = sum((one - centre) * (other - centre) for one, other in zip(first, second, strict=True))
    return round(together / spread**0.5, 2)


def _ranks(marks: Sequence[int]) -> Sequence[float]:
    ordered = sorted(marks)
    return [ordered.index(mark) + (ordered.count(mark) - 1) / 2 for mark in marks]
