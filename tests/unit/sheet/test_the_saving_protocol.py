"""Every interleaving of two saves and a submit, step by step: is a mark lost, or an incomplete sheet submitted?

A process reads, decides, and writes; the table keeps single writes atomic and nothing more. The same checker is run on
a protocol that writes without the condition, to show that it can fail.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from itertools import permutations

import pytest

Step = Generator[None]


@dataclass
class Table:
    """One sheet: a version, two marks, whether it is submitted; and what was acknowledged."""

    version: int = 0
    marks: dict[str, int] = field(default_factory=dict[str, int])
    submitted: dict[str, int] | None = None
    acknowledged: dict[str, int | None] = field(default_factory=dict[str, "int | None"])

    def put(self, seen: int, marks: dict[str, int], *, conditional: bool) -> bool:
        """Replace the marks, if the version is still the one seen or nobody asked."""
        if (conditional and seen != self.version) or (conditional and self.submitted is not None):
            return False
        self.version, self.marks = self.version + 1, marks
        return True


def save(table: Table, candidate: str, mark: int | None, *, conditional: bool) -> Step:
    """Enter or clear a mark, deciding again after a lost race, at most three times."""
    for _ in range(3):
        seen, marks, submitted = table.version, dict(table.marks), table.submitted
        yield
        if submitted is not None:
            return
        if mark is None:
            marks.pop(candidate, None)
        else:
            marks[candidate] = mark
        if table.put(seen, marks, conditional=conditional):
            table.acknowledged[candidate] = mark
            return
        yield


def submit(table: Table, *, conditional: bool) -> Step:
    """Submit if both candidates have a mark."""
    seen, marks = table.version, dict(table.marks)
    yield
    if set(marks) == {"a", "b"} and (not conditional or seen == table.version):
        table.version += 1
        table.submitted = dict(table.marks)


def schedules(lengths: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every order in which processes of these lengths can take their steps."""
    steps = [process for process, length in enumerate(lengths) for _ in range(length)]
    return iter(set(permutations(steps)))


def faults(conditional: bool) -> set[str]:
    """What goes wrong in any schedule."""
    found: set[str] = set()
    for order in schedules((3, 3, 2)):
        table = Table(version=1, marks={"a": 1, "b": 1})
        make: list[Callable[[], Step]] = [
            lambda t=table: save(t, "a", 5, conditional=conditional),
            lambda t=table: save(t, "b", None, conditional=conditional),
            lambda t=table: submit(t, conditional=conditional),
        ]
        running = [start() for start in make]
        for process in order:
            next(running[process], None)
        if table.submitted is not None and set(table.submitted) != {"a", "b"}:
            found.add("an incomplete sheet was submitted")
        if any(table.marks.get(candidate) != mark for candidate, mark in table.acknowledged.items()):
            found.add("an acknowledged change was lost")
        if table.submitted is not None and table.submitted != table.marks:
            found.add("marks changed after they were submitted")
    return found


def test_writing_on_the_condition_of_the_version_seen_never_goes_wrong() -> None:
    assert faults(conditional=True) == set()


@pytest.mark.parametrize(
    "fault",
    [
        "an incomplete sheet was submitted",
        "an acknowledged change was lost",
        "marks changed after they were submitted",
    ],
)
def test_the_checker_finds_what_writing_without_the_condition_does(fault: str) -> None:
    assert fault in faults(conditional=False)
