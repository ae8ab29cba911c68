"""Shapes of the route for odd patterns of a sheet."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from centremark.domain.checks.sheet_patterns import SheetPattern
from centremark.handlers.api.schemas.shared import Out, SeriesOut


class AllEqualOut(Out):
    """Every candidate has the same mark."""

    code: Literal["all-marks-equal"]
    marks: int
    mark: int
    sentence: str


class MeanMovedOut(Out):
    """By how many percent of the maximum mark the mean is above an earlier series' mean; negative when below."""

    code: Literal["outside-earlier-series"]
    percent: float
    earlier: SeriesOut
    sentence: str


class OrderUnlikeOut(Out):
    """How many candidates also have a mark in an earlier series, and how well the orders agree (rank correlation)."""

    code: Literal["order-unlike-earlier-series"]
    candidates: int
    correlation: float
    earlier: SeriesOut
    sentence: str


class BoundaryOut(Out):
    """A grade and its lowest mark in an earlier series."""

    grade: str
    lowest: int


class BunchedOut(Out):
    """How many marks lie at these boundaries or one above, and how many one or two below.

    Chance gives a split like this at most once in `once_in` times.
    """

    code: Literal["bunched-at-boundaries"]
    boundaries: list[BoundaryOut]
    above: int
    below: int
    once_in: int
    sentence: str


SenseOut = Annotated[AllEqualOut | MeanMovedOut | OrderUnlikeOut | BunchedOut, Field(discriminator="code")]


class SensesOut(Out):
    """Odd patterns of a sheet's marks, if any; they block nothing."""

    senses: list[SenseOut]

    @classmethod
    def of(cls, found: Sequence[SheetPattern]) -> "SensesOut":
        return cls.model_validate({"senses": found}, from_attributes=True)
