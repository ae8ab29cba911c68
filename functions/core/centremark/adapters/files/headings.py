"""Finding a table's headings and the roles of its columns, by words and contents or as a person set them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile, zip_longest
from typing import Final

from centremark.adapters.files.cells import Cell, TableRow
from centremark.adapters.files.guesses import Rivals, guess
from centremark.adapters.files.lines import without_date
from centremark.adapters.files.vocabulary import TEMPLATE, is_maximum, is_total, meaning_of, normal
from centremark.domain.catalogue.criteria import MOST_MARKS
from centremark.domain.files.columns import Column, ColumnSeen, TableSeen
from centremark.domain.files.faults import SHOWN, Fault, FaultCode, FileRefused
from centremark.domain.files.marks_file import ABSENT_WORDS
from centremark.domain.shared.identifiers import Uci

HEADINGS_WITHIN: Final = 30
"""How many rows may stand above the headings: a title, the class, the teacher."""
LOOKED_AT: Final = 1_000
"""How many rows tell what a column is; a hostile file has millions."""
WIDEST: Final = 256
"""How many columns are looked at; what is filled beyond them stands under no heading."""
MOST_OTHERS: Final = 40
"""How many columns without a known role are kept in case they are of criteria."""
SAMPLES: Final = 5
WHOSE: Final = frozenset({"candidate", "person", "number", "uci", "surname", "forename", "name"})
RESULT: Final = frozenset({"mark", "grade", "outcome", "absent"})
NO_VALUE: Final[Mapping[Column, frozenset[str]]] = {
    Column.CANDIDATE: WHOSE,
    Column.UCI: WHOSE - {"number"},
    Column.NAME: frozenset({"name"}),
    Column.SURNAME: frozenset({"surname"}),
    Column.FORENAME: frozenset({"forename"}),
}
"""Words that a column of whose a mark is has as its heading alone, whatever stands beside them."""
ABSENCES: Final = ABSENT_WORDS - {"a"}
"""Words for absent that are not a class, a tier or a grade as well."""
ALIKE: Final = {"candidate": "number", "person": "number", "outcome": "mark"}
IDENTIFIES: Final = (
    frozenset({Column.CANDIDATE}),
    frozenset({Column.UCI}),
    frozenset({Column.NAME}),
    frozenset({Column.SURNAME, Column.FORENAME}),
)
"""Columns that together say whose a mark is: any one of these sets."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings, and the place of each column from 0; `fault` when too little is certain."""

    columns: Mapping[Column, int]
    seen: TableSeen
    words: tuple[str, ...] = ()
    """The row of headings, to know it where it is repeated."""
    fault: Fault | None = None
    covered: frozenset[int] = frozenset()
    """Places that a heading beside them is merged over."""
    others: tuple[int, ...] = ()
    """Places of columns that may be of criteria: with a heading, and no role that it gives."""

    @property
    def row(self) -> int:
        """The number of the row of headings; data is below it."""
        return self.seen.row

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings of columns that are not read."""
        read = set(self.columns.values())
        return tuple(c.heading[:SHOWN] for c in self.seen.columns if c.heading and c.place not in read)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """How much this looks like a table of marks, to choose between sheets or separators."""
        return self.fault is None, len(self.columns), len(self.seen.columns)

    @property
    def unmarked(self) -> Fault | None:
        """The fault of lacking nothing but a column of marks, where several others have marks as criteria do."""
        known = any(self.columns.keys() >= needed for needed in IDENTIFIES)
        lacks_marks = self.fault and self.fault.code is FaultCode.HEADINGS_MISSING and self.seen.row
        marks = [place for place in self.others if _may_be_a_criterion(self.seen.columns[place])]
        return self.fault if lacks_marks and known and len(marks) > 1 else None

    def must_be_clear(self) -> None:
        """Raise `FileRefused`, with the table, unless the columns that are needed are known, or may be."""
        if self.fault and not self.unmarked:
            raise FileRefused(self.fault, self.seen)

    def heading(self, column: Column) -> str:
        """The heading of a column; empty where the file has no such column."""
        place = self.columns.get(column)
        return "" if place is None else self.seen.columns[place].heading

    def cell(self, row: TableRow, column: Column) -> Cell:
        """A row's cell in a column; empty where the file has no such column."""
        place = self.columns.get(column)
        cell = row.cells[place] if place is not None and place < len(row.cells) else Cell()
        return without_date(cell) if column is Column.SERIES else cell

    def text(self, row: TableRow, *columns: Column) -> str:
        """The text of a row in some columns, joined."""
        return " ".join(text for column in columns if (text := self.cell(row, column).text))

    @property
    def are_words(self) -> bool:
        """Whether the headings name both whose a mark is and the mark, so that the row is not a candidate's."""
        meant = {meaning_of(column.heading) for column in self.seen.columns}
        return bool(meant & WHOSE and meant & RESULT)

    def are_repeated_in(self, row: TableRow) -> bool:
        """Whether a row repeats the headings, as at the top of a printed page."""
        return bool(self.words) and words_in(row.cells) == self.words

    def are_others_in(self, row: TableRow) -> bool:
        """Whether a row has the headings of another table, whose columns may be in another order."""
        if any(meaning_of(self.cell(row, column).text) in words for column, words in NO_VALUE.items()):
            return True
        return _are_headings(row)

    def are_like(self, row: TableRow) -> bool:
        """Whether a row's headings agree with these in the columns read, and wherever a mark or a candidate is."""
        cells = [*row.cells, *(Cell() for _ in self.seen.columns[len(row.cells) :])]
        both = zip(cells, self.seen.columns, strict=False)
        return all(_says(cell.text, column) == _says(column.heading, column) for cell, column in both)

    def absence_beside(self, row: TableRow) -> str:
        """The word for absent in a column without a role, such as a Status, if there is one."""
        unread = {column.place for column in self.seen.columns if column.role is None}
        said = (cell.text for place, cell in enumerate(row.cells) if place in unread)
        return next((text for text in said if text.casefold() in ABSENCES), "")

    def outside(self, row: TableRow) -> Cell | None:
        """The first filled cell of a row outside the columns: beyond the headings, or where there is none."""
        headed = {column.place for column in self.seen.columns if column.heading or column.role or not self.row}
        named = headed | self.covered
        return next((cell for place, cell in enumerate(row.cells) if cell.filled and place not in named), None)


def _may_be_a_criterion(column: ColumnSeen) -> bool:
    small = all(text.isdecimal() and int(text) <= MOST_MARKS for text in column.samples)
    return meaning_of(column.heading) is None and small


def _says(heading: str, column: ColumnSeen) -> str:
    """What a heading says about its column, as far as reading depends on it."""
    meaning = meaning_of(heading)
    if meaning in WHOSE | RESULT:
        return ALIKE.get(meaning, meaning)
    return "" if column.role in {None, Column.IGNORED} else normal(heading)


def headings_in(rows: Iterable[TableRow], chosen: Mapping[int, Column] | None = None) -> Headings:
    """Find a table's headings; the role a person has `chosen` overrides heading and contents."""
    table = [TableRow(row.number, row.cells[:WIDEST]) for row in islice(rows, LOOKED_AT)]
    head = _with_second(_head(table), table)
    below = [row for row in table if row.number > head.number]
    width = max(len(row.cells) for row in (head, *below))
    headings = [cell.text for cell in head.cells] + [""] * (width - len(head.cells))
    under = takewhile(lambda row: not _are_headings(row), below)
    contents = _contents((row for row in under if not is_total(row.first)), width)
    roles, rivals = guess(headings, contents, chosen or {})
    seen = TableSeen(
        head.number,
        tuple(
            ColumnSeen(place, heading, roles.get(place), _samples(contents[place]))
            for place, heading in enumerate(headings)
        ),
    )
    columns = {role: place for place, role in roles.items() if role not in {Column.IGNORED, Column.CRITERION}}
    others = [c.place for c in seen.columns if c.heading and c.role in {None, Column.CRITERION}][:MOST_OTHERS]
    fault = _fault(seen, columns, rivals)
    return Headings(columns, seen, words_in(head.cells), fault, others=tuple(others))


def _are_headings(row: TableRow) -> bool:
    """Whether a row names both whose a mark is and the mark, and has no number in it."""
    meant = [meaning_of(cell.text) for cell in row.cells if cell.filled]
    whose = WHOSE if all(meant) else WHOSE - {"number"}
    return not _has_number(row) and bool(whose.intersection(meant) and (RESULT - {"absent"}).intersection(meant))


def _contents(rows: Iterable[TableRow], width: int) -> list[list[str]]:
    """The contents of each column."""
    contents: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for column, cell in zip(contents, row.cells, strict=False):
            column.append(cell.text)
    return contents


def words_in(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The words of a row's cells, in the form headings are compared in."""
    words = [normal(cell.text) for cell in cells]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def _head(table: Sequence[TableRow]) -> TableRow:
    """The first row that names whose a mark is and the mark; else either; else that stands above figures; else none."""
    rows = table[:HEADINGS_WITHIN]
    meant = [(row, {meaning for cell in row.cells if (meaning := meaning_of(cell.text))}) for row in rows]
    both = (
        row for row, words in meant if words & RESULT and words & (WHOSE - {"number"} if _has_number(row) else WHOSE)
    )
    able = [(row, words) for row, words in meant if not _has_number(row) and sum(cell.filled for cell in row.cells) > 1]
    known = (row for row, words in able if words & (WHOSE | RESULT))
    heads = (row for row, _ in able if _heads_figures(row, [under for under in table if under.number > row.number]))
    return next(both, next(known, next(heads, TableRow(0, ()))))


def _with_second(head: TableRow, table: Sequence[TableRow]) -> TableRow:
    """Merge headings in two rows: the lower row counts if every cell of it is a heading or a maximum."""
    second = next((row for row in table if row.number == head.number + 1), None) if head.number else None
    filled = [cell.text for cell in second.cells if cell.filled] if second else []
    heads = len(filled) > 1 or any(map(is_maximum, filled))
    if second is None or not heads or not all(meaning_of(text) or is_maximum(text) for text in filled):
        return head
    pairs = zip_longest(head.cells, second.cells, fillvalue=Cell())
    return TableRow(second.number, [Cell(_joined(upper.text, lower.text)) for upper, lower in pairs])


def _joined(upper: str, lower: str) -> str:
    """Merge two cells of a column: both together where that is known, else the lower, else the upper."""
    both = f"{upper} {lower}".strip()
    return next((text for text in (both, lower, upper) if text and meaning_of(text)), both)


def _heads_figures(row: TableRow, below: Sequence[TableRow]) -> bool:
    """Whether a row may be headings in unknown words: it stands above figures and has no value itself."""
    contents = _contents(below, len(row.cells))
    if any(Uci.FORM.fullmatch(cell.text.upper()) or cell.text.casefold() in ABSENT_WORDS for cell in row.cells):
        return False
    return any(cell.filled and _are_figures(column) for cell, column in zip(row.cells, contents, strict=True))


def _are_figures(column: Iterable[str]) -> bool:
    filled = [text for text in column if text]
    return sum(map(str.isdecimal, filled)) * 2 > len(filled)


def _has_number(row: TableRow) -> bool:
    return any(cell.text.isdecimal() for cell in row.cells)


def _samples(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(text[:SHOWN] for text in islice(filter(None, cells), SAMPLES))


def _fault(seen: TableSeen, columns: Mapping[Column, int], rivals: Rivals | None) -> Fault | None:
    """Why the columns cannot be read: two could have the same role, or a needed one is missing."""
    shown = ", ".join(f"'{column.heading[:SHOWN]}'" for column in seen.columns if column.heading)
    if rivals:
        one, other = (seen.columns[place].heading[:SHOWN] for place in (rivals.one, rivals.other))
        problem = f"Both '{one}' and '{other}' could be the {TEMPLATE[rivals.role].lower()}. The headings are {shown}."
        return Fault(seen.row or 1, FaultCode.HEADINGS_UNCLEAR, problem, rivals.role)
    lacking = [] if {Column.MARK, Column.GRADE} & columns.keys() else ["the mark"]
    if not any(columns.keys() >= needed for needed in IDENTIFIES):
        lacking.append("whose mark it is")
    if not lacking:
        return None
    if not seen.row:
        return Fault(1, FaultCode.HEADINGS_MISSING, "No row has headings such as Candidate number and Mark.")
    problem = f"No heading in row {seen.row} is one that we know for {' or '.join(lacking)}. The headings are {shown}."
    return Fault(seen.row, FaultCode.HEADINGS_MISSING, problem)
