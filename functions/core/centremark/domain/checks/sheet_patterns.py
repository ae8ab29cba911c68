"""Odd patterns across a whole sheet, for whoever reviews it and for the board; none blocks submitting.

Each is a sentence with its figures. Queries about single candidates are in candidate_queries.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import atanh, tanh
from statistics import NormalDist, fmean, variance
from typing import ClassVar, Final, Literal

from centremark.domain.catalogue.catalogue import Series
from centremark.domain.checks.bunching import CHANCE, Bunched, bunches
from centremark.domain.checks.candidate_queries import ENOUGH_MARKS
from centremark.domain.shared.identifiers import Uci

FAR_SHARE: Final = 0.1
"""A mean that moved by more than this share of the maximum is worth a look."""
SURE: Final = 3
"""How many standard errors a mean has to move as well: the means of two classes of nine often lie a tenth apart."""
LOW_AGREEMENT: Final = 0.3
"""Below this rank correlation two orders of the same people hardly agree."""
USUAL_AGREEMENT: Final = 0.6
"""How two series' orders of the same people usually correlate; a small class strays far from it by chance alone."""


@dataclass(frozen=True, slots=True)
class AllEqual:
    """Every candidate has the same mark."""

    code: ClassVar[Literal["all-marks-equal"]] = "all-marks-equal"
    marks: int
    mark: int

    @property
    def sentence(self) -> str:
        """The finding as a sentence for people."""
        return f"All {self.marks} marks are {self.mark}."


@dataclass(frozen=True, slots=True)
class MeanMoved:
    """The mean is above an earlier series' by this many percent of the maximum mark, or below it when negative."""

    code: ClassVar[Literal["outside-earlier-series"]] = "outside-earlier-series"
    percent: float
    earlier: Series

    @property
    def sentence(self) -> str:
        """The finding as a sentence for people."""
        direction = "higher" if self.percent > 0 else "lower"
        return f"The mean is {abs(self.percent)} % of the maximum mark {direction} than in {self.earlier.title}."


@dataclass(frozen=True, slots=True)
class OrderUnlike:
    """Candidates who also have a mark in an earlier series are ranked differently there."""

    code: ClassVar[Literal["order-unlike-earlier-series"]] = "order-unlike-earlier-series"
    candidates: int
    correlation: float
    earlier: Series

    @property
    def sentence(self) -> str:
        """The finding as a sentence for people."""
        return (
            f"{self.candidates} candidates also have a mark in {self.earlier.title}, and their order there is very "
            f"different (rank correlation {self.correlation})."
        )


SheetPattern = AllEqual | MeanMoved | OrderUnlike | Bunched
"""One oddity: its code, its figures, and a sentence that says both."""


@dataclass(frozen=True, slots=True)
class ScoredSheet:
    """The marks of a sheet by UCI, which stays the same from series to series, and the maximum mark.

    `boundaries` are the lowest marks of grades, as the board set them in an earlier series.
    """

    series: Series
    marks: Mapping[Uci, int]
    maximum: int
    boundaries: Mapping[str, int] = field(default_factory=dict[str, int])


def sheet_patterns(now: ScoredSheet, earlier: ScoredSheet | None) -> Sequence[SheetPattern]:
    """Find odd patterns in a sheet's marks, alone and compared with the centre's own in an earlier series."""
    bunched = bunches(tuple(now.marks.values()), now.maximum, now.boundaries)
    return [*_equal(now), *bunched, *(_beside(now, earlier) if earlier else ())]


def _equal(now: ScoredSheet) -> Iterator[SheetPattern]:
    different = set(now.marks.values())
    if len(now.marks) >= ENOUGH_MARKS and len(different) == 1:
        [mark] = different
        yield AllEqual(len(now.marks), mark)


def _beside(now: ScoredSheet, earlier: ScoredSheet) -> Iterator[SheetPattern]:
    if min(len(now.marks), len(earlier.marks)) >= ENOUGH_MARKS:
        ours, theirs = _shares(now), _shares(earlier)
        moved = fmean(ours) - fmean(theirs)
        error = (variance(ours) / len(ours) + variance(theirs) / len(theirs)) ** 0.5
        if abs(moved) > max(FAR_SHARE, SURE * error):
            yield MeanMoved(round(100 * moved, 1), earlier.series)
    both = sorted(now.marks.keys() & earlier.marks.keys())
    if len(both) >= ENOUGH_MARKS:
        agreement = _rank_correlation([now.marks[uci] for uci in both], [earlier.marks[uci] for uci in both])
        if agreement is not None and agreement < _low_agreement(len(both)):
            yield OrderUnlike(len(both), agreement, earlier.series)


def _low_agreement(candidates: int) -> float:
    """The rank correlation below which one class in a hundred of this size falls (Fisher's z), if that is lower."""
    by_chance = tanh(atanh(USUAL_AGREEMENT) + NormalDist().inv_cdf(CHANCE) / (candidates - 3) ** 0.5)
    return min(LOW_AGREEMENT, by_chance)


def _shares(marked: ScoredSheet) -> Sequence[float]:
    return [mark / marked.maximum for mark in marked.marks.values()]


def _rank_correlation(ones: Sequence[int], others: Sequence[int]) -> float | None:
    """Spearman's rank correlation; ties get their mean rank. None when all marks on one side are equal."""
    first, second = _ranks(ones), _ranks(others)
    centre = fmean(first)
    spread = sum((rank - centre) ** 2 for rank in first) * sum((rank - centre) ** 2 for rank in second)
    if not spread:
        return None
    together = sum((one - centre) * (other - centre) for one, other in zip(first, second, strict=True))
    return round(together / spread**0.5, 2)


def _ranks(marks: Sequence[int]) -> Sequence[float]:
    ordered = sorted(marks)
    return [ordered.index(mark) + (ordered.count(mark) - 1) / 2 for mark in marks]
