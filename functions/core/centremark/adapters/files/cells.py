"""A table's rows and cells as a person sees them, whatever file they are in."""

from collections.abc import Sequence
from dataclasses import dataclass

from centremark.domain.files.faults import FaultCode


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as a person sees it; `fault` where that is uncertain."""

    text: str = ""
    fault: FaultCode | None = None
    problem: str = ""

    @property
    def filled(self) -> bool:
        """Whether the cell has anything in it."""
        return bool(self.text or self.fault)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its number in the file, from 1; `fault` makes the whole row unusable if it has anything in it."""

    number: int
    cells: Sequence[Cell]
    fault: FaultCode | None = None
    problem: str = ""

    @property
    def first(self) -> str:
        """The row's first cell."""
        return next((cell.text for cell in self.cells if cell.text), "")
