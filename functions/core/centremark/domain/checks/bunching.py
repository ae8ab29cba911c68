"""Whether more marks lie at or just above a grade's lowest mark than just below it, beyond what chance gives.

Ofqual found such bunching in the controlled assessment of GCSE English 2012, where teachers knew the boundary of an
earlier series. We count the marks within two below a boundary and within two from it upwards. Each of those falls on
the upper side as often as a bell curve with the sheet's own mean and spread says, or half the time where that is more:
without the curve, the plain slope of a large sheet looks like bunching. The probability of that many on the upper side
is then binomial and exact. The allowance for chance is divided among all boundaries looked at, so a sheet without
bunching is flagged less than once in a hundred times, whatever its size; `tests/bench/sense_rates.py` measures it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import comb, exp, log
from statistics import NormalDist, fmean, pstdev
from typing import ClassVar, Final, Literal

from centremark.domain.checks.candidate_queries import ENOUGH_MARKS

NEAR: Final = 2
"""How many marks on either side of a boundary are near it."""
CHANCE: Final = 0.01
"""What chance alone may give of sheets that are spoken of."""
MOST_TIMES: Final = 1_000_000
"""Rarer than once in so many is not told apart."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A grade and its lowest mark."""

    grade: str
    lowest: int


@dataclass(frozen=True, slots=True)
class Bunched:
    """How many marks lie on each side of some boundaries, and how rarely chance gives that."""

    code: ClassVar[Literal["bunched-at-boundaries"]] = "bunched-at-boundaries"
    boundaries: tuple[Boundary, ...]
    above: int
    below: int
    once_in: int

    @property
    def sentence(self) -> str:
        """The finding as a sentence for people."""
        chance = f"A split like this happens by chance at most once in {self.once_in:,} times."
        first, *others = self.boundaries
        if others:
            return (
                f"{self.above} marks are at, or 1 above, the lowest mark for a grade in an earlier series, but only "
                f"{self.below} within 2 marks below it. {chance}"
            )
        low = first.lowest
        return (
            f"{self.above} marks of {low} or {low + 1}, but only {self.below} of {low - 2} or {low - 1}. In "
            f"an earlier series {low} was the lowest mark for grade {first.grade}. {chance}"
        )


def bunches(marks: Sequence[int], maximum: int, boundaries: Mapping[str, int]) -> Sequence[Bunched]:
    """Find where marks bunch: at single boundaries, or else at all of them together.

    A boundary with fewer than two possible marks on either side of it is left out.
    """
    near = tuple(Boundary(grade, low) for grade, low in boundaries.items() if NEAR <= low <= maximum + 1 - NEAR)
    if len(marks) < ENOUGH_MARKS or len(set(marks)) == 1:
        return []
    curve = NormalDist(fmean(marks), pstdev(marks))
    tries = len(near) + 1
    single = [found for boundary in near if (found := _bunched(marks, curve, (boundary,), tries))]
    together = None if single else _bunched(marks, curve, near, tries)
    return [together] if together else single


def _bunched(marks: Sequence[int], curve: NormalDist, at: tuple[Boundary, ...], tries: int) -> Bunched | None:
    upper = {boundary.lowest + step for boundary in at for step in range(NEAR)}
    lower = {boundary.lowest - step for boundary in at for step in range(1, NEAR + 1)} - upper
    above, below = sum(mark in upper for mark in marks), sum(mark in lower for mark in marks)
    if above + below < ENOUGH_MARKS:
        return None
    chance = _at_least(above, above + below, _upper_share(curve, upper, lower))
    return Bunched(at, above, below, round(1 / max(chance, 1 / MOST_TIMES))) if chance * tries < CHANCE else None


def _upper_share(curve: NormalDist, upper: Collection[int], lower: Collection[int]) -> float:
    """The share of the marks near a boundary that falls on its upper side when there is no bunching."""
    up, down = (sum(curve.cdf(mark + 0.5) - curve.cdf(mark - 0.5) for mark in side) for side in (upper, lower))
    return max(0.5, up / (up + down)) if up + down else 0.5


def _at_least(successes: int, trials: int, share: float) -> float:
    """The binomial probability of at least so many; in logarithms, as a large class's coefficients overflow a float."""
    if share >= 1:
        return 1
    return sum(
        exp(log(comb(trials, k)) + k * log(share) + (trials - k) * log(1 - share)) for k in range(successes, trials + 1)
    )
