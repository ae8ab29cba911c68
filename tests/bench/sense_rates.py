"""How often sense checks speak of sheets without a cause, and of those with one: `python -m tests.bench.sense_rates`.

Conditions: marks from a normal distribution (mean 62 % of the maximum, deviation 18 %), from a skewed and from a flat
one; six boundaries; 1,000 sheets to a line, seed 5. "Nudged" sheets had every second mark one or two below a boundary
lifted to it. Two series without a cause are drawn alike; the same people's marks in two series correlate by 0.6.
"""

import random
import sys
from collections.abc import Callable, Sequence
from typing import Final

from centremark.domain.catalogue.catalogue import Series
from centremark.domain.checks.bunching import bunches
from centremark.domain.checks.sheet_patterns import MeanMoved, OrderUnlike, ScoredSheet, sheet_patterns
from centremark.domain.shared.identifiers import SeriesId, Uci
from infra.local.demo import OPENS

SHEETS: Final = 1000
SIZES: Final = (30, 60, 120, 300, 1000)
BOUNDARIES: Final = {
    40: {"A*": 34, "A": 30, "B": 26, "C": 22, "D": 18, "E": 14},
    70: {"A*": 58, "A": 51, "B": 44, "C": 37, "D": 31, "E": 25},
}
LOTS: Final = random.Random(5)  # noqa: S311  # the same classes every time, not a secret
SHAPES: Final[dict[str, Callable[[], float]]] = {
    "bell": lambda: LOTS.gauss(0.62, 0.18),
    "skewed": lambda: LOTS.betavariate(5, 2.2),
    "flat": LOTS.random,
}


def a_class(size: int, maximum: int, shape: Callable[[], float]) -> list[int]:
    """Marks given without a look at boundaries."""
    return [min(maximum, max(0, round(maximum * shape()))) for _ in range(size)]


def nudged(marks: Sequence[int], lows: Sequence[int]) -> list[int]:
    """The same marks with every second one of those just below a boundary lifted to it."""
    lifted = {low - step: low for low in lows for step in (1, 2)}
    return [lifted.get(mark, mark) if LOTS.random() < 0.5 else mark for mark in marks]


def bunching() -> None:
    """A line for each shape, maximum and size."""
    _say("shape   maximum  candidates  told of  told of when nudged")
    for name, shape in SHAPES.items():
        for maximum, boundaries in BOUNDARIES.items():
            lows = list(boundaries.values())
            for size in SIZES:
                classes = [a_class(size, maximum, shape) for _ in range(SHEETS)]
                plain = sum(bool(bunches(marks, maximum, boundaries)) for marks in classes)
                caught = sum(bool(bunches(nudged(marks, lows), maximum, boundaries)) for marks in classes)
                _say(f"{name:8}{maximum:7}{size:12}{plain / SHEETS:9.1%}{caught / SHEETS:21.1%}")


def beside_an_earlier_series() -> None:
    """A line for each size of class."""
    june = Series(SeriesId("2026-06"), "June 2026", OPENS, None)
    _say("\ncandidates  mean told of  mean told of when 0.15 higher  order told of")
    for size in (9, 16, 30, 60):
        counts = [0, 0, 0]
        for _ in range(SHEETS):
            before = [LOTS.gauss(0, 1) for _ in range(size)]
            after = [0.6 * old + 0.8 * LOTS.gauss(0, 1) for old in before]
            earlier = ScoredSheet(june, _out_of_70(before, 0.62), 70)
            now = sheet_patterns(ScoredSheet(june, _out_of_70(after, 0.62), 70), earlier)
            raised = sheet_patterns(ScoredSheet(june, _out_of_70(after, 0.77), 70), earlier)
            counts[0] += any(isinstance(one, MeanMoved) for one in now)
            counts[1] += any(isinstance(one, MeanMoved) for one in raised)
            counts[2] += any(isinstance(one, OrderUnlike) for one in now)
        mean, raised_mean, order = (count / SHEETS for count in counts)
        _say(f"{size:10}{mean:14.1%}{raised_mean:31.1%}{order:15.1%}")


def _out_of_70(normal: Sequence[float], mean: float) -> dict[Uci, int]:
    marks = (min(70, max(0, round(70 * (mean + 0.18 * place)))) for place in normal)
    return {_uci(place): mark for place, mark in enumerate(marks)}


def _uci(place: int) -> Uci:
    body = f"64235026{place:04d}"
    return Uci(body + Uci.check_character(body))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    bunching()
    beside_an_earlier_series()
