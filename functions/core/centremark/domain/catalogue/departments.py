"""How a centre groups its qualifications: departments with names of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from centremark.domain.shared.errors import Malformed, Point

MOST_DEPARTMENTS: Final = 60
MOST_QUALIFICATIONS: Final = 100
"""How many a department can have: all the departments of a centre are stored, and recorded when they change, as one."""


@dataclass(frozen=True, slots=True)
class Department:
    """A department and the codes of its qualifications, as ``H446``, in order."""

    name: str
    qualifications: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Departments:
    """A centre's departments, in the centre's order; a qualification is in one of them at most.

    Raises `Malformed` for a name or a qualification that appears twice, with a pointer to the second.
    """

    all: tuple[Department, ...] = ()

    def __post_init__(self) -> None:
        if points := tuple(self._repeats()):
            raise Malformed(f"No department was changed. {points[0].detail}", points)

    def _repeats(self) -> Iterator[Point]:
        names: dict[str, str] = {}
        homes: dict[str, str] = {}
        for place, department in enumerate(self.all):
            name = department.name.casefold()
            if name in names:
                detail = f'"{names[name]}" and "{department.name}" are one name. Give one department another name.'
                yield Point(f"/departments/{place}/name", "department-repeated", detail)
            names.setdefault(name, department.name)
            for at, code in enumerate(department.qualifications):
                if code in homes:
                    detail = f"{code} is in {homes[code]} already. Put it in one department only."
                    yield Point(f"/departments/{place}/qualifications/{at}", "qualification-repeated", detail)
                homes.setdefault(code, department.name)
