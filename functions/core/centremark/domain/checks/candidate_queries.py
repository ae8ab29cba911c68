"""Questions about single candidates' marks that a careful colleague would ask; none blocks saving or submitting.

Each candidate has at most one query, the first that fits in the order of `QueryCode`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from centremark.domain.shared.identifiers import CandidateNumber
from centremark.domain.shared.outcomes import Mark, Outcome
from centremark.domain.sheet.row import Rows

FENCE: Final = 1.5
"""How many interquartile ranges beyond a quartile a mark is far away (Tukey, Exploratory Data Analysis, 1977)."""
ENOUGH_MARKS: Final = 8
"""With fewer marks no spread is worth telling."""
LONG_RUN: Final = 5
"""How many equal marks in a row look copied down rather than given."""


class QueryCode(StrEnum):
    """Kinds of query, in order of precedence."""

    ZERO = "zero-mark"
    FAR = "far-from-class"
    SAME = "same-as-neighbours"


@dataclass(frozen=True, slots=True)
class Query:
    """One question about one candidate's mark.

    `figure` is what the mark is compared with: the median of the sheet's marks when it is far from them, the number of
    equal marks in a row, or None for a zero.
    """

    candidate: CandidateNumber
    code: QueryCode
    figure: float | None = None


def queries(rows: Rows) -> Mapping[CandidateNumber, Query]:
    """The queries a sheet's marks raise, in order of candidate; grades, absences and carried marks raise none."""
    marks = [(candidate, row.outcome) for candidate, row in sorted(rows.items()) if not row.carried]
    asked = [*_runs(marks), *_far([(c, o.value) for c, o in marks if isinstance(o, Mark)])]
    asked += [Query(c, QueryCode.ZERO) for c, outcome in marks if outcome == Mark(0) and not rows[c].zero]
    found = {query.candidate: query for query in asked}
    return {candidate: found[candidate] for candidate, _ in marks if candidate in found}


def _runs(marks: Sequence[tuple[CandidateNumber, Outcome | None]]) -> Iterator[Query]:
    for outcome, run in groupby(marks, key=lambda mark: mark[1]):
        candidates = [candidate for candidate, _ in run]
        if isinstance(outcome, Mark) and len(candidates) >= LONG_RUN:
            yield from (Query(candidate, QueryCode.SAME, len(candidates)) for candidate in candidates)


def _far(marks: Sequence[tuple[CandidateNumber, int]]) -> Iterator[Query]:
    if len(marks) < ENOUGH_MARKS:
        return
    ordered = sorted(mark for _, mark in marks)
    low, median, high = (_quartile(ordered, number) for number in (1, 2, 3))
    reach = FENCE * (high - low)
    for candidate, mark in marks:
        if reach and not low - reach <= mark <= high + reach:
            yield Query(candidate, QueryCode.FAR, median)


def _quartile(ordered: Sequence[int], number: int) -> float:
    """The first, second (the median) or third quartile, between two marks as a spreadsheet's QUARTILE takes it."""
    place, quarters = divmod((len(ordered) - 1) * number, 4)
    if not quarters:
        return ordered[place]
    between = ordered[place] + (ordered[place + 1] - ordered[place]) * quarters / 4
    return int(between) if between.is_integer() else between
