"""Guessing the role of each column from its heading and its cells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from centremark.adapters.files.lines import NUMBER
from centremark.adapters.files.vocabulary import is_plainly, meaning_of
from centremark.domain.files.columns import Column
from centremark.domain.shared.identifiers import Uci

LETTERS: Final = re.compile(r"[^\W\d_].*[^\W\d_]")
FULL: Final = re.compile(r"[0-9]{4}")
A_COUNT: Final = 2
"""How many lines must be counted, from 0 or 1, before a column is a line count and no candidates in a row."""
BY_HEADING: Final[Mapping[Column, str]] = {
    Column.ABSENT: "absent",
    Column.ASSESSMENT: "assessment",
    Column.CENTRE: "centre",
    Column.SERIES: "series",
    Column.SEQUENCE: "sequence",
    Column.REVISION: "revision",
    Column.ZERO_REASON: "zero reason",
}
"""Columns that only a heading tells."""


class Rivals(NamedTuple):
    """Two columns, by their places, that could have the same role."""

    role: Column
    one: int
    other: int


class _Seen:
    """A column's heading and what its cells look like."""

    def __init__(self, place: int, heading: str, cells: Iterable[str]) -> None:
        filled = [cell for cell in cells if cell]
        numbers = [found[1] for cell in filled if (found := NUMBER.fullmatch(cell))]
        self.place = place
        self.heading = heading
        self.meaning = meaning_of(heading)
        self.empty = not filled
        self.ucis = _most(filled, lambda cell: bool(Uci.FORM.fullmatch(cell.upper())))
        self.letters = not self.ucis and _most(filled, lambda cell: bool(LETTERS.search(cell)))
        self.digits = len(numbers) * 2 > len(filled)
        self.full = self.digits and all(FULL.fullmatch(number) for number in numbers)
        self.counts = len(numbers) > A_COUNT and [int(number) for number in numbers] in (
            list(range(len(numbers))),
            list(range(1, len(numbers) + 1)),
        )


def _most(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    return sum(map(is_one, cells)) * 2 > len(cells)


def guess(
    headings: Sequence[str], contents: Sequence[Sequence[str]], chosen: Mapping[int, Column]
) -> tuple[dict[int, Column], Rivals | None]:
    """The role of each column that is certain, by place, and two columns that could have the same role, if any.

    A column that a person has `chosen` keeps its role, which no other column gets.
    """
    table = _Table([_Seen(place, *column) for place, column in enumerate(zip(headings, contents, strict=True))], chosen)
    table.find_whose()
    table.find_results()
    for role, word in BY_HEADING.items():
        table.give(role, lambda one, word=word: one.meaning == word)
    return table.roles, table.rivals


class _Table:
    """Roles as they are given, one after the other."""

    def __init__(self, columns: Sequence[_Seen], chosen: Mapping[int, Column]) -> None:
        self.roles = {place: role for place, role in chosen.items() if place < len(columns)}
        self.rivals: Rivals | None = None
        self._columns = columns
        self._taken = set(self.roles.values())

    def give(self, role: Column, *tests: Callable[[_Seen], bool], rivals: bool = True) -> None:
        """Give a role to the one free column that passes the first test any passes; if two do, they are `rivals`."""
        if role in self._taken:
            return
        for test in tests:
            found = [one for one in self._columns if one.place not in self.roles and test(one)]
            if len(found) == 1:
                self.roles[found[0].place] = role
                self._taken.add(role)
            elif found and rivals and not self.rivals:
                self.rivals = Rivals(role, found[0].place, found[1].place)
            if found:
                return

    def find_whose(self) -> None:
        """Find the columns that say whose a mark is; a second column of names is ignored, as the number decides."""
        self.give(Column.UCI, lambda one: one.meaning == "uci", lambda one: one.ucis and one.meaning in MAY_BE_UCI)
        self.give(
            Column.NAME,
            lambda one: one.meaning == "name" and not one.digits and not one.ucis,
            lambda one: one.meaning in {"candidate", "person"} and one.letters,
            rivals=False,
        )
        for role, word in ((Column.SURNAME, "surname"), (Column.FORENAME, "forename")):
            self.give(role, lambda one, word=word: one.meaning == word and not one.digits, rivals=False)
        named = bool(self._taken & {Column.NAME, Column.SURNAME, Column.UCI})
        self.give(
            Column.CANDIDATE,
            lambda one: one.meaning == "candidate" and not one.letters,
            lambda one: (one.meaning == "person" and not one.letters) or (one.meaning == "name" and one.full),
            lambda one: one.meaning == "number" and one.full and not (one.counts and named),
            lambda one: one.meaning == "candidate",
        )

    def find_results(self) -> None:
        """Find the mark, and the grade beside it; the assessment decides which of the two counts."""
        if Column.MARK in self._taken:
            return
        self.give(Column.MARK, self._is_result("mark", "mark", "outcome"))
        self.give(Column.GRADE, self._is_result("grade", "grade"), rivals=Column.MARK not in self._taken)

    def _is_result(self, kind: str, *meanings: str) -> Callable[[_Seen], bool]:
        """Whether a column's heading says this result; an empty column does not count when another is filled and plain.

        An empty column Mark beside a filled Raw mark does count, because Raw mark may mean something else.
        """
        headed = [one for one in self._columns if one.place not in self.roles and one.meaning in meanings]
        filled = [one for one in headed if not one.empty]
        meant = filled if len(filled) == 1 and is_plainly(kind, filled[0].heading) else headed
        return lambda one: one in meant


MAY_BE_UCI: Final = frozenset({None, "candidate", "person", "number"})
