"""Shapes of the route that says what is odd about a sheet's marks."""

from collections.abc import Sequence

from centremark.domain.sense import Sense, SenseCode
from centremark.handlers.schema import Out


class SenseOut(Out):
    """One oddity, which stops nothing.

    `figure` is the one mark that all have, by how many percent of the maximum the mean moved, or the rank correlation.
    """

    code: SenseCode
    figure: float
    sentence: str


class SensesOut(Out):
    """What is odd about a sheet's marks as a whole, if anything."""

    senses: list[SenseOut]

    @classmethod
    def of(cls, found: Sequence[Sense]) -> "SensesOut":
        """Write them."""
        return cls(senses=[SenseOut.model_validate(sense) for sense in found])
