"""A table's rows and cells as they show, whatever file they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.files.faults import FaultCode


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it shows; `fault` where what it shows cannot be told."""

    text: str = ""
    fault: FaultCode | None = None
    problem: str = ""

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text or self.fault)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the file, from 1; `fault` stops the whole row if anything stands in it."""

    number: int
    cells: Sequence[Cell]
    fault: FaultCode | None = None
    problem: str = ""

    @property
    def first(self) -> str:
        """What the row begins with."""
        return next((cell.text for cell in self.cells if cell.text), "")
