"""Where a table's headings stand and which column is what: by the words, or by what a person says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from centremark.adapters.files.cells import Cell, TableRow
from centremark.adapters.files.vocabulary import TEMPLATE, meaning_of
from centremark.domain.columns import Column, ColumnSeen, TableSeen
from centremark.domain.marks_file import SHOWN, Fault, FaultCode, FileRefused

HEADINGS_WITHIN: Final = 30
"""How many rows may stand above the headings: a title, the class, the teacher."""
SAMPLES: Final = 5
NEEDED: Final = frozenset({Column.CANDIDATE, Column.MARK})


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand, and the place of each column, from 0; `fault` where too little of it is certain."""

    columns: Mapping[Column, int]
    seen: TableSeen
    fault: Fault | None = None

    @property
    def row(self) -> int:
        """The row of headings; what is read stands below it."""
        return self.seen.row

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings of columns that are not read."""
        read = set(self.columns.values())
        return tuple(c.heading[:SHOWN] for c in self.seen.columns if c.heading and c.place not in read)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """How much like a table of marks this is, to choose between sheets or separators."""
        return self.fault is None, len(self.columns), len(self.seen.columns)

    def must_be_clear(self) -> None:
        """Raise `FileRefused`, with the table, unless the columns that are needed are known."""
        if self.fault:
            raise FileRefused(self.fault, self.seen)

    def cell(self, row: TableRow, column: Column) -> Cell:
        """A row's cell in a column; empty where the file has no such column."""
        place = self.columns.get(column)
        return row.cells[place] if place is not None and place < len(row.cells) else Cell()

    def shows(self, row: TableRow) -> bool:
        """Whether a row has anything in the columns that are read."""
        return any(self.cell(row, column).filled for column in (Column.CANDIDATE, Column.MARK, Column.ABSENT))


def headings_in(rows: Iterable[TableRow], chosen: Mapping[int, Column] | None = None) -> Headings:
    """Find the headings among a table's first rows; what a person has `chosen` for a column wins over its heading."""
    first = list(islice(rows, HEADINGS_WITHIN))
    head = _head(first)
    below = [row for row in first if row.number > head.number]
    roles = _roles(head.cells, chosen or {})
    width = max(len(row.cells) for row in (head, *below))
    seen = TableSeen(head.number, tuple(_seen(place, head.cells, roles, below) for place in range(width)))
    columns, fault = _settled(seen)
    return Headings(columns, seen, fault)


def _head(rows: Sequence[TableRow]) -> TableRow:
    """The row that is most of a heading; else the first that could be one, for a person to say; else an empty row."""
    best = max(rows, key=_known, default=TableRow(0, ()))
    if _known(best) > 1:
        return best
    return next((row for row in rows if _could_be_headings(row)), TableRow(0, ()))


def _could_be_headings(row: TableRow) -> bool:
    filled = [cell.text for cell in row.cells if cell.text]
    return len(filled) > 1 and not any(text.isdecimal() for text in filled)


def _known(row: TableRow) -> int:
    """How many different columns a row's cells are headings of."""
    return len({role for cell in row.cells if (role := meaning_of(cell.text))})


def _roles(cells: Sequence[Cell], chosen: Mapping[int, Column]) -> dict[int, Column]:
    taken = set(chosen.values()) - {Column.IGNORED}
    guessed = {place: role for place, cell in enumerate(cells) if (role := meaning_of(cell.text)) and role not in taken}
    return guessed | dict(chosen)


def _seen(place: int, head: Sequence[Cell], roles: Mapping[int, Column], below: Sequence[TableRow]) -> ColumnSeen:
    heading = head[place].text if place < len(head) else ""
    filled = (row.cells[place].text for row in below if place < len(row.cells) and row.cells[place].text)
    return ColumnSeen(place, heading, roles.get(place), tuple(text[:SHOWN] for text in islice(filled, SAMPLES)))


def _settled(seen: TableSeen) -> tuple[dict[Column, int], Fault | None]:
    """The place of each column, and why they cannot be read."""
    columns: dict[Column, int] = {}
    for column in seen.columns:
        role = column.role
        if role is None or role is Column.IGNORED:
            continue
        if role in columns:
            names = f"'{seen.columns[columns[role]].heading[:SHOWN]}' and '{column.heading[:SHOWN]}'"
            problem = f"Both {names} could be the {TEMPLATE[role].lower()}."
            return columns, Fault(seen.row or 1, FaultCode.HEADINGS_UNCLEAR, problem, role)
        columns[role] = column.place
    if not columns.keys() >= NEEDED:
        return columns, Fault(seen.row or 1, FaultCode.HEADINGS_MISSING, _lacking(seen))
    return columns, None


def _lacking(seen: TableSeen) -> str:
    headings = [f"'{column.heading[:SHOWN]}'" for column in seen.columns if column.heading]
    if not headings:
        return "No row has the headings Candidate number and Mark."
    return (
        f"The headings in row {seen.row} are {', '.join(headings)}: which column is the mark, or whose, is not known."
    )
