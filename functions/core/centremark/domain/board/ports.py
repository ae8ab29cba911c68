"""Where the board sees every centre's sheets."""

from collections.abc import Sequence
from typing import Protocol

from centremark.domain.board.board_line import BoardLine
from centremark.domain.shared.identifiers import SeriesId


class Overview(Protocol):
    """Every centre's sheets, one line each."""

    def of_series(self, series: SeriesId) -> Sequence[BoardLine]:
        """The lines of a series, by assessment and centre, with the deadlines that the catalogue holds now."""
        ...
