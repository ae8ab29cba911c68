"""Figures about a sheet's marks, for the person about to submit them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from centremark.domain.shared.outcomes import ABSENT, Grade, GradeScale, Mark, MarkScale, Scale
from centremark.domain.sheet.mark_sheet import MarkSheet
from centremark.domain.sheet.row import ZeroReason

BANDS = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a sheet's outcomes.

    `carried` counts marks carried forward, which are also in the other figures; `circumstances` counts candidates by
    code, and `zeros` the marks of 0 by their reason, where they have one. The highest, lowest and mean mark (to one
    decimal place) leave absent candidates out; `distribution` is label and count in the scale's order.
    """

    absent: int
    carried: int
    circumstances: Mapping[str, int]
    zero: int
    zeros: Mapping[ZeroReason, int]
    highest: int | None
    lowest: int | None
    mean: float | None
    distribution: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, sheet: MarkSheet) -> "Summary":
        """Count a sheet's outcomes."""
        outcomes = [row.outcome for row in sheet.rows.values()]
        marks = [outcome.value for outcome in outcomes if isinstance(outcome, Mark)]
        grades = [outcome.letter for outcome in outcomes if isinstance(outcome, Grade)]
        reasons = Counter(row.zero.reason for row in sheet.rows.values() if row.zero)
        codes = [row.circumstance.code for row in sheet.rows.values() if row.circumstance]
        return cls(
            absent=outcomes.count(ABSENT),
            carried=sum(row.carried is not None for row in sheet.rows.values()),
            circumstances={code: codes.count(code) for code in sheet.assessment.circumstances if code in codes},
            zero=marks.count(0),
            zeros={reason: reasons[reason] for reason in ZeroReason if reasons[reason]},
            highest=max(marks, default=None),
            lowest=min(marks, default=None),
            mean=round(sum(marks) / len(marks), 1) if marks else None,
            distribution=_distribution(sheet.assessment.scale, marks, grades),
        )


def _distribution(scale: Scale, marks: list[int], grades: list[str]) -> tuple[tuple[str, int], ...]:
    """Count grades by title, or marks in at most ten bands of equal width from 0 to the maximum."""
    match scale:
        case GradeScale(titles):
            counts = Counter(grades)
            return tuple((title, counts[letter]) for letter, title in titles.items())
        case MarkScale(maximum):
            width = maximum // BANDS + 1
            bands = Counter(mark // width for mark in marks)
            return tuple(
                (f"{low} to {min(low + width - 1, maximum)}", bands[low // width])
                for low in range(0, maximum + 1, width)
            )
